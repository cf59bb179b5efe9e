package io.videojob.examples.demo;

import io.videojob.Field;
import io.videojob.SavedFile;
import io.videojob.Subscription;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code videojob demo}: the main job of this project, with what usually costs money or videos going wrong on the way. Ends
 * with 0 only if everything went as promised.
 */
public final class Demo {
    static final Duration LENGTH = Duration.ofSeconds(5);

    private static final int BROKEN = 1;
    private static final int BAD_USAGE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayInterrupted(ended), "videojob-demo-end"));
        int code = run(System.out, System.err, args);
        ended.set(true);
        System.exit(code);
    }

    private static void sayInterrupted(AtomicBoolean ended) {
        if (!ended.get()) {
            System.err.println();
            System.err.println("Interrupted. The vendors were of this process: nothing runs on, nothing is billed.");
        }
    }

    /** The demonstration; gives the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.HELP);
                return 0;
            }
            requireFolder(options.out());
            return new Demo(out).play(options.out()) ? 0 : BROKEN;
        } catch (IllegalArgumentException e) {
            err.println("videojob demo: " + e.getMessage() + "; try --help");
            return BAD_USAGE;
        } catch (VideoJobException | IOException e) {
            err.println("videojob demo: " + e.getMessage());
            return BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BROKEN;
        }
    }

    /** Before anything is made: it would be a pity afterwards. */
    private static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("--out: " + file + " is not a file in a folder that exists");
        }
    }

    private boolean play(Path file) throws IOException, InterruptedException {
        try (Stage stage = Stage.open()) {
            introduce(stage);
            Progress progress = new Progress(out);
            VideoJob job = stage.jobs().submit(Stage.REQUEST);
            progress.accept(job.snapshot());
            Subscription changes = job.onChange(progress);
            VideoResult result = job.await(PATIENCE);
            changes.close();
            progress.accept(result.job());

            SavedFile saved = result.saveTo(file);
            Mp4Facts video = Mp4Facts.of(saved.file());
            Report report = new Report(out);
            report.attempts(result.job());
            report.history(job.explain());
            report.bill(stage.vendors());
            report.promises(result.job(), stage.vendors(), video);
            out.println();
            out.printf(Locale.ROOT, "Saved %s: %s, %,d bytes%n", saved.file(), video, saved.bytes());
            return report.allKept();
        }
    }

    private void introduce(Stage stage) {
        out.println("Two vendors on this machine, sixty times as fast as the real ones. No account, no bill.");
        out.println("  AI/ML API  " + stage.vendors().aimlapi().baseUrl() + "   will take the job and fail");
        out.println(
                "  Eachlabs   " + stage.vendors().eachlabs().baseUrl() + "   will take it, and its answer gets lost");
        out.println();
        out.println("Asked for: " + Stage.REQUEST.model() + ", " + LENGTH.toSeconds() + " s, \""
                + Stage.REQUEST.get(Field.PROMPT).orElse("") + "\"");
        out.println("Route:     aimlapi, eachlabs");
        out.println();
    }
}
