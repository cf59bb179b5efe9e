package io.videojob.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Checks that a file is an MP4 of a length: {@code CheckMp4 FILE SECONDS}. Exits with 1 if it is not, 2 on bad usage. */
public final class CheckMp4 {
    private CheckMp4() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[1].matches("[0-9]{1,4}")) {
            System.err.println("Usage: CheckMp4 FILE SECONDS");
            System.exit(2);
        }
        System.exit(isAsExpected(Path.of(args[0]), Duration.ofSeconds(Integer.parseInt(args[1]))) ? 0 : 1);
    }

    private static boolean isAsExpected(Path file, Duration wanted) {
        try {
            Mp4Facts facts = Mp4Facts.of(file);
            System.out.println(file + ": " + facts);
            if (!facts.lasts(wanted)) {
                System.err.println(file + " should last " + wanted.toSeconds() + " s");
            }
            return facts.lasts(wanted);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
