package io.videojob.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = "--route",
            paramLabel = "A,B",
            description = "Providers in order of preference, instead of the configured videojob.route.")
    @Nullable
    String route;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings. Default: videojob.properties of the working folder, else of your configuration folder.")
    @Nullable
    Path config;

    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Nothing but the result, and what went wrong.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "The library's log on standard error.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    boolean help;
}
