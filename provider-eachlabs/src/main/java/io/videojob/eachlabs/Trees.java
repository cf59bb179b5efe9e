package io.videojob.eachlabs;

import io.videojob.ProtocolException;
import io.videojob.http.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions to untyped JSON: nothing here is one vendor's. */
final class Trees {
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|data:)\\S+");

    private Trees() {}

    /** The first of these that is text and not blank. */
    static @Nullable String text(Map<?, ?> tree, String... keys) {
        return Stream.of(keys)
                .map(key -> tree.get(key) instanceof String text && !text.isBlank() ? text : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Every link or data URI in text, a list, or below one of these keys, in the order of the keys. */
    static Stream<String> links(@Nullable Object output, List<String> keys) {
        Object tree = parsed(output);
        if (tree instanceof List<?> list) {
            return list.stream().flatMap(item -> links(item, keys));
        }
        if (tree instanceof Map<?, ?> map) {
            return keys.stream().flatMap(key -> links(map.get(key), keys));
        }
        return tree instanceof String text && LINK.matcher(text).matches() ? Stream.of(text) : Stream.empty();
    }

    /** Text that is itself a JSON object or list is read as such; the rest is as it is, text without space around. */
    static @Nullable Object parsed(@Nullable Object value) {
        if (!(value instanceof String given)) {
            return value;
        }
        String text = given.strip();
        try {
            return text.startsWith("{") || text.startsWith("[") ? Json.read(text) : text;
        } catch (ProtocolException plainText) {
            return text;
        }
    }

    /** Field by field: numbers by value, text exactly; the order of keys is nothing, and null is not there. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return Stream.of(a, b).flatMap(map -> map.keySet().stream()).allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (left instanceof Number a && right instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(left, right);
    }
}
