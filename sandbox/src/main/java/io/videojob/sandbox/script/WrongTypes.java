package io.videojob.sandbox.script;

import io.videojob.sandbox.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of a JSON answer and gives each value another type. */
final class WrongTypes {
    private WrongTypes() {}

    static Answer in(Answer own) {
        Map<String, @Nullable Object> wrong = Json.object();
        Json.readObject(own.bodyText()).forEach((key, value) -> wrong.put(key, other(value)));
        return Answer.json(own.status(), Json.write(wrong));
    }

    private static Object other(@Nullable Object value) {
        if (value instanceof String) {
            return List.of(7);
        }
        if (value instanceof Number) {
            return "seven";
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? Map.of("a", "list") : 7;
    }
}
