package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model as its vendor's own lists have it today. */
public final class LiveModel {
    private final String slug;
    private final List<String> aliases;
    private final @Nullable Instant endsAt;
    private final @Nullable String replacedBy;
    private final @Nullable Map<String, List<Object>> fields;
    private final Set<String> required;
    private final boolean otherKind;

    private LiveModel(
            String slug,
            List<String> aliases,
            @Nullable Instant endsAt,
            @Nullable String replacedBy,
            @Nullable Map<String, List<Object>> fields,
            Set<String> required,
            boolean otherKind) {
        this.slug = requireNonNull(slug, "slug");
        this.aliases = List.copyOf(aliases);
        this.endsAt = endsAt;
        this.replacedBy = replacedBy;
        this.fields = fields;
        this.required = Set.copyOf(required);
        this.otherKind = otherKind;
    }

    /** A model that is listed, by the vendor's own name and its further ones. */
    public static LiveModel of(String slug, List<String> aliases) {
        return new LiveModel(slug, aliases, null, null, null, Set.of(), false);
    }

    /**
     * The same, which is to end.
     *
     * @param at when the vendor stops serving it; null if it doesn't say
     * @param successor the model that the vendor advises in its place; null if it names none
     */
    public LiveModel ending(@Nullable Instant at, @Nullable String successor) {
        return new LiveModel(slug, aliases, at == null ? Instant.MAX : at, successor, fields, required, otherKind);
    }

    /**
     * The same with the schema of its input.
     *
     * @param allowed by the vendor's name of each field the values that it takes; an empty list for any
     * @param needed fields that a request must have
     */
    public LiveModel taking(Map<String, List<Object>> allowed, Set<String> needed) {
        Map<String, List<Object>> kept = Collections.unmodifiableMap(new LinkedHashMap<>(allowed));
        return new LiveModel(slug, aliases, endsAt, replacedBy, kept, needed, otherKind);
    }

    /** The same, which makes something else than videos, or is not said to make them: it is no news if nobody knows it. */
    public LiveModel ofOtherKind() {
        return new LiveModel(slug, aliases, endsAt, replacedBy, fields, required, true);
    }

    /** True if it is not said to make videos. */
    public boolean isOfOtherKind() {
        return otherKind;
    }

    /** The vendor's own name. */
    public String slug() {
        return slug;
    }

    /** Further names. */
    public List<String> aliases() {
        return aliases;
    }

    /** When the vendor stops serving it; {@link Instant#MAX} if it says that it will, not when; empty if nothing is said. */
    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** The model that the vendor advises in its place. */
    public Optional<String> replacedBy() {
        return Optional.ofNullable(replacedBy);
    }

    /** The input's fields with the values that they take, an empty list for any; empty if the list has no schema. */
    public Optional<Map<String, List<Object>>> fields() {
        return Optional.ofNullable(fields);
    }

    /** Fields that a request must have. */
    public Set<String> required() {
        return required;
    }

    @Override
    public String toString() {
        return slug + (endsAt == null ? "" : ", ends " + (endsAt.equals(Instant.MAX) ? "some day" : endsAt));
    }
}
