package io.videojob.models.eachlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas of Kling O1: without their descriptions, with what they say about several fields at once. */
final class KlingO1 {
    private static final Pattern TOGETHER = Pattern.compile("len\\(image_urls\\)\\+len\\(elements\\) <= ([0-9]+)");
    private static final Pattern VIDEO =
            Pattern.compile("video mp4/mov ([0-9]+)-([0-9]+) s ([0-9]+)-([0-9]+) px <=([0-9]+) MB");

    private KlingO1() {}

    static ObjectNode schema(String slug, JsonNode printed) {
        ObjectNode schema = (ObjectNode) bare(printed);
        schema.put("title", slug.equals("kling-o1") ? "Kling | O1 | Image" : slug);
        schema.put("x-category", slug.equals("kling-o1") ? "Image" : "Video");
        schema.put("additionalProperties", false);
        String prose = printed.path("x-constraint").asText();
        Matcher together = TOGETHER.matcher(prose);
        if (together.find()) {
            ObjectNode rule = schema.putArray("x-maxTotal").addObject();
            rule.putArray("of").add("image_urls").add("elements");
            rule.put("max", Integer.parseInt(together.group(1)));
        }
        Matcher video = VIDEO.matcher(prose);
        if (video.find()) {
            ObjectNode media = ((ObjectNode) schema.path("properties").path("video_url")).putObject("x-media");
            media.putArray("types").add("mp4").add("mov");
            media.put("minSeconds", Integer.parseInt(video.group(1)));
            media.put("maxSeconds", Integer.parseInt(video.group(2)));
            media.put("minSide", Integer.parseInt(video.group(3)));
            media.put("maxSide", Integer.parseInt(video.group(4)));
            media.put("maxMegabytes", Integer.parseInt(video.group(5)));
        }
        return schema;
    }

    private static JsonNode bare(JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(bare(item)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            boolean prose = entry.getValue().isTextual()
                    && (entry.getKey().equals("description") || entry.getKey().startsWith("x-"));
            if (!prose) {
                copy.set(entry.getKey(), bare(entry.getValue()));
            }
        });
        return copy;
    }
}
