package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Our name for a job. Ids of later jobs sort after ids of earlier ones, and none holds a colon, so an id can't be mistaken
 * for a {@link VendorRef}.
 */
public final class JobId implements Comparable<JobId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final String value;

    private JobId(String value) {
        this.value = value;
    }

    /**
     * Reads an id as {@link #toString()} wrote it.
     *
     * @throws IllegalArgumentException if it isn't 1 to 64 of {@code [A-Za-z0-9_-]}
     */
    public static JobId parse(String text) {
        if (!FORM.matcher(requireNonNull(text, "text")).matches()) {
            throw new IllegalArgumentException("not a job id: \"" + text
                    + "\"; a job id is 1 to 64 of [A-Za-z0-9_-]; a vendor's job is named provider:id");
        }
        return new JobId(text);
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
