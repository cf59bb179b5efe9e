package io.videojob.examples;

import io.videojob.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A configuration file that points at a sandbox, as a user would write it. */
final class Config {
    private final List<String> lines = new ArrayList<>();

    private Config() {}

    static Config of(Sandbox sandbox) {
        Config config = new Config();
        config.lines.addAll(sandbox.aimlapi().properties());
        config.lines.addAll(sandbox.eachlabs().properties());
        return config.with("videojob.poll.interval", "50ms");
    }

    /** One more line; of a key given twice the last counts. */
    Config with(String key, Object value) {
        lines.add(key + " = " + value);
        return this;
    }

    /** The file's name, as it is given to a {@code main}. */
    String in(Path folder) throws IOException {
        return Files.write(folder.resolve("videojob.properties"), lines, StandardCharsets.UTF_8)
                .toString();
    }
}
