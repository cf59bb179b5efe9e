package io.videojob.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Standard error for those who print there without asking us, such as the log: shows what a terminal would obey. */
final class ShowingStream extends PrintStream {
    ShowingStream(PrintStream target, Charset charset) {
        super(target, true, charset);
    }

    @Override
    public void print(@Nullable String text) {
        super.print(Shown.lines(String.valueOf(text)));
    }

    @Override
    public void println(@Nullable String text) {
        super.println(Shown.lines(String.valueOf(text)));
    }
}
