package io.videojob.models.eachlabs;

import io.videojob.models.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The limits that the tables' descriptions tell in words, as numbers. */
final class Prose {
    private static final String SOURCE = "the field's description";

    private static final Pattern LENGTH = Pattern.compile(
            "(?:max|maximum|max lenght|maximum length of|<=|~)\\s*([0-9]{2,5})(?: \\(UTF-8\\))?(?: characters|$)",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> RANGES = List.of(
            Pattern.compile("Must be between ([0-9.]*[0-9]) and ([0-9.]*[0-9])"),
            Pattern.compile("\\(([0-9.]+) = fully transparent, ([0-9.]+) = fully opaque\\)"),
            Pattern.compile("([0-9]) is most strict and ([0-9]) is most permissive"),
            Pattern.compile("for canonical mode, ([0-9]+)-([0-9]+) for non-canonical mode\\)"));
    private static final Pattern ITEMS_UP_TO = Pattern.compile("Supports up to ([0-9]+) images");
    private static final Pattern ITEMS_BETWEEN = Pattern.compile("\\(([0-9]+)-([0-9]+) videos\\)");
    private static final Pattern DATA_URI = Pattern.compile("base64 data URI");

    private static final Pattern MEGABYTES =
            Pattern.compile("(?:Max file size: |less than )([0-9]+)(?:\\.0)?MB", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS =
            Pattern.compile("(?:under (?=[0-9]+s long(?! for 1080p))|Max (?=[0-9]+ second))([0-9]+)");

    private static final Pattern FULL_HD_SECONDS =
            Pattern.compile("1080p videos are limited to ([0-9]+) or ([0-9]+) seconds");
    private static final Pattern NEEDED_BY_TEMPLATE =
            Pattern.compile("required when the template slug is one of the following: ([a-z_, ]+)\\.");

    private Prose() {}

    /** What one description says about its own field. */
    static void limits(String description, Map<String, Object> property) {
        String type = Json.text(property.get("type"));
        boolean link = property.containsKey("format");
        int before = property.size();
        if (type.equals("string") && !link) {
            find(LENGTH, description, said -> property.put("maxLength", number(said, 1)));
        }
        if (type.equals("integer") || type.equals("number")) {
            RANGES.forEach(range -> find(range, description, said -> {
                property.put("minimum", number(said, 1));
                property.put("maximum", number(said, 2));
            }));
        }
        if (type.equals("array")) {
            find(ITEMS_UP_TO, description, said -> property.put("maxItems", number(said, 1)));
            find(ITEMS_BETWEEN, description, said -> {
                property.put("minItems", number(said, 1));
                property.put("maxItems", number(said, 2));
            });
        }
        if (link) {
            find(DATA_URI, description, said -> property.put("x-inline", true));
            find(MEGABYTES, description, said -> media(property).put("maxMegabytes", number(said, 1)));
            find(SECONDS, description, said -> media(property).put("maxSeconds", number(said, 1)));
        }
        if (property.size() > before) {
            property.put("x-source", SOURCE);
        }
    }

    /** What descriptions say about two fields at once. */
    static void rules(Map<String, Object> model, Map<String, Object> schema) {
        Map<String, Object> fields = Json.object(schema.get("properties"));
        List<Object> rules = new ArrayList<>();
        for (Map<String, Object> row : Json.objects(model.get("params"))) {
            String name = Json.text(row.get("name"));
            String description = Json.text(row.get("desc"));
            if (Json.list(Json.object(fields.get("resolution")).get("enum")).contains("1080p")) {
                find(
                        FULL_HD_SECONDS,
                        description,
                        said -> rules.add(rule(
                                Map.of("properties", Map.of("resolution", Map.of("const", "1080p")), "required", List.of("resolution")),
                                Map.of("properties", Map.of(name, Map.of("enum", List.of(said.group(1), said.group(2))))))));
            }
            find(
                    NEEDED_BY_TEMPLATE,
                    description,
                    said -> rules.add(rule(
                            Map.of("properties", Map.of("template_slug", Map.of("enum", List.of(said.group(1).split(", ", -1))))),
                            Map.of("required", List.of(name)))));
        }
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
    }

    private static Map<String, Object> rule(Map<String, Object> when, Map<String, Object> then) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("if", new TreeMap<>(when));
        rule.put("then", then);
        rule.put("x-source", SOURCE);
        return rule;
    }

    private static Map<String, Object> media(Map<String, Object> property) {
        return Json.object(property.computeIfAbsent("x-media", name -> new LinkedHashMap<>()));
    }

    private static Object number(MatchResult said, int group) {
        return Json.parse(said.group(group));
    }

    private static void find(Pattern pattern, String text, Consumer<MatchResult> then) {
        pattern.matcher(text).results().limit(1).forEach(then);
    }
}
