package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What single keywords of a JSON Schema say of a value. */
final class Keywords {
    private Keywords() {}

    static boolean takesNull(Map<String, @Nullable Object> schema) {
        return Boolean.TRUE.equals(schema.get("nullable"))
                || Json.asList(schema.get("anyOf")).stream()
                        .anyMatch(alternative -> takesNull(Json.asObject(alternative)));
    }

    static boolean hasType(@Nullable Object type, Object value) {
        return switch (String.valueOf(type)) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Number && isWhole(value);
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> true; // says nothing of the type
        };
    }

    private static boolean isWhole(Object number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }

    /** The validators' word for what the value is. */
    static String typeOf(Object value) {
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        return value instanceof Number ? "number" : value instanceof Boolean ? "boolean" : "string";
    }

    /** True if only a number can be right. */
    static boolean isOfNumbers(Map<String, @Nullable Object> schema) {
        Object type = schema.get("type");
        List<?> allowed = allowed(schema);
        boolean onlyNumbers = !allowed.isEmpty() && allowed.stream().allMatch(Number.class::isInstance);
        return "integer".equals(type) || "number".equals(type) || (type == null && onlyNumbers);
    }

    static boolean isAllowed(Map<String, @Nullable Object> schema, Object value) {
        List<?> allowed = allowed(schema);
        return allowed.isEmpty() || allowed.stream().anyMatch(one -> same(one, value));
    }

    static String choices(Map<String, @Nullable Object> schema) {
        return allowed(schema).stream().map(value -> "'" + value + "'").collect(Collectors.joining(" | "));
    }

    private static List<?> allowed(Map<String, @Nullable Object> schema) {
        Object only = schema.get("const");
        return only == null ? Json.asList(schema.get("enum")) : List.of(only);
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof Number && other instanceof Number)
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : one.equals(other);
    }
}
