package io.videojob.cli;

import picocli.CommandLine.Option;

/** What becomes of a job that has not ended when the wait for it does. */
final class LateOptions {
    @Option(
            names = "--cancel-on-timeout",
            description = {
                "When the time is over, ask for the end of the job as \"cancel\" does, and say how that went: not every vendor "
                        + "can, and what was done may be billed. A job that ends first is saved. Ctrl-C asks for nothing."
            })
    boolean cancel;
}
