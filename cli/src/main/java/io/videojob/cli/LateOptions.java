package io.videojob.cli;

import picocli.CommandLine.Option;

/** What becomes of a job that has not ended when the wait for it does. */
final class LateOptions {
    @Option(
            names = "--cancel-on-timeout",
            description = {
                "When the time is over, ask for the end of the job as \"cancel\" does, wait up to a minute for the vendor's word, and "
                        + "say how that went: not every vendor can, and what was done may be billed. Exit code 5 if it is "
                        + "canceled, 6 if it goes on; what ended before is saved. Ctrl-C leaves the job as it is, as ever."
            })
    boolean cancel;
}
