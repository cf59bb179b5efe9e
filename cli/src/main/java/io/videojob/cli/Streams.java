package io.videojob.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The two streams. Results go to standard output, everything said beside them to standard error. The result is printed once,
 * by whoever is first: the command, or the shutdown after Ctrl-C.
 */
final class Streams {
    private final OutputStream out;
    private final PrintStream err;
    private final Charset charset;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile @Nullable IOException broken;
    private volatile boolean quiet;
    private volatile @Nullable Progress progress;

    Streams(OutputStream out, PrintStream err, Charset charset) {
        this.out = out;
        this.err = err;
        this.charset = charset;
    }

    /** This process's own streams, in the terminal's encoding. */
    static Streams ofProcess() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new Streams(new FileOutputStream(FileDescriptor.out), System.err, charset);
    }

    void quiet(boolean value) {
        quiet = value;
    }

    /** The line that is drawn over and over, to be cleared before anything else is said. */
    void progress(@Nullable Progress value) {
        progress = value;
    }

    /** True for the first who asks: the right to print the result. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** A result for people, ending in a line end. What a terminal would obey is escaped. */
    void print(String text) {
        printOwn(Shown.lines(text));
    }

    /** The same for text of our own, such as help in colours. */
    void printOwn(String text) {
        write((text + System.lineSeparator()).getBytes(charset));
    }

    /** A result for programs: UTF-8, whatever the terminal speaks. */
    void printJson(String json) {
        write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Standard output for a program that prints as it goes. */
    OutputStream asStream() {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                Streams.this.write(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
    }

    /** The terminal's encoding. */
    Charset charset() {
        return charset;
    }

    private synchronized void write(byte[] bytes) {
        clearProgress();
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            broken = e;
        }
    }

    /** Something to know beside the result; nothing under {@code --quiet}. */
    void say(String text) {
        if (!quiet) {
            error(text);
        }
    }

    /** What went wrong. */
    synchronized void error(String text) {
        clearProgress();
        err.println(Shown.lines(text));
        err.flush();
    }

    /** Draws on standard error without a line end. */
    synchronized void draw(String text) {
        err.print(text);
        err.flush();
    }

    private void clearProgress() {
        Progress current = progress;
        if (current != null) {
            current.clear();
        }
    }

    /** True if the result went nowhere: standard output is full or closed, or its reader had enough, such as {@code head}. */
    boolean isUnheard() {
        return broken != null;
    }

    /** What kept a result from being written; a reader that had enough is no trouble. */
    void check() {
        IOException trouble = broken;
        if (trouble != null && !hadEnough()) {
            throw new UncheckedIOException("standard output can't be written: " + trouble.getMessage(), trouble);
        }
    }

    /** True if that is no trouble, because nobody reads any further. */
    boolean hadEnough() {
        IOException trouble = broken;
        return trouble != null && String.valueOf(trouble.getMessage()).contains("Broken pipe");
    }
}
