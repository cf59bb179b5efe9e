package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Plain values, as requests have them, and as schemas ask for them. */
final class Plain {
    private Plain() {}

    /** A number as a neutral field of that type has it; everything else as it is. */
    static Object typed(Class<?> type, Object plain) {
        if (!(plain instanceof Number)) {
            return plain;
        }
        BigDecimal number = new BigDecimal(plain.toString());
        if (type == Duration.class) {
            return Duration.ofMillis(number.movePointRight(3).longValue());
        }
        if (type == Integer.class) {
            return number.intValue();
        }
        return type == Long.class ? (Object) number.longValue() : number;
    }

    /** Something that fits a schema, with what it requires and no more, or with all where nothing is. */
    static JsonNode filled(JsonNode schema) {
        ObjectMapper json = Facts.JSON;
        JsonNode first = schema.path("anyOf").path(0).isMissingNode()
                ? schema.path("oneOf").path(0)
                : schema.path("anyOf").path(0);
        if (!first.isMissingNode()) {
            return filled(first);
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> {
                var object = json.createObjectNode();
                List<String> required = new ArrayList<>();
                schema.path("required").forEach(name -> required.add(name.asText()));
                schema.path("properties").properties().stream()
                        .filter(property -> required.isEmpty() || required.contains(property.getKey()))
                        .forEach(property -> object.set(property.getKey(), filled(property.getValue())));
                yield object;
            }
            case "array" -> {
                var array = json.createArrayNode();
                int items = Math.max(1, schema.path("minItems").asInt(1));
                IntStream.range(0, items).forEach(i -> array.add(filled(schema.path("items"))));
                yield array;
            }
            case "integer", "number" ->
                json.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            default ->
                json.getNodeFactory()
                        .textNode(schema.path("format").asText().equals("uri") ? "https://example.com/a.png" : "a");
        };
    }

    /** A node of JSON as a request has it. */
    static Object of(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? node.decimalValue() : Facts.JSON.convertValue(node, Object.class);
    }
}
