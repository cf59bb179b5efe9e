package io.videojob.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a vendor's own list of jobs. */
public final class ListedJobs {
    private final List<ListedJob> jobs;
    private final @Nullable String next;

    private ListedJobs(List<ListedJob> jobs, @Nullable String next) {
        this.jobs = List.copyOf(jobs);
        this.next = next;
    }

    /**
     * Some rows.
     *
     * @param next the mark by which {@link VideoProvider#listJobs} gives the page after this one; null if there is none
     */
    public static ListedJobs of(List<ListedJob> jobs, @Nullable String next) {
        return new ListedJobs(jobs, next);
    }

    /** No rows, and none after. */
    public static ListedJobs none() {
        return new ListedJobs(List.of(), null);
    }

    /** Its rows, in the vendor's order. */
    public List<ListedJob> jobs() {
        return jobs;
    }

    /** The mark of the page after this one; empty if this was the last. */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    @Override
    public String toString() {
        return jobs + (next == null ? "" : " and more");
    }
}
