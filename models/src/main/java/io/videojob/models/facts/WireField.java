package io.videojob.models.facts;

import io.videojob.models.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One field of a vendor's model: its name, its JSON Schema, and whether it must be sent. */
public record WireField(String name, Map<String, Object> schema, boolean required) {

    /** A keyword's value. */
    public Optional<Object> keyword(String keyword) {
        return Optional.ofNullable(schema.get(keyword));
    }

    /** All values that it takes; empty for any. */
    public List<Object> values() {
        return Json.list(schema.get("enum"));
    }

    /** The schema's type; of several, the list before the single value, which it can say, too. */
    public String type() {
        if (schema.containsKey("type")) {
            return Json.text(schema.get("type"));
        }
        List<String> types = alternatives().stream()
                .map(alternative -> Json.text(alternative.get("type")))
                .toList();
        return types.contains("array") ? "array" : types.get(0);
    }

    /** A list's items; an empty schema where nothing is said of them. */
    public Map<String, Object> items() {
        return Json.object(alternatives().stream()
                .map(alternative -> alternative.get("items"))
                .filter(items -> items != null)
                .findFirst()
                .orElse(schema.get("items")));
    }

    /** True for links, and lists of links. */
    public boolean isMedia() {
        return "uri".equals(schema.get("format")) || "uri".equals(items().get("format"));
    }

    private List<Map<String, Object>> alternatives() {
        return Json.objects(schema.getOrDefault("anyOf", schema.getOrDefault("oneOf", List.of())));
    }
}
