package io.videojob.cli;

import io.videojob.cli.demo.Demo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code videojob demo}. */
@Command(
        name = "demo",
        header = "Both vendors on this machine; one fails, an answer gets lost; one video, one bill.",
        description = {
            "The first vendor takes the job and fails; the second takes it and its answer gets lost. The job is found again, and "
                    + "is paid once. Needs no account and sends nothing to the internet.",
            "Exit code 1 if something did not go as promised."
        },
        footer = {"", "Example:", "  videojob demo --out raccoon.mp4"})
final class DemoCommand extends BaseCommand {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where the video goes. Default: videojob-demo.mp4.")
    @Nullable
    private Path out;

    @Override
    int run() throws IOException, InterruptedException {
        Path file = out == null ? Path.of("videojob-demo.mp4") : out;
        Demo.requireFolder(file);
        boolean told = !common.json && !common.quiet;
        PrintStream stage = new PrintStream(
                told ? streams().asStream() : OutputStream.nullOutputStream(),
                true,
                streams().charset());
        Demo.Ending end = Demo.play(stage, file);
        print(common.quiet ? file.toString() : "", () -> JobJson.of(end.job(), List.of(end.saved()), null));
        return end.kept() ? ExitCodes.DONE : ExitCodes.BROKEN;
    }

    @Override
    String whenInterrupted() {
        return "Interrupted. The vendors were of this process: nothing runs on, nothing is billed.";
    }
}
