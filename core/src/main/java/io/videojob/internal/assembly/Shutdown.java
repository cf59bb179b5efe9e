package io.videojob.internal.assembly;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends everything once, step by step; a step that fails doesn't keep the next ones from their turn. */
final class Shutdown implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final AtomicBoolean done = new AtomicBoolean();
    private final List<Runnable> steps;

    Shutdown(List<Runnable> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public void run() {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.warn("closing goes on after", e);
            }
        }
    }
}
