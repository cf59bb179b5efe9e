package io.videojob;

import java.time.Instant;
import java.util.List;

/** What {@link VideoJobs#orphans(OrphanQuery)} found, and how far it could look. */
public final class Orphans {
    private final Instant since;
    private final List<Orphan> found;
    private final List<OrphanList> lists;

    private Orphans(Instant since, List<Orphan> found, List<OrphanList> lists) {
        this.since = since;
        this.found = List.copyOf(found);
        this.lists = List.copyOf(lists);
    }

    /** For the library. */
    public static Orphans of(Instant since, List<Orphan> found, List<OrphanList> lists) {
        return new Orphans(since, found, lists);
    }

    /** From when on it was looked; later than asked for if the journal forgets sooner. */
    public Instant since() {
        return since;
    }

    /** Vendors' jobs that no job of the journal delivers, provider by provider, in the order of their lists. */
    public List<Orphan> found() {
        return found;
    }

    /** How each provider's list could be read, also of those who have none. */
    public List<OrphanList> lists() {
        return lists;
    }

    @Override
    public String toString() {
        return found + " of " + lists;
    }
}
