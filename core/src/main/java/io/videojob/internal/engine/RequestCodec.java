package io.videojob.internal.engine;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.Shot;
import io.videojob.VideoRequest;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as JSON, by their neutral names. */
final class RequestCodec {
    private RequestCodec() {}

    static Map<String, Object> write(VideoRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        request.fields().forEach((field, value) -> fields.put(field.key(), write(value)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", request.model());
        json.put("fields", fields);
        json.put("options", request.options());
        json.put("adjusting", request.isAdjusting());
        json.put("unknownModelAllowed", request.isUnknownModelAllowed());
        request.deadline().ifPresent(d -> json.put("deadline", d.toString()));
        request.tag().ifPresent(t -> json.put("tag", t));
        return json;
    }

    static VideoRequest read(JsonFields json) {
        VideoRequest.Builder builder = VideoRequest.builder(json.text("model"));
        JsonFields fields = json.object("fields");
        for (String name : fields.names()) {
            Field field = Field.byKey(name)
                    .orElseThrow(() -> new JsonException(fields.where() + ": this version knows no field " + name));
            builder.set(field, read(field, fields, name));
        }
        json.map("options").forEach((name, value) -> {
            if (value != null) {
                builder.option(name, value);
            }
        });
        if (json.flag("adjusting")) {
            builder.adjust();
        }
        if (json.flag("unknownModelAllowed")) {
            builder.allowUnknownModel();
        }
        json.optionalDuration("deadline").ifPresent(builder::deadline);
        json.optionalText("tag").ifPresent(builder::tag);
        return builder.build();
    }

    private static Object write(Object value) {
        if (value instanceof Media media) {
            return media.uri();
        }
        if (value instanceof Element element) {
            return Map.of(
                    "frontal", element.frontal().uri(),
                    "references", element.references().stream().map(Media::uri).toList());
        }
        if (value instanceof Shot shot) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("prompt", shot.prompt());
            shot.duration().ifPresent(d -> json.put("duration", d.toString()));
            return json;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> write(item)).toList();
        }
        if (value instanceof Duration duration) {
            return duration.toString();
        }
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private static Object read(Field field, JsonFields fields, String name) {
        if (field == Field.ELEMENTS) {
            return fields.objects(name).stream().map(RequestCodec::element).toList();
        }
        if (field == Field.SHOTS) {
            return fields.objects(name).stream().map(RequestCodec::shot).toList();
        }
        if (field.type() == List.class) {
            return fields.texts(name).stream().map(Media::url).toList();
        }
        if (field.type() == Media.class) {
            return Media.url(fields.text(name));
        }
        if (field.type() == Duration.class) {
            return fields.duration(name);
        }
        if (field.type() == Integer.class) {
            return Math.toIntExact(fields.integer(name));
        }
        if (field.type() == Long.class) {
            return fields.integer(name);
        }
        if (field.type() == BigDecimal.class) {
            return fields.number(name);
        }
        return field.type() == Boolean.class ? fields.flag(name) : fields.text(name);
    }

    private static Element element(JsonFields json) {
        return Element.of(
                Media.url(json.text("frontal")),
                json.texts("references").stream().map(Media::url).toList());
    }

    private static Shot shot(JsonFields json) {
        String prompt = json.text("prompt");
        return json.optionalDuration("duration")
                .map(length -> Shot.of(prompt, length))
                .orElseGet(() -> Shot.of(prompt));
    }

    static @Nullable BigDecimal amount(JsonFields json, String name) {
        return json.optionalText(name).map(BigDecimal::new).orElse(null);
    }
}
