package io.videojob.promises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Everything that is logged meanwhile: ours goes to {@code System.err}, and what OkHttp says to Java's own logging. */
final class LogCapture implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OKHTTP = Logger.getLogger("okhttp3");

    private final ByteArrayOutputStream caught = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final StreamHandler handler = new StreamHandler(caught, new SimpleFormatter());

    private LogCapture() {}

    static LogCapture start() {
        LogCapture capture = new LogCapture();
        System.setErr(new PrintStream(capture.new Both(), true, StandardCharsets.UTF_8));
        capture.handler.setLevel(Level.ALL);
        OKHTTP.setLevel(Level.ALL);
        ROOT.addHandler(capture.handler);
        return capture;
    }

    /** What was logged so far. */
    List<String> lines() {
        handler.flush();
        return caught.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        OKHTTP.setLevel(null);
        System.setErr(before);
    }

    /** To where it went before, too. */
    private final class Both extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            caught.write(one);
            before.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            caught.write(bytes, from, length);
            before.write(bytes, from, length);
        }
    }
}
