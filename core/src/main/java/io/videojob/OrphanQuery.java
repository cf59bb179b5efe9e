package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which orphans {@link VideoJobs#orphans(OrphanQuery)} looks for. Immutable; each method gives a changed copy. */
public final class OrphanQuery {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final OrphanQuery USUAL = new OrphanQuery(Duration.ofHours(24), null, false, 5_000, list -> {});

    private final Duration since;
    private final @Nullable String provider;
    private final boolean everything;
    private final int limit;
    private final Consumer<OrphanList> progress;

    private OrphanQuery(
            Duration since, @Nullable String provider, boolean everything, int limit, Consumer<OrphanList> progress) {
        this.since = since;
        this.provider = provider;
        this.everything = everything;
        this.limit = limit;
        this.progress = progress;
    }

    /** What was made in the last 24 hours, at any provider. */
    public static OrphanQuery usual() {
        return USUAL;
    }

    /**
     * What was made so long ago at most. Where jobs leave the journal after some time ({@code videojob.journal.retention}), no
     * longer than that: what has left it would look like an orphan.
     *
     * @throws IllegalArgumentException unless it is positive, and 90 days at most
     */
    public OrphanQuery since(Duration ago) {
        if (ago.isNegative() || ago.isZero() || ago.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("since is " + ago + "; it must be positive, and at most 90 days");
        }
        return new OrphanQuery(ago, provider, everything, limit, progress);
    }

    /** Only at this provider. */
    public OrphanQuery atProvider(String wanted) {
        return new OrphanQuery(since, requireNonNull(wanted, "wanted"), everything, limit, progress);
    }

    /**
     * Also what is left out otherwise: jobs of which the list says that they failed and cost nothing, and requests for models
     * that no profile of the provider describes, such as a text model's.
     */
    public OrphanQuery everything() {
        return new OrphanQuery(since, provider, true, limit, progress);
    }

    /** So many rows of each list are read at most, at least 1; 5,000 unless set. */
    public OrphanQuery limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("limit is " + rows + "; at least 1");
        }
        return new OrphanQuery(since, provider, everything, rows, progress);
    }

    /** Told of each page that was read, on the calling thread, with how far its list is read. */
    public OrphanQuery onPage(Consumer<OrphanList> listener) {
        return new OrphanQuery(since, provider, everything, limit, requireNonNull(listener, "listener"));
    }

    /** How long ago at most. */
    public Duration since() {
        return since;
    }

    /** The provider wanted. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** True if nothing is left out. */
    public boolean isEverything() {
        return everything;
    }

    /** How many rows of a list at most. */
    public int limit() {
        return limit;
    }

    /** Who is told of pages. */
    public Consumer<OrphanList> listener() {
        return progress;
    }
}
