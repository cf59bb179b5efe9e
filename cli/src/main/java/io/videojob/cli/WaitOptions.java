package io.videojob.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits. */
final class WaitOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "20m",
            converter = Durations.class,
            description =
                    "How long to wait, such as 90s, 20m, 1h; then the job goes on without us. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ofMinutes(20);
}
