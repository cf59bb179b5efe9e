package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Hears a secret that is printed or logged meanwhile: on both standard streams, and to java.util.logging at every level. A
 * logging library that writes elsewhere, such as to a file of its own, isn't heard; {@link Canary} finds that out.
 */
final class Overheard implements AutoCloseable {
    /** The streams belong to the whole process. */
    private static final ReentrantLock ALONE = new ReentrantLock();

    private final String secret;
    private final PrintStream out;
    private final PrintStream err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String text = line.getMessage()
                    + (line.getParameters() == null ? "" : Arrays.toString(line.getParameters()))
                    + (line.getThrown() == null ? "" : Check.trace(line.getThrown()));
            if (text.contains(secret)) {
                logged.add(line.getLoggerName() + ": " + text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Hears what is printed, which is printed all the same. */
    Overheard(String secret) {
        this(secret, true);
    }

    /** @param passesOn false keeps what is printed away from the streams */
    Overheard(String secret, boolean passesOn) {
        this.secret = secret;
        ALONE.lock();
        out = System.out;
        err = System.err;
        System.setOut(hearing(passesOn ? out : OutputStream.nullOutputStream()));
        System.setErr(hearing(passesOn ? err : OutputStream.nullOutputStream()));
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    private PrintStream hearing(OutputStream stream) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        stream.write(b);
                        printed.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        stream.write(bytes, offset, length);
                        printed.write(bytes, offset, length);
                    }
                },
                true,
                UTF_8);
    }

    /** Where the secret was told: lines of logs, and what was printed with it in it. */
    List<String> told() {
        String text = printed.toString(UTF_8);
        return Stream.concat(logged.stream(), Stream.of(text).filter(t -> t.contains(secret)))
                .toList();
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
        ALONE.unlock();
    }
}
