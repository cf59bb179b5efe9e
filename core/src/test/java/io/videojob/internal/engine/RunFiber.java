package io.videojob.internal.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Work that can rest in the middle while all else goes on, on a thread of its own. Of it and whoever has it go on only one
 * runs at a time, so that a random run goes the same way twice.
 */
final class RunFiber {
    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "random run");
        thread.setDaemon(true);
        return thread;
    });
    private static final ThreadLocal<RunFiber> CURRENT = new ThreadLocal<>();

    private final Semaphore turn = new Semaphore(0);
    private final Semaphore turnOfOthers = new Semaphore(0);
    private int pins;
    private @Nullable Throwable thrown;

    private RunFiber() {}

    /** Does the work until it ends or rests. */
    static void run(Runnable work) {
        RunFiber fiber = new RunFiber();
        THREADS.execute(() -> fiber.live(work));
        fiber.goOn();
    }

    private void live(Runnable work) {
        turn.acquireUninterruptibly();
        CURRENT.set(this);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            thrown = e;
        } finally {
            CURRENT.remove();
            turnOfOthers.release();
        }
    }

    /** The one that may rest here; null if none may. */
    static @Nullable RunFiber current() {
        RunFiber fiber = CURRENT.get();
        return fiber == null || fiber.pins > 0 ? null : fiber;
    }

    /** Does something during which it can't rest, because others wait for its end. */
    static void pinned(Runnable work) {
        RunFiber fiber = CURRENT.get();
        if (fiber == null) {
            work.run();
            return;
        }
        fiber.pins++;
        try {
            work.run();
        } finally {
            fiber.pins--;
        }
    }

    /** Rests until somebody has it go on. */
    void rest() {
        turnOfOthers.release();
        turn.acquireUninterruptibly();
    }

    /** Has it go on until it ends or rests again. */
    void goOn() {
        turn.release();
        turnOfOthers.acquireUninterruptibly();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
