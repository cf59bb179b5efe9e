package io.videojob.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * What stands behind the streams. The launcher script knows and says so in {@code videojob.terminal}: {@code 1} in it means
 * that standard output is a terminal, {@code 2} that standard error is. Without the script Java is asked, which only knows of
 * standard input and output together.
 */
final class Terminal {
    private static final int USUAL_WIDTH = 80;

    private final boolean out;
    private final boolean err;
    private final int width;
    private final boolean coloured;

    private Terminal(boolean out, boolean err, int width, boolean coloured) {
        this.out = out;
        this.err = err;
        this.width = width;
        this.coloured = coloured;
    }

    static Terminal detect(Map<String, String> environment) {
        String told = System.getProperty("videojob.terminal");
        boolean out = told == null ? isConsoleATerminal() : told.contains("1");
        boolean err = told == null ? out : told.contains("2");
        boolean coloured = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(out, err && !environment.getOrDefault("TERM", "").equals("dumb"), columns(), coloured);
    }

    /** From JDK 22 on there is a console without a terminal, too, and it tells the difference. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsoleATerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static int columns() {
        int told = Integer.getInteger("videojob.columns", 0);
        return told > 0 ? told : USUAL_WIDTH;
    }

    /** True if a line on standard error can be drawn over. */
    boolean isErr() {
        return err;
    }

    /** True if help on standard output may be coloured. */
    boolean isColoured() {
        return out && coloured;
    }

    /** Columns of a line. */
    int width() {
        return width;
    }
}
