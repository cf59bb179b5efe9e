package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one provider's own list gave to a search for orphans. */
public final class OrphanList {
    private final String provider;
    private final Listing shows;
    private final int rows;
    private final int leftOut;
    private final boolean cut;
    private final @Nullable VideoJobException trouble;

    private OrphanList(
            String provider, Listing shows, int rows, int leftOut, boolean cut, @Nullable VideoJobException trouble) {
        this.provider = provider;
        this.shows = shows;
        this.rows = rows;
        this.leftOut = leftOut;
        this.cut = cut;
        this.trouble = trouble;
    }

    /** For the library: a list of which nothing is read yet. */
    public static OrphanList of(String provider, Listing shows) {
        return new OrphanList(requireNonNull(provider, "provider"), shows, 0, 0, false, null);
    }

    /** For the library: the same with further rows read. */
    public OrphanList read(int more, int moreLeftOut) {
        return new OrphanList(provider, shows, rows + more, leftOut + moreLeftOut, cut, trouble);
    }

    /** For the library: the same, not read to its end. */
    public OrphanList cut() {
        return new OrphanList(provider, shows, rows, leftOut, true, trouble);
    }

    /** For the library: the same, broken off. */
    public OrphanList failed(VideoJobException why) {
        return new OrphanList(provider, shows, rows, leftOut, true, why);
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** What such a list shows at all: of a vendor that lists what has ended, no running job can be found. */
    public Listing shows() {
        return shows;
    }

    /** How many rows were read. */
    public int rows() {
        return rows;
    }

    /** How many of them were left out, see {@link OrphanQuery#everything()}; and those without an id to adopt them by. */
    public int leftOut() {
        return leftOut;
    }

    /** True if the list goes on behind what was read. */
    public boolean isCut() {
        return cut;
    }

    /** Why it could not be read, or not to its end. What was read until then counts. */
    public Optional<VideoJobException> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public String toString() {
        return provider + ": " + rows + " rows" + (cut ? ", cut" : "") + (trouble == null ? "" : ", " + trouble);
    }
}
