package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a look-up for a lost answer's job came to. */
public final class Lookup {

    /** What is proved. */
    public enum Kind {
        /** It is this one: the vendor names our own tag with it. */
        FOUND,
        /** These jobs have the same model, time and input, and nobody claims them; the engine rules out twins of ours. */
        CANDIDATES,
        /** No such job is listed. What that proves {@link ProviderTraits#absenceProvesAfter()} says. */
        NOT_SEEN,
        /** The look-up proves nothing. */
        CAN_NOT_TELL
    }

    private final Kind kind;
    private final List<String> ids;
    private final @Nullable String why;

    private Lookup(Kind kind, List<String> ids, @Nullable String why) {
        this.kind = kind;
        this.ids = List.copyOf(ids);
        this.why = why;
    }

    /** It is this one. */
    public static Lookup found(String vendorJobId) {
        return new Lookup(Kind.FOUND, List.of(requireNonNull(vendorJobId, "vendorJobId")), null);
    }

    /** It may be one of these; none of them: {@link #notSeen()}. */
    public static Lookup candidates(List<String> vendorJobIds) {
        return vendorJobIds.isEmpty() ? notSeen() : new Lookup(Kind.CANDIDATES, vendorJobIds, null);
    }

    /** Not listed. */
    public static Lookup notSeen() {
        return new Lookup(Kind.NOT_SEEN, List.of(), null);
    }

    /** Proves nothing, and why. */
    public static Lookup canNotTell(String why) {
        return new Lookup(Kind.CAN_NOT_TELL, List.of(), why);
    }

    /** What is proved. */
    public Kind kind() {
        return kind;
    }

    /** The vendor's job ids: one when found, at least one as candidates, else none. */
    public List<String> ids() {
        return ids;
    }

    /** Why nothing is proved. */
    public Optional<String> why() {
        return Optional.ofNullable(why);
    }

    @Override
    public String toString() {
        return kind + (ids.isEmpty() ? "" : " " + ids) + (why == null ? "" : " " + why);
    }
}
