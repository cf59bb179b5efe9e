package io.videojob.models.eachlabs;

import io.videojob.models.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One model's table (name, type, required, default, options, description) as a JSON Schema. */
final class ParameterTable {
    private static final String NOTHING = "—";
    private static final String CUT_OFF = "...";
    private static final Set<String> FILE_TYPES = Set.of("png", "jpeg", "jpg", "webp");
    private static final Pattern TEMPLATE = Pattern.compile("[{,]\"([^\"]+)\":\\{");
    private static final Pattern LINK = Pattern.compile("(.*_)?(url|uri)[0-9]?(_[0-9])?"
            + "|image|video|audio|face|input_audio|input_image|subject_image|mask_image|(first|last)_frame_image");
    private static final Pattern LINKS = Pattern.compile("(.*_)?urls|reference_images");
    /** A longer default of a prompt is somebody's sample rather than a setting. */
    private static final int LONGEST_DEFAULT_PROMPT = 3;

    private ParameterTable() {}

    static Map<String, Object> schema(Map<String, Object> model) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Map<String, Object> row : Json.objects(model.get("params"))) {
            String name = Json.text(row.get("name"));
            properties.put(name, property(name, row));
            if ("Yes".equals(row.get("required"))) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", Json.text(model.get("title")).replace('\u00a0', ' ').strip());
        schema.put("x-category", Json.text(model.get("cat")));
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        Prose.rules(model, schema);
        return schema;
    }

    private static Map<String, Object> property(String name, Map<String, Object> row) {
        String type = Json.text(row.get("type"));
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        if (type.equals("string") && LINK.matcher(name).matches()) {
            property.put("format", "uri");
        }
        if (type.equals("array") && LINKS.matcher(name).matches()) {
            Map<String, Object> items = new LinkedHashMap<>();
            items.put("type", "string");
            items.put("format", "uri");
            property.put("items", items);
        }
        options(type, Json.text(row.get("options")), property);
        String printed = Json.text(row.get("default")).replaceAll("^`\"|\"`$", "");
        boolean sample =
                property.containsKey("format") || (name.equals("prompt") && printed.length() > LONGEST_DEFAULT_PROMPT);
        if (!printed.equals(NOTHING) && !sample) {
            property.put("default", typed(type, printed));
        }
        Prose.limits(Json.text(row.get("desc")), property);
        return property;
    }

    private static void options(String type, String printed, Map<String, Object> property) {
        if (printed.equals(NOTHING)) {
            return;
        }
        if (printed.startsWith("{")) {
            // Templates by their key; the table shows the first ones only.
            property.put(
                    "examples",
                    TEMPLATE.matcher(printed)
                            .results()
                            .map(MatchResult::group)
                            .map(key -> key.replaceAll("[{,:\"]", ""))
                            .toList());
            return;
        }
        List<String> values = List.of(printed.split(",", -1));
        if (property.containsKey("format") && FILE_TYPES.containsAll(values)) {
            property.put("x-media", new LinkedHashMap<>(Map.of("types", values)));
            return;
        }
        boolean cutOff = printed.endsWith(CUT_OFF);
        property.put(
                cutOff ? "examples" : "enum",
                (cutOff ? values.subList(0, values.size() - 1) : values)
                        .stream().map(value -> typed(type, value)).toList());
    }

    /** The tables print every value as text. */
    private static Object typed(String type, String printed) {
        return switch (type) {
            case "integer", "number" -> Json.parse(printed);
            case "boolean" -> Boolean.parseBoolean(printed);
            case "string" -> printed;
            default -> throw new IllegalArgumentException("a " + type + " with the value " + printed);
        };
    }
}
