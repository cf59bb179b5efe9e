package io.videojob.models.eachlabs;

import io.videojob.models.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas of Kling O1: without their descriptions, with what they say about several fields at once. */
final class KlingO1 {
    private static final Pattern TOGETHER = Pattern.compile("len\\(image_urls\\)\\+len\\(elements\\) <= ([0-9]+)");
    private static final Pattern VIDEO =
            Pattern.compile("video mp4/mov ([0-9]+)-([0-9]+) s ([0-9]+)-([0-9]+) px <=([0-9]+) MB");

    private KlingO1() {}

    /** @param table the same model in the list of models, empty for the image model, which isn't there */
    static Map<String, Object> schema(Map<String, Object> printed, Map<String, Object> table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", table.getOrDefault("title", "Kling | O1 | Image"));
        schema.put("x-category", table.getOrDefault("x-category", "Image"));
        schema.putAll(Json.object(bare(printed)));
        schema.put("additionalProperties", false);
        String prose = String.valueOf(printed.get("x-constraint"));
        Matcher together = TOGETHER.matcher(prose);
        if (together.find()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("of", List.of("image_urls", "elements"));
            rule.put("max", Long.parseLong(together.group(1)));
            schema.put("x-maxTotal", List.of(rule));
        }
        Matcher video = VIDEO.matcher(prose);
        if (video.find()) {
            Map<String, Object> media = new LinkedHashMap<>();
            media.put("types", List.of("mp4", "mov"));
            media.put("minSeconds", Long.parseLong(video.group(1)));
            media.put("maxSeconds", Long.parseLong(video.group(2)));
            media.put("minSide", Long.parseLong(video.group(3)));
            media.put("maxSide", Long.parseLong(video.group(4)));
            media.put("maxMegabytes", Long.parseLong(video.group(5)));
            Json.object(Json.object(schema.get("properties")).get("video_url")).put("x-media", media);
        }
        return schema;
    }

    private static Object bare(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(KlingO1::bare).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        Json.object(map).forEach((keyword, said) -> {
            boolean prose = said instanceof String && (keyword.equals("description") || keyword.startsWith("x-"));
            if (!prose) {
                kept.put(keyword, bare(said));
            }
        });
        return kept;
    }
}
