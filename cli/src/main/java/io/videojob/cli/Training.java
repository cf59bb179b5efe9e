package io.videojob.cli;

import io.videojob.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the usual commands once in one process, on a sandbox and in a folder of its own, so that the launcher script can keep
 * the classes that they load in an archive. Prints nothing.
 */
final class Training {
    private final Path folder;
    private final Path settings;

    private Training(Path folder) {
        this.folder = folder;
        this.settings = folder.resolve(Places.SETTINGS);
    }

    public static void main(String[] args) throws IOException {
        Main.setUpLog(List.of("--quiet"));
        Path folder = Files.createTempDirectory("videojob-training");
        try (Sandbox sandbox = Sandbox.builder().speed(600).start()) {
            new Training(folder).run(sandbox);
        } finally {
            delete(folder);
        }
        System.exit(ExitCodes.DONE);
    }

    private void run(Sandbox sandbox) throws IOException {
        List<String> lines = new ArrayList<>(sandbox.aimlapi().properties());
        lines.addAll(sandbox.eachlabs().properties());
        lines.add("videojob.route = eachlabs");
        lines.add("videojob.poll.interval = 100ms");
        lines.add("videojob.journal.url = jdbc:sqlite:" + folder.resolve("jobs.db"));
        Files.write(settings, lines);
        execute("--help");
        execute("models", "--config", settings.toString());
        execute("providers", "--json", "--config", settings.toString());
        execute(request("plan"));
        execute(request("run", "--out", folder.resolve("a.mp4").toString()));
        execute("list", "--config", settings.toString());
        execute("list", "--json", "--config", settings.toString());
        execute("status", "no-such-job", "--config", settings.toString());
    }

    private String[] request(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "kling-o1/image-to-video", "--prompt", "It waves"));
        words.addAll(List.of("--first-frame", "https://example.com/a.png", "--config", settings.toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private void execute(String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Streams streams = new Streams(OutputStream.nullOutputStream(), nowhere, StandardCharsets.UTF_8);
        Places places = new Places(Map.of("XDG_STATE_HOME", folder.toString()), "", folder);
        // a key or an address from the user's environment would have this make a video that costs
        Context context = new Context(streams, Terminal.detect(Map.of()), places, Map.of());
        int unused = new Main(streams, context, List.of(words)).execute(words);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
