package io.videojob.models.extract;

import io.videojob.models.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One field's schema without its prose: the keywords that say what it takes, and what its prose adds to them. */
final class Keywords {
    private static final Set<String> KEPT = Set.of(
            "type",
            "format",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "nullable",
            "required",
            "default");

    private Keywords() {}

    static Map<String, Object> of(Map<String, Object> said) {
        Map<String, Object> kept = new LinkedHashMap<>();
        said.forEach((keyword, value) -> {
            if (keyword.equals("properties")) {
                Map<String, Object> inner = new LinkedHashMap<>();
                Json.object(value).forEach((name, property) -> inner.put(name, of(Json.object(property))));
                kept.put(keyword, inner);
            } else if (keyword.equals("items")) {
                kept.put(keyword, of(Json.object(value)));
            } else if (keyword.equals("anyOf") || keyword.equals("oneOf")) {
                kept.put(keyword, Json.objects(value).stream().map(Keywords::of).toList());
            } else if (keyword.equals("default")) {
                kept.put(keyword, typed(said, value));
            } else if (KEPT.contains(keyword) && !(keyword.equals("required") && value instanceof Boolean)) {
                kept.put(keyword, value);
            }
        });
        Prose.limits(String.valueOf(said.getOrDefault("description", "")), kept);
        return kept;
    }

    /** Most defaults of numbers are printed as text. */
    private static Object typed(Map<String, Object> said, Object value) {
        boolean number = List.of("integer", "number").contains(said.getOrDefault("type", ""));
        return number && value instanceof String digits ? Json.parse(digits) : value;
    }
}
