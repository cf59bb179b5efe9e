package io.videojob.models.eachlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One model's table (name, type, required, default, options, description) as a JSON Schema. */
final class ParameterTable {
    private static final String NOTHING = "—";
    private static final String CUT_OFF = "...";
    private static final Set<String> FILE_TYPES = Set.of("png", "jpeg", "jpg", "webp");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("[{,]\"([^\"]+)\":\\{");
    private static final Pattern LINK = Pattern.compile("(.*_)?(url|uri)[0-9]?(_[0-9])?"
            + "|image|video|audio|face|input_audio|input_image|subject_image|mask_image|(first|last)_frame_image");
    private static final Pattern LINKS = Pattern.compile("(.*_)?urls|reference_images");
    /** A default that is somebody's sample rather than a setting is none. */
    private static final int LONGEST_DEFAULT_PROMPT = 3;

    private ParameterTable() {}

    static ObjectNode schema(JsonNode model) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        schema.put("title", model.path("title").asText().replace('\u00a0', ' ').trim());
        schema.put("x-category", model.path("cat").asText());
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = schema.putObject("properties");
        for (JsonNode row : model.path("params")) {
            String name = row.path("name").asText();
            properties.set(name, property(name, row));
            if (row.path("required").asText().equals("Yes")) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        Prose.rules(model, schema);
        return schema;
    }

    private static ObjectNode property(String name, JsonNode row) {
        String type = row.path("type").asText();
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("type", type);
        if (type.equals("string") && LINK.matcher(name).matches()) {
            property.put("format", "uri");
        }
        if (type.equals("array") && LINKS.matcher(name).matches()) {
            property.putObject("items").put("type", "string").put("format", "uri");
        }
        options(type, row.path("options").asText(), property);
        String printed = row.path("default").asText().replaceAll("^`\"|\"`$", "");
        boolean sample = property.has("format")
                || (name.equals("prompt") && printed.length() > LONGEST_DEFAULT_PROMPT);
        if (!printed.equals(NOTHING) && !sample) {
            property.set("default", typed(type, printed));
        }
        Prose.limits(row.path("desc").asText(), property);
        return property;
    }

    private static void options(String type, String printed, ObjectNode property) {
        if (printed.equals(NOTHING)) {
            return;
        }
        if (printed.startsWith("{")) {
            // Templates by their key; the table shows the first ones only.
            ArrayNode examples = property.putArray("examples");
            Matcher key = TEMPLATE_KEY.matcher(printed);
            while (key.find()) {
                examples.add(key.group(1));
            }
            return;
        }
        List<String> values = Arrays.asList(printed.split(",", -1));
        if (property.has("format") && FILE_TYPES.containsAll(values)) {
            ArrayNode types = property.putObject("x-media").putArray("types");
            values.forEach(types::add);
            return;
        }
        boolean cutOff = printed.endsWith(CUT_OFF);
        ArrayNode listed = property.putArray(cutOff ? "examples" : "enum");
        (cutOff ? values.subList(0, values.size() - 1) : values).forEach(value -> listed.add(typed(type, value)));
    }

    /** The tables print every value as text. */
    private static JsonNode typed(String type, String printed) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case "integer" -> json.numberNode(Long.parseLong(printed));
            case "number" -> json.numberNode(new BigDecimal(printed));
            case "boolean" -> json.booleanNode(Boolean.parseBoolean(printed));
            case "string" -> json.textNode(printed);
            default -> throw new IllegalArgumentException("a " + type + " with the value " + printed);
        };
    }
}
