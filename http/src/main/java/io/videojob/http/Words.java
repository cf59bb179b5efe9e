package io.videojob.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what is meant for people in a piece of JSON. */
final class Words {
    private static final List<String> PLACES =
            List.of("message", "msg", "error_message", "error", "detail", "details", "reason", "title");

    private Words() {}

    /** Text as it is, a list's texts joined, an object's message, else its JSON; null if nothing is said. */
    static @Nullable String of(@Nullable Object json) {
        if (json instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        if (json instanceof List<?> list) {
            String all = list.stream().map(Words::of).filter(Objects::nonNull).collect(Collectors.joining("; "));
            return all.isEmpty() ? null : all;
        }
        if (json instanceof Map<?, ?> map) {
            return PLACES.stream()
                    .map(k -> of(map.get(k)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> map.isEmpty() ? null : Json.write(map));
        }
        return json instanceof Number ? json.toString() : null;
    }

    /** A code or an id: text or a number, not blank. */
    static @Nullable String name(@Nullable Object json) {
        return json instanceof String || json instanceof Number ? of(json) : null;
    }
}
