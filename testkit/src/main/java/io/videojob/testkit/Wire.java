package io.videojob.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions to a request's JSON. */
final class Wire {
    private Wire() {}

    /** The map, at any depth, that has most of these names, the outer of equals; empty if none has any. */
    static Optional<Map<?, ?>> holding(@Nullable Object tree, Map<?, ?> any) {
        Map<?, ?> best = Map.of();
        for (Map<?, ?> map : (Iterable<Map<?, ?>>) maps(tree)::iterator) {
            best = shared(map, any) > shared(best, any) ? map : best;
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static long shared(Map<?, ?> map, Map<?, ?> names) {
        return map.keySet().stream().filter(names::containsKey).count();
    }

    /** All of them, the outer before the inner. */
    private static Stream<Map<?, ?>> maps(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return Stream.concat(Stream.of(map), map.values().stream().flatMap(Wire::maps));
        }
        return tree instanceof List<?> list ? list.stream().flatMap(Wire::maps) : Stream.empty();
    }

    /** Equal, numbers by value. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(left, right);
    }

    /** True if a null is anywhere in it. */
    static boolean holdsNull(@Nullable Object tree) {
        return tree == null
                || (tree instanceof Map<?, ?> map && map.values().stream().anyMatch(Wire::holdsNull))
                || (tree instanceof List<?> list && list.stream().anyMatch(Wire::holdsNull));
    }

    /** True if the text is a value somewhere in it. */
    static boolean says(@Nullable Object tree, String text) {
        return (tree instanceof Map<?, ?> map && map.values().stream().anyMatch(v -> says(v, text)))
                || (tree instanceof List<?> list && list.stream().anyMatch(v -> says(v, text)))
                || text.equals(tree);
    }
}
