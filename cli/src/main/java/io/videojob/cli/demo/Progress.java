package io.videojob.cli.demo;

import io.videojob.JobSnapshot;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** A line for each thing that changes, as it changes. */
final class Progress implements Consumer<JobSnapshot> {
    private final PrintStream out;
    private final long start = System.nanoTime();
    private String last = "";
    private boolean ended;

    Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(JobSnapshot now) {
        String words = now.vendorStatus().map(word -> "\"" + word + "\"").orElse("");
        String line = String.format(Locale.ROOT, "%-9s %-11s %s", now.provider().orElse(""), now.status(), words)
                .stripTrailing();
        if (!ended && !line.equals(last)) {
            out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
            last = line;
        }
        ended |= now.status().isFinal();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
