package io.videojob.cli.demo;

import io.videojob.ConfigurationException;
import io.videojob.Field;
import io.videojob.JobSnapshot;
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

/**
 * {@code videojob demo}: the main job of this project, with what usually costs money or videos going wrong on the way.
 */
public final class Demo {
    static final Duration LENGTH = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    /**
     * How it went.
     *
     * @param kept true if everything went as promised
     */
    public record Ending(JobSnapshot job, SavedFile saved, boolean kept) {}

    /**
     * Refuses a file that can't be one, before anything is made: it would be a pity afterwards.
     *
     * @throws VideoJobException if the file is a folder, or lies in none
     */
    public static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new ConfigurationException("--out: " + file + " is not a file in a folder that exists");
        }
    }

    /** The demonstration, told as it goes. */
    public static Ending play(PrintStream out, Path file) throws IOException, InterruptedException {
        return new Demo(out).play(file);
    }

    private Ending play(Path file) throws IOException, InterruptedException {
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
            return new Ending(result.job(), saved, report.allKept());
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
