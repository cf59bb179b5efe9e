package io.videojob.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose settings count, for the commands that work with the user's own providers. */
final class SettingsOptions {
    @Option(
            order = 101,
            names = "--route",
            paramLabel = "A,B",
            description = "Providers in order of preference, instead of the configured videojob.route.")
    @Nullable
    private String route;

    @Option(
            order = 102,
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings. Default: videojob.properties of the working folder, else of your configuration folder.")
    @Nullable
    private Path config;

    /** The route to take, if one was given. */
    Optional<String> route() {
        String names = route;
        if (names != null && names.replace(',', ' ').isBlank()) {
            throw new UsageException(
                    "--route: is empty; name providers, such as --route aimlapi,eachlabs, or leave it out");
        }
        return Optional.ofNullable(names);
    }

    /** The file with the settings that count; empty if there is none. */
    Optional<Path> file(Places places) {
        Path given = config;
        Optional<Path> file = given != null
                ? Optional.of(given)
                : Stream.of(Path.of(Places.SETTINGS), places.settings())
                        .filter(Files::exists)
                        .findFirst();
        file.filter(Files::isDirectory).ifPresent(folder -> {
            throw new UsageException((given == null ? "" : "--config: ") + folder
                    + " is a folder; settings are read from a file, such as " + folder.resolve(Places.SETTINGS));
        });
        return file;
    }
}
