package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One model under a neutral id, wherever it runs, and what is the same of it everywhere. */
public final class Family {
    private final String id;
    private final List<String> aliases;
    private final String produces;
    private final Map<Field, Object> defaults;
    private final Map<String, List<Field>> mediaOrder;

    private Family(
            String id,
            List<String> aliases,
            String produces,
            Map<Field, Object> defaults,
            Map<String, List<Field>> mediaOrder) {
        this.id = requireNonNull(id, "id");
        this.aliases = List.copyOf(aliases);
        this.produces = requireNonNull(produces, "produces");
        EnumMap<Field, Object> ordered = new EnumMap<>(Field.class);
        ordered.putAll(defaults);
        this.defaults = Collections.unmodifiableMap(ordered);
        this.mediaOrder = Collections.unmodifiableMap(new LinkedHashMap<>(mediaOrder));
    }

    /**
     * A family.
     *
     * @param produces {@code video} or {@code image}
     * @param defaults the value that counts where the request sets none, as {@link Field#type()}
     * @param mediaOrder which fields {@code Image}, {@code Element} and {@code Video} count in a neutral prompt
     */
    public static Family of(
            String id,
            List<String> aliases,
            String produces,
            Map<Field, Object> defaults,
            Map<String, List<Field>> mediaOrder) {
        return new Family(id, aliases, produces, defaults, mediaOrder);
    }

    /** The neutral id, such as {@code kling-o1/image-to-video}. */
    public String id() {
        return id;
    }

    /** Further names that requests may use. */
    public List<String> aliases() {
        return aliases;
    }

    /** {@code video} or {@code image}. */
    public String produces() {
        return produces;
    }

    /**
     * Values that count where the request sets none, of fields that vendors default differently. Sent wherever they can be
     * said, so that the same request gives the same video.
     */
    public Map<Field, Object> defaults() {
        return defaults;
    }

    /** By {@code Image}, {@code Element}, {@code Video}: the fields whose media it counts in a neutral prompt, in order. */
    public Map<String, List<Field>> mediaOrder() {
        return mediaOrder;
    }

    @Override
    public String toString() {
        return id;
    }
}
