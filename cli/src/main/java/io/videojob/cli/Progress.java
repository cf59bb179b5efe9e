package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.JobSnapshot;
import io.videojob.Trouble;
import java.time.Duration;
import java.time.Instant;
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
    private static final int LONGEST_BAR = 24;
    private static final int SHORTEST_BAR = 6;
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
            streams.say("  " + clock(now) + "  " + Shown.line(trouble));
        }
        if (ticks != null) {
            redraw();
        } else if (changed && !newTrouble) {
            streams.say("  " + clock(now) + "  " + line);
        }
    }

    private static String line(JobSnapshot job) {
        String word = job.vendorStatus().map(own -> " \"" + own + "\"").orElse("");
        return Shown.value((job.provider().map(name -> name + "  ").orElse("") + job.status() + word).strip());
    }

    /** Under the lock of the streams, so that nothing is drawn behind what was said meanwhile. */
    private void redraw() {
        synchronized (streams) {
            JobSnapshot now = last;
            if (closed || now == null) {
                return;
            }
            drawn = true;
            int room = terminal.width() - 1;
            String words = line(now) + "  ";
            String line = words + bar(now, room - words.length());
            streams.draw(CLEAR + (line.length() <= room ? line : line.substring(0, room)));
        }
    }

    /** A bar with its times, or the time alone where there is nothing to compare it with, or no room. */
    private String bar(JobSnapshot job, int room) {
        Optional<Duration> expected = isAtTheVendor(job) ? usual.apply(job) : Optional.empty();
        if (expected.isEmpty() || expected.get().isZero()) {
            return clock(job);
        }
        String times = " " + clock(job) + ", usually " + Durations.clock(expected.get());
        int length = Math.min(LONGEST_BAR, room - times.length() - 2);
        if (length < SHORTEST_BAR) {
            return times.strip();
        }
        double share =
                Math.min(0.99, (double) age(job).toMillis() / expected.get().toMillis());
        int full = (int) Math.round(share * length);
        return "[" + "#".repeat(full) + "-".repeat(length - full) + "]" + times;
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
