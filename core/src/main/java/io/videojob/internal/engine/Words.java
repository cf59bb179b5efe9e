package io.videojob.internal.engine;

import java.time.Duration;

/** Phrases that people read. */
final class Words {
    /** Behind a reason. */
    static final String MAY_BE_CONTENT = " is, or can't be told apart from, a refusal of the content";

    private Words() {}

    /** {@code 90 s}, {@code 30 min}. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 600 && seconds % 60 == 0) {
            return seconds / 60 + " min";
        }
        return duration.toMillis() < 10_000 ? String.valueOf(duration.toMillis() / 1000.0) + " s" : seconds + " s";
    }

    /** How a job ended at its last candidate, with the way there. */
    static String ended(JobRecord.Draft d, String why) {
        return d.candidate().provider() + ": " + why
                + (d.candidates.size() > 1
                        ? " (candidate " + (d.attempt().candidate + 1) + " of " + d.candidates.size() + ")"
                        : "");
    }
}
