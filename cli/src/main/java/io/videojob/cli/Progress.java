package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.JobSnapshot;
import io.videojob.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a job goes on, on standard error: a bar that is drawn over each second if that is a terminal, else a line for each
 * change. The time is told since the create was sent; beside it how long such a job usually takes.
 */
final class Progress implements Consumer<JobSnapshot>, AutoCloseable {
    private static final int BAR = 24;
    private static final String CLEAR = "\r\u001b[K";

    private final Streams streams;
    private final Terminal terminal;
    private final Function<JobSnapshot, Optional<Duration>> usual;
    private final @Nullable ScheduledExecutorService ticks;
    private @Nullable JobSnapshot last;
    private String said = "";
    private String troubleSaid = "";
    private boolean drawn;
    private boolean closed;

    private Progress(Streams streams, Terminal terminal, Function<JobSnapshot, Optional<Duration>> usual) {
        this.streams = streams;
        this.terminal = terminal;
        this.usual = usual;
        this.ticks = terminal.isErr()
                ? Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "videojob-progress");
                    thread.setDaemon(true);
                    return thread;
                })
                : null;
    }

    /** Begins; {@code usual} says how long such a job usually takes, if that is known. */
    static Progress on(Streams streams, Terminal terminal, Function<JobSnapshot, Optional<Duration>> usual) {
        Progress progress = new Progress(streams, terminal, usual);
        streams.progress(progress);
        if (progress.ticks != null) {
            var unused = progress.ticks.scheduleAtFixedRate(progress::redraw, 1, 1, TimeUnit.SECONDS);
        }
        return progress;
    }

    @Override
    public void accept(JobSnapshot now) {
        String trouble = now.trouble().map(Trouble::message).orElse("");
        String line = line(now);
        boolean newTrouble;
        boolean changed;
        synchronized (streams) {
            if (closed) {
                return;
            }
            newTrouble = !trouble.isEmpty() && !trouble.equals(troubleSaid);
            troubleSaid = trouble;
            changed = !line.equals(said);
            said = line;
            last = now;
        }
        if (newTrouble) {
            streams.say("  " + clock(now) + "  " + trouble);
        }
        if (ticks != null) {
            redraw();
        } else if (changed && !newTrouble) {
            streams.say("  " + clock(now) + "  " + line);
        }
    }

    private static String line(JobSnapshot job) {
        String word = job.vendorStatus().map(own -> " \"" + own + "\"").orElse("");
        return (job.provider().map(name -> name + "  ").orElse("") + job.status() + word).strip();
    }

    /** Under the lock of the streams, so that nothing is drawn behind what was said meanwhile. */
    private void redraw() {
        synchronized (streams) {
            JobSnapshot now = last;
            if (closed || now == null) {
                return;
            }
            drawn = true;
            String line = line(now) + "  " + bar(now);
            int room = terminal.width() - 1;
            streams.draw(CLEAR + (line.length() <= room ? line : line.substring(0, room)));
        }
    }

    private String bar(JobSnapshot job) {
        Duration age = age(job);
        Optional<Duration> expected = isAtTheVendor(job) ? usual.apply(job) : Optional.empty();
        if (expected.isEmpty() || expected.get().isZero()) {
            return clock(job);
        }
        double share = Math.min(0.99, (double) age.toMillis() / expected.get().toMillis());
        int full = (int) Math.round(share * BAR);
        return String.format(
                Locale.ROOT,
                "[%s%s] %s, usually about %s",
                "#".repeat(full),
                "-".repeat(BAR - full),
                clock(job),
                Durations.clock(expected.get()));
    }

    private static boolean isAtTheVendor(JobSnapshot job) {
        return job.attempt().flatMap(AttemptSnapshot::sentAt).isPresent()
                && job.vendorRef().isPresent();
    }

    private static Duration age(JobSnapshot job) {
        Instant since = job.attempt().flatMap(AttemptSnapshot::sentAt).orElse(job.createdAt());
        return Duration.between(since, Instant.now());
    }

    private static String clock(JobSnapshot job) {
        return Durations.clock(age(job));
    }

    /** Makes room for something else to be said. */
    void clear() {
        synchronized (streams) {
            if (drawn) {
                drawn = false;
                streams.draw(CLEAR);
            }
        }
    }

    @Override
    public void close() {
        synchronized (streams) {
            closed = true;
        }
        if (ticks != null) {
            ticks.shutdownNow();
        }
        clear();
        streams.progress(null);
    }
}
