package io.videojob.eachlabs;

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
        String all = text(name);
        if (!all.startsWith("// source: ")) {
            throw new IllegalStateException(name + " does not say where it comes from");
        }
        return all.substring(all.indexOf('\n') + 1).strip();
    }

    static String text(String name) {
        try (InputStream in = Bodies.class.getResourceAsStream(name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one top-level field set, to walk through a field's documented values. */
    static String with(String name, String field, Object value) {
        Map<String, Object> tree = tree(body(name));
        tree.put(field, value);
        return Json.write(tree);
    }

    static Map<String, Object> tree(String json) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(Json.read(json))).forEach((k, v) -> tree.put((String) k, v));
        return tree;
    }
}
