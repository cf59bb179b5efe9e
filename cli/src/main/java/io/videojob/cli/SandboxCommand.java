package io.videojob.cli;

import io.videojob.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code videojob sandbox}. */
@Command(
        name = "sandbox",
        header = "Both vendors on this machine, to point any program at. Nothing is billed.",
        description = "Prints the settings that lead there, then runs until Ctrl-C.",
        footer = {
            "",
            "Example, in two terminals:",
            "  videojob sandbox --speed 60 > videojob.properties",
            "  videojob run kling-o1/image-to-video -p \"The raccoon waves\" \\",
            "      --first-frame https://example.com/raccoon.png"
        })
final class SandboxCommand extends BaseCommand {
    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            defaultValue = "1",
            description =
                    "How many times faster the vendors live; at 60 a minute lasts a second. Default: ${DEFAULT-VALUE}.")
    private double speed = 1;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8480",
            description =
                    "AI/ML API's port; Eachlabs takes the next one; 0 for any free ones. Default: ${DEFAULT-VALUE}.")
    private int port = 8480;

    @Override
    int run() throws InterruptedException {
        try (Sandbox sandbox = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "videojob-sandbox-end"));
            List<String> settings = new ArrayList<>(sandbox.aimlapi().properties());
            settings.addAll(sandbox.eachlabs().properties());
            streams()
                    .say("# Both vendors run here, " + speed
                            + " times as fast as life, until Ctrl-C. Settings for videojob.properties:");
            print(String.join(System.lineSeparator(), settings), () -> json(sandbox));
            new CountDownLatch(1).await();
        }
        return ExitCodes.DONE;
    }

    private Sandbox start() {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new UsageException("--speed is a number above 0, not " + speed);
        }
        if (port < 0 || port > 65534) {
            throw new UsageException("--port is a number from 0 to 65534, not " + port);
        }
        try {
            return Sandbox.builder()
                    .speed(speed)
                    .aimlapiPort(port)
                    .eachlabsPort(port == 0 ? 0 : port + 1)
                    .start();
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage() + "; choose other ports with --port");
        }
    }

    private static Map<String, @Nullable Object> json(Sandbox sandbox) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "aimlapi",
                Map.of(
                        "baseUrl",
                        sandbox.aimlapi().baseUrl().toString(),
                        "key",
                        sandbox.aimlapi().key()));
        json.put(
                "eachlabs",
                Map.of(
                        "baseUrl",
                        sandbox.eachlabs().baseUrl().toString(),
                        "key",
                        sandbox.eachlabs().key()));
        return json;
    }

    @Override
    String whenInterrupted() {
        return "The sandbox has ended.";
    }
}
