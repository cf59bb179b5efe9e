package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link Node} in a process of its own, which is told what to do, listened to, stopped, and killed. */
final class Child implements AutoCloseable {
    /** What a process that died of signal 9 is said to have returned. */
    private static final int DIED_OF_SIGKILL = 128 + 9;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final PrintWriter orders;
    private final Thread listener;
    private final Path log;
    private final List<String> pending = new ArrayList<>();
    private String lastTaken = "";
    private boolean over;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.listener = new Thread(this::listen, "child-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** Runs that command, which runs a node; all that it says is in the log, too. */
    static Child start(List<String> command, Path log) throws IOException {
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start(), log);
    }

    private void listen() {
        try (BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                copy.println(line);
                hear(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        }
    }

    private synchronized void hear(String line) {
        pending.add(line);
        notifyAll();
    }

    void tell(String order) {
        orders.println(order);
    }

    /** The rest of the next line with that beginning; takes it away. Fails if the process ends before, or says nothing for long. */
    synchronized String await(String beginning) {
        long end = System.nanoTime() + PATIENCE;
        for (Optional<String> said = poll(beginning); ; said = poll(beginning)) {
            if (said.isPresent()) {
                return said.get();
            }
            pause(end, beginning);
        }
    }

    /** Waits for a line that has this somewhere in it, such as one of the log, and takes it away. */
    synchronized String awaitIn(String part) {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            for (int i = 0; i < pending.size(); i++) {
                if (pending.get(i).contains(part)) {
                    return pending.remove(i);
                }
            }
            pause(end, part);
        }
    }

    /** The rest of the next line with the first beginning; empty if one with the other comes earlier. */
    synchronized Optional<String> awaitEither(String beginning, String other) {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            Optional<String> said = poll(beginning);
            if (said.isPresent() || poll(other).isPresent()) {
                return said;
            }
            pause(end, beginning);
        }
    }

    private void pause(long end, String awaited) {
        long left = end - System.nanoTime();
        if (over || left <= 0) {
            throw new AssertionError((over ? "it ended" : "no word") + " before it said \"" + awaited + "\"; see " + log
                    + "; it said at last " + pending.subList(Math.max(0, pending.size() - 20), pending.size()));
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The rest of the next line with that beginning; empty if it doesn't come by then, or the process ends before. */
    synchronized Optional<String> within(String beginning, long nanos) {
        long end = System.nanoTime() + nanos;
        while (true) {
            Optional<String> said = poll(beginning);
            long left = end - System.nanoTime();
            if (said.isPresent() || over || left <= 0) {
                return said;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** The rest of the next line with that beginning, if it came already. */
    synchronized Optional<String> poll(String beginning) {
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).startsWith(beginning)) {
                lastTaken = pending.remove(i);
                return Optional.of(lastTaken.substring(beginning.length()).strip());
            }
        }
        return Optional.empty();
    }

    /** The line that was taken away last. */
    synchronized String lastTaken() {
        return lastTaken;
    }

    /** All lines with that beginning that nobody took so far, without it. */
    synchronized List<String> all(String beginning) {
        List<String> all = new ArrayList<>();
        for (Optional<String> one = poll(beginning); one.isPresent(); one = poll(beginning)) {
            all.add(one.get());
        }
        return all;
    }

    /** True if the process has ended, and everything that it said is here. */
    synchronized boolean isOver() {
        return over;
    }

    /** As {@code kill -9} does; returns once it is gone and all that it said is here. Fails if it had gone by itself. */
    void kill() {
        // not the process itself: that throws away what was said and not read yet
        process.toHandle().destroyForcibly();
        assertThat(ended()).as("how it ended; see %s", log).isEqualTo(DIED_OF_SIGKILL);
    }

    /** Ends in order. */
    void end() {
        tell("close");
        await("closed");
        assertThat(ended()).as("how it ended; see %s", log).isZero();
    }

    /** Waits until it has ended by itself. */
    int ended() {
        int code = process.onExit().join().exitValue();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    /** SIGSTOP: it stands still with all its threads, and doesn't know. */
    void stop() throws IOException {
        signal("-STOP");
    }

    /** SIGCONT. */
    void goOn() throws IOException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException {
        Process kill = new ProcessBuilder("kill", which, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.onExit().join().exitValue()).as("kill " + which).isZero();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        ended();
    }
}
