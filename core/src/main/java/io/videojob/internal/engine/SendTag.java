package io.videojob.internal.engine;

import io.videojob.JobId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What marks one send of one attempt at its vendor: never the same twice. */
record SendTag(JobId job, int attempt, int send) {
    private static final Pattern FORM = Pattern.compile("vj-(.+)-(\\d{1,9})-(\\d{1,9})");

    /** The send that a tag is of; empty if it isn't one of ours. */
    static Optional<SendTag> read(String tag) {
        Matcher matcher = FORM.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SendTag(
                    JobId.parse(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (IllegalArgumentException somebodyElses) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "vj-" + job + "-" + attempt + "-" + send;
    }
}
