package io.videojob.examples.demo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param out where the video goes
 * @param help true if only the help text is wanted
 */
record Options(Path out, boolean help) {
    static final String HELP = """
            Usage: videojob demo [--out FILE]

            Runs both vendors on this machine and has one video made. The first vendor takes the job and
            fails; the second takes it and its answer gets lost. The job is found again, and is paid once.
            Needs no account and sends nothing to the internet.

              --out FILE   where the video goes (default videojob-demo.mp4)
              --help       this text

            Exit code: 0 all went as promised, 1 something did not, 2 wrong usage, 130 interrupted.
            """;

    /** Reads them; throws {@link IllegalArgumentException} that says what is wrong. */
    static Options parse(String... args) {
        Path out = Path.of("videojob-demo.mp4");
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                help = true;
            } else if (args[i].equals("--out") && i + 1 < args.length) {
                out = path(args[++i]);
            } else if (args[i].startsWith("--out=")) {
                out = path(args[i].substring("--out=".length()));
            } else {
                throw new IllegalArgumentException(
                        args[i].equals("--out") ? "--out needs a file" : "there is no option \"" + args[i] + "\"");
            }
        }
        return new Options(out, help);
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("--out needs a file");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--out: \"" + text + "\" names no file: " + e.getReason(), e);
        }
    }
}
