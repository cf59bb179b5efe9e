package io.videojob.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            order = 101,
            names = "--route",
            paramLabel = "A,B",
            description = "Providers in order of preference, instead of the configured videojob.route.")
    @Nullable
    String route;

    @Option(
            order = 102,
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings. Default: videojob.properties of the working folder, else of your configuration folder.")
    @Nullable
    Path config;

    @Option(order = 103, names = "--json", description = "One JSON object on standard output, and nothing else there.")
    boolean json;

    @Option(
            order = 104,
            names = {"-q", "--quiet"},
            description = "Nothing but the result, and what went wrong.")
    boolean quiet;

    @Option(
            order = 105,
            names = {"-v", "--verbose"},
            description = "The library's log on standard error.")
    boolean verbose;

    @Option(
            order = 106,
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    boolean help;
}
