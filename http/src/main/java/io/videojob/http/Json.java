package io.videojob.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.videojob.ProtocolException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON as adapters read and write it. A component of type {@code Object} takes whatever comes: text, {@code Long} or {@code
 * BigDecimal} (no digit is lost), {@code Boolean}, {@code List}, {@code Map}, null. Fields that a record lacks are passed
 * over.
 */
public final class Json {
    private static final Pattern LIST_OR_OBJECT = Pattern.compile("\\s*[\\[{]");

    private static final Moshi MOSHI = new Moshi.Builder()
            .add(Object.class, new TreeAdapter())
            .add(BigDecimal.class, new TreeAdapter.Decimal())
            .build();

    private Json() {}

    static Moshi moshi() {
        return MOSHI;
    }

    /** A tree of lists, maps and plain values as text; nulls in maps are left out. */
    public static String write(@Nullable Object tree) {
        return MOSHI.adapter(Object.class).toJson(tree);
    }

    /** What lies in a tree below these keys; null if nothing does. */
    public static @Nullable Object at(@Nullable Object tree, String... keys) {
        Object found = tree;
        for (String key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    /** The text or number in a tree below these keys; null if there is none, or a blank one. */
    public static @Nullable String textAt(@Nullable Object tree, String... keys) {
        return Words.name(at(tree, keys));
    }

    /** The first of these fields that holds text or a number, and not a blank one; null if none does. */
    public static @Nullable String firstText(@Nullable Object tree, String... keys) {
        return Stream.of(keys)
                .map(key -> textAt(tree, key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** JSON within JSON: text that is itself an object or a list is read as such, however deep; the rest is as it is. */
    public static @Nullable Object unpacked(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), unpacked(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(Json::unpacked).collect(Collectors.toCollection(ArrayList::new));
        }
        try {
            return tree instanceof String text && LIST_OR_OBJECT.matcher(text).lookingAt()
                    ? unpacked(read(text))
                    : tree;
        } catch (ProtocolException plainText) {
            return tree;
        }
    }

    /**
     * A component that has to be there.
     *
     * @param otherwise the message if it is null: who sent what without it
     * @throws ProtocolException if it is null
     */
    public static <T> T required(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new ProtocolException(otherwise, null, null);
        }
        return value;
    }

    /** An amount of money: a number of zero or more, or text that is one. */
    public static Optional<BigDecimal> amount(@Nullable Object json) {
        try {
            return Optional.ofNullable(Words.name(json))
                    .filter(text -> text.length() < 40)
                    .map(BigDecimal::new)
                    .filter(value -> value.signum() >= 0 && Math.abs(value.scale()) < 40);
        } catch (NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }

    /**
     * Any JSON text as a tree; null for the text {@code null}.
     *
     * @throws ProtocolException if it isn't JSON
     */
    public static @Nullable Object read(String text) {
        return read(text, Object.class);
    }

    /**
     * JSON text as a wire record, such as a webhook's body; null for the text {@code null}.
     *
     * @throws ProtocolException if it isn't JSON or doesn't fit
     */
    public static <T> @Nullable T read(String text, Class<T> type) {
        try {
            return MOSHI.adapter(type).fromJson(text);
        } catch (IOException | JsonDataException | AssertionError e) {
            throw new ProtocolException("no JSON of the right form: " + e.getMessage(), null, e);
        }
    }
}
