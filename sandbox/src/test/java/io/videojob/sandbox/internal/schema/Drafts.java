package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inputs made from a schema: the smallest good one, and for each field values that can't be good. */
public final class Drafts {
    public static final String LINK = "https://example.com/a.png";

    private Drafts() {}

    /** What the schema requires, and no more. */
    public static Map<String, @Nullable Object> smallest(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> fields = Json.asObject(schema.get("properties"));
        Map<String, @Nullable Object> input = Json.object();
        List<Object> required = new ArrayList<>(Json.asList(schema.get("required")));
        for (Object rule : Json.asList(schema.get("allOf"))) {
            required.addAll(firstChoice(Json.asObject(rule), "anyOf"));
            required.addAll(firstChoice(Json.asObject(rule), "oneOf"));
        }
        for (Object name : required) {
            input.put(name.toString(), good(Json.asObject(fields.get(name.toString()))));
        }
        return input;
    }

    private static List<?> firstChoice(Map<String, @Nullable Object> rule, String keyword) {
        List<?> alternatives = Json.asList(rule.get(keyword));
        return alternatives.isEmpty()
                ? List.of()
                : Json.asList(Json.asObject(alternatives.get(0)).get("required"));
    }

    private static Object good(Map<String, @Nullable Object> field) {
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<?> alternatives = Json.asList(field.get(keyword));
            if (!alternatives.isEmpty()) {
                return good(Json.asObject(alternatives.get(0)));
            }
        }
        List<?> allowed = Json.asList(field.get("enum"));
        if (!allowed.isEmpty()) {
            return allowed.get(0);
        }
        return switch (String.valueOf(field.get("type"))) {
            case "integer", "number" -> field.getOrDefault("minimum", field.getOrDefault("maximum", 1L));
            case "boolean" -> true;
            case "array" ->
                Collections.nCopies(
                        new BigDecimal(String.valueOf(field.getOrDefault("minItems", 1L))).intValue(),
                        good(Json.asObject(field.get("items"))));
            case "object" -> smallest(field);
            default -> "uri".equals(field.get("format")) ? LINK : "a raccoon";
        };
    }

    /** A value of another type, and one beyond each limit the field has. */
    static List<Object> bad(Map<String, @Nullable Object> field) {
        List<Object> values = new ArrayList<>();
        String type = String.valueOf(field.get("type"));
        values.add(type.equals("boolean") ? "true" : false);
        if (type.equals("integer")) {
            values.add(new BigDecimal("5.5"));
        }
        if ("uri".equals(field.get("format"))) {
            values.add("not a link");
        }
        if (field.containsKey("enum")) {
            values.add(type.equals("string") ? "none of these" : 987654L);
        }
        if (field.containsKey("maximum")) {
            values.add(number(field, "maximum").add(BigDecimal.ONE));
        }
        if (field.containsKey("minimum")) {
            values.add(number(field, "minimum").subtract(BigDecimal.ONE));
        }
        if (field.containsKey("maxLength")) {
            values.add("x".repeat(number(field, "maxLength").intValue() + 1));
        }
        if (field.containsKey("minLength")) {
            values.add("x".repeat(number(field, "minLength").intValue() - 1));
        }
        if (field.containsKey("maxItems")) {
            Object item = good(Json.asObject(field.get("items")));
            values.add(Collections.nCopies(number(field, "maxItems").intValue() + 1, item));
        }
        if (field.containsKey("minItems")) {
            values.add(List.of());
        }
        if (field.containsKey("items")) {
            bad(Json.asObject(field.get("items"))).forEach(item -> values.add(List.of(item)));
        }
        return values;
    }

    private static BigDecimal number(Map<String, @Nullable Object> field, String keyword) {
        return new BigDecimal(String.valueOf(field.get(keyword)));
    }
}
