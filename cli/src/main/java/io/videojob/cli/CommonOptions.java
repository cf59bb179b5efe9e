package io.videojob.cli;

import picocli.CommandLine.Option;

/** What every command takes: how it prints. */
final class CommonOptions {
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
