package io.videojob.aimlapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The vendor's documented bodies: the first line of each file says where it was printed. */
final class Bodies {
    private Bodies() {}

    /** The body as printed. */
    static String body(String name) {
        try (InputStream in = Bodies.class.getResourceAsStream(name + ".json")) {
            String all = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
            if (!all.startsWith("// source: ")) {
                throw new IllegalStateException(name + " does not say where it comes from");
            }
            return all.substring(all.indexOf('\n') + 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> tree(String json) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(Json.read(json))).forEach((k, v) -> tree.put((String) k, v));
        return tree;
    }

    /** The same with one field set, to walk through a field's documented values. */
    static String with(String name, String field, Object value) {
        Map<String, Object> tree = tree(body(name));
        tree.put(field, value);
        return Json.write(tree);
    }

    /** The documented log row with what makes it ours, and how many more pages there are. */
    static String log(Map<String, Object> row, boolean more) {
        Map<String, Object> logs = tree(body("answers/logs"));
        Map<String, Object> ours = new LinkedHashMap<>(firstRow(logs));
        ours.putAll(row);
        logs.put("data", java.util.List.of(firstRow(logs), ours));
        logs.put("pagination", Map.of("limit", 100L, "offset", 0L, "total", 300L, "has_more", more));
        return Json.write(logs);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstRow(Map<String, Object> logs) {
        return (Map<String, Object>) ((java.util.List<?>) logs.get("data")).get(0);
    }
}
