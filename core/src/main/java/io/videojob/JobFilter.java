package io.videojob;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which jobs {@link VideoJobs#list(JobFilter)} lists, newest first. Immutable; each method gives a narrower one. */
public final class JobFilter {
    private static final JobFilter ALL = new JobFilter(Set.of(), null, null, 100);

    private final Set<JobStatus> statuses;
    private final @Nullable String provider;
    private final @Nullable String tag;
    private final int limit;

    private JobFilter(Set<JobStatus> statuses, @Nullable String provider, @Nullable String tag, int limit) {
        this.statuses = statuses;
        this.provider = provider;
        this.tag = tag;
        this.limit = limit;
    }

    /** The newest 100 jobs. */
    public static JobFilter all() {
        return ALL;
    }

    /** Only jobs that have not ended. */
    public JobFilter open() {
        return withStatus(
                JobStatus.WAITING, JobStatus.SUBMITTING, JobStatus.UNCERTAIN, JobStatus.QUEUED, JobStatus.RUNNING);
    }

    /** Only jobs of these statuses. */
    public JobFilter withStatus(JobStatus... wanted) {
        return new JobFilter(Set.of(wanted), provider, tag, limit);
    }

    /** Only jobs whose last attempt is at this provider. */
    public JobFilter atProvider(String wanted) {
        return new JobFilter(statuses, wanted, tag, limit);
    }

    /** Only jobs with this tag. */
    public JobFilter withTag(String wanted) {
        return new JobFilter(statuses, provider, wanted, limit);
    }

    /** At most this many, at least 1. */
    public JobFilter limit(int wanted) {
        if (wanted < 1) {
            throw new IllegalArgumentException("limit is " + wanted + "; at least 1");
        }
        return new JobFilter(statuses, provider, tag, wanted);
    }

    /** The statuses wanted; empty for all. */
    public Set<JobStatus> statuses() {
        return statuses;
    }

    /** The provider wanted. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** The tag wanted. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** How many at most. */
    public int limit() {
        return limit;
    }
}
