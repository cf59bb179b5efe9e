package io.videojob.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** A vendor's field inside an object of its own, such as {@code keyframes.frame0}: names with dots between them. */
final class WirePath {
    private WirePath() {}

    /** Puts the value where the path leads, making the objects on the way. */
    static void put(Map<String, Object> body, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            body.put(path, value);
            return;
        }
        String name = path.substring(0, dot);
        Map<String, Object> inner = new LinkedHashMap<>();
        if (body.get(name) instanceof Map<?, ?> there) {
            there.forEach((key, old) -> inner.put(String.valueOf(key), old));
        }
        put(inner, path.substring(dot + 1), value);
        body.put(name, inner);
    }
}
