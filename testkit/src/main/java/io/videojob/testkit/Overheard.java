package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is printed or logged meanwhile: both standard streams, and java.util.logging at every level. */
final class Overheard implements AutoCloseable {
    /** The streams belong to the whole process. */
    private static final ReentrantLock ALONE = new ReentrantLock();

    private final PrintStream out;
    private final PrintStream err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler logged = new Handler() {
        @Override
        public void publish(LogRecord line) {
            PrintStream to = new PrintStream(printed, true, UTF_8);
            to.println(line.getMessage());
            if (line.getParameters() != null) {
                for (Object parameter : line.getParameters()) {
                    to.println(parameter);
                }
            }
            if (line.getThrown() != null) {
                to.println(Check.trace(line.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Overheard() {
        ALONE.lock();
        out = System.out;
        err = System.err;
        System.setOut(both(out));
        System.setErr(both(err));
        root.setLevel(Level.ALL);
        root.addHandler(logged);
    }

    private PrintStream both(PrintStream stream) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        stream.write(b);
                        printed.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        stream.write(bytes, offset, length);
                        printed.write(bytes, offset, length);
                    }
                },
                true,
                UTF_8);
    }

    String text() {
        return printed.toString(UTF_8);
    }

    @Override
    public void close() {
        root.removeHandler(logged);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
        ALONE.unlock();
    }
}
