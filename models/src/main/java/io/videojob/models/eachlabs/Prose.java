package io.videojob.models.eachlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limits that the tables' descriptions tell in words, as numbers. */
final class Prose {
    private static final String SOURCE = "the field's description";

    private static final Pattern LENGTH = Pattern.compile("(?:max|maximum|max lenght|maximum length of|<=|~)\\s*([0-9]{2,5})"
            + "(?: \\(UTF-8\\))?(?: characters|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("Must be between ([0-9.]*[0-9]) and ([0-9.]*[0-9])");
    private static final Pattern OPACITY = Pattern.compile("\\(([0-9.]+) = fully transparent, ([0-9.]+) = fully opaque\\)");
    private static final Pattern STRICTNESS = Pattern.compile("([0-9]) is most strict and ([0-9]) is most permissive");
    private static final Pattern SECONDS_BY_MODE =
            Pattern.compile("\\(1-[0-9]+ for canonical mode, ([0-9]+)-([0-9]+) for non-canonical mode\\)");
    private static final Pattern ITEMS_UP_TO = Pattern.compile("Supports up to ([0-9]+) images");
    private static final Pattern ITEMS_BETWEEN = Pattern.compile("\\(([0-9]+)-([0-9]+) videos\\)");
    private static final Pattern DATA_URI = Pattern.compile("base64 data URI");

    private static final Pattern MEGABYTES =
            Pattern.compile("(?:Max file size: |less than )([0-9]+)(?:\\.0)?MB", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORTEST_SIDE = Pattern.compile("Min width: ([0-9]+)px, Min height: ([0-9]+)px");
    private static final Pattern LONGEST_SOUND = Pattern.compile("under ([0-9]+)s long(?! for 1080p)|Max ([0-9]+) second");

    private static final Pattern FULL_HD_SECONDS = Pattern.compile("1080p videos are limited to ([0-9]+) or ([0-9]+) seconds");
    private static final Pattern NEEDED_BY_TEMPLATE =
            Pattern.compile("required when the template slug is one of the following: ([a-z_, ]+)\\.");

    private Prose() {}

    /** What one description says about its own field. */
    static void limits(String description, ObjectNode property) {
        String type = property.path("type").asText();
        boolean link = property.has("format");
        int before = property.size();
        if (type.equals("string") && !link) {
            find(LENGTH, description, limit -> property.put("maxLength", Integer.parseInt(limit.group(1))));
        }
        if (type.equals("integer") || type.equals("number")) {
            for (Pattern range : new Pattern[] {BETWEEN, OPACITY, STRICTNESS, SECONDS_BY_MODE}) {
                find(range, description, limit -> {
                    property.put("minimum", new BigDecimal(limit.group(1)));
                    property.put("maximum", new BigDecimal(limit.group(2)));
                });
            }
        }
        if (type.equals("array")) {
            find(ITEMS_UP_TO, description, limit -> property.put("maxItems", Integer.parseInt(limit.group(1))));
            find(ITEMS_BETWEEN, description, limit -> {
                property.put("minItems", Integer.parseInt(limit.group(1)));
                property.put("maxItems", Integer.parseInt(limit.group(2)));
            });
        }
        if (link) {
            find(DATA_URI, description, said -> property.put("x-inline", true));
            media(description, property);
        }
        if (property.size() > before) {
            property.put("x-source", SOURCE);
        }
    }

    private static void media(String description, ObjectNode property) {
        find(MEGABYTES, description, limit -> property.withObject("/x-media")
                .put("maxMegabytes", Integer.parseInt(limit.group(1))));
        find(SHORTEST_SIDE, description, limit -> property.withObject("/x-media")
                .put("minSide", Integer.parseInt(limit.group(1))));
        find(LONGEST_SOUND, description, limit -> property.withObject("/x-media")
                .put("maxSeconds", Integer.parseInt(limit.group(1) == null ? limit.group(2) : limit.group(1))));
    }

    /** What descriptions say about two fields at once. */
    static void rules(JsonNode model, ObjectNode schema) {
        JsonNode properties = schema.path("properties");
        for (JsonNode row : model.path("params")) {
            String name = row.path("name").asText();
            String description = row.path("desc").asText();
            if (properties.path("resolution").path("enum").toString().contains("\"1080p\"")) {
                find(FULL_HD_SECONDS, description, limit -> {
                    ObjectNode rule = schema.withArray("allOf").addObject();
                    ObjectNode when = rule.putObject("if");
                    when.putObject("properties").putObject("resolution").put("const", "1080p");
                    when.putArray("required").add("resolution");
                    ObjectNode then = rule.putObject("then").putObject("properties").putObject(name);
                    then.putArray("enum").add(limit.group(1)).add(limit.group(2));
                    rule.put("x-source", SOURCE);
                });
            }
            find(NEEDED_BY_TEMPLATE, description, limit -> {
                ObjectNode rule = schema.withArray("allOf").addObject();
                ObjectNode when = rule.putObject("if").putObject("properties").putObject("template_slug");
                for (String template : limit.group(1).split(", ", -1)) {
                    when.withArray("enum").add(template);
                }
                rule.putObject("then").putArray("required").add(name);
                rule.put("x-source", SOURCE);
            });
        }
    }

    private static void find(Pattern pattern, String text, Consumer<Matcher> then) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            then.accept(matcher);
        }
    }
}
