package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a vendor publishes of one of its models: a JSON Schema of the input, and a few facts beside it. */
public record Published(String slug, Map<String, @Nullable Object> facts) {
    private static final Map<String, Map<String, Published>> READ = new ConcurrentHashMap<>();

    /** All models of a vendor, in its order. Read once, when somebody asks: a sandbox starts without them. */
    static Map<String, Published> of(String vendor) {
        return READ.computeIfAbsent(vendor, Published::read);
    }

    private static Map<String, Published> read(String vendor) {
        Map<String, Published> models = new LinkedHashMap<>();
        Json.asObject(Catalog.resource("facts/" + vendor + ".json").get("models"))
                .forEach((slug, facts) -> models.put(slug, new Published(slug, Json.asObject(facts))));
        return models;
    }

    /** A model that nobody has published: it takes a prompt and a duration, and makes a film. */
    static Published invented(String slug) {
        Map<String, ?> fields =
                Json.object("prompt", Json.object("type", "string"), "duration", Json.object("type", "integer"));
        Map<String, ?> schema = Json.object(
                "type",
                "object",
                "title",
                slug,
                "properties",
                fields,
                "required",
                List.of("prompt"),
                "additionalProperties",
                false);
        return new Published(slug, Json.object("schema", schema));
    }

    /** The JSON Schema of the input. */
    public Map<String, @Nullable Object> schema() {
        return Json.asObject(facts.get("schema"));
    }

    public Map<String, @Nullable Object> fields() {
        return Json.asObject(schema().get("properties"));
    }

    /** By its path, or because it lets one choose between kinds of pictures. */
    public boolean makesImages() {
        List<?> formats =
                Json.asList(Json.asObject(fields().get("output_format")).get("enum"));
        return "/v1/images/generations".equals(facts.get("path")) || formats.contains("png");
    }

    /** The same model with another schema for that field; with null, without it. */
    Published with(String field, @Nullable Map<String, ?> fieldSchema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(fields());
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(schema());
        if (fieldSchema == null) {
            fields.remove(field);
            List<?> required = Json.asList(schema.get("required"));
            schema.put(
                    "required",
                    required.stream().filter(name -> !name.equals(field)).toList());
        } else {
            fields.put(field, fieldSchema);
        }
        schema.put("properties", fields);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(facts);
        changed.put("schema", schema);
        return new Published(slug, changed);
    }
}
