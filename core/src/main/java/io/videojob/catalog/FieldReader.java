package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FieldSpec} of its JSON. */
final class FieldReader {
    private static final Set<String> KEYS = Set.of(
            "wire",
            "type",
            "required",
            "values",
            "min",
            "max",
            "maxLength",
            "minItems",
            "maxItems",
            "default",
            "suffix",
            "schemes",
            "inline",
            "shape");

    private FieldReader() {}

    static FieldSpec neutral(Field field, JsonFields json) {
        return read(json, FieldSpec.field(field, json.text("wire"), type(json)));
    }

    static FieldSpec option(String name, JsonFields json) {
        if (json.has("wire")) {
            throw new JsonException(json.where() + ".wire: an option is called as the vendor calls it");
        }
        return read(json, FieldSpec.option(name, type(json)));
    }

    private static FieldSpec read(JsonFields json, FieldSpec.Builder spec) {
        json.only(KEYS);
        spec.required(json.optionalFlag("required").orElse(false))
                .values(values(json))
                .range(
                        json.optionalNumber("min").orElse(null),
                        json.optionalNumber("max").orElse(null))
                .maxLength(whole(json, "maxLength"))
                .items(whole(json, "minItems"), whole(json, "maxItems"))
                .defaultValue(json.value("default").orElse(null))
                .suffix(json.optionalText("suffix").orElse(""))
                .inlineAllowed(json.optionalFlag("inline").orElse(false))
                .elementShape(
                        json.optionalObject("shape").map(FieldReader::shape).orElse(null));
        if (json.has("schemes")) {
            spec.schemes(json.texts("schemes"));
        }
        return ProfileReader.at(json.where(), spec::build);
    }

    private static List<Object> values(JsonFields json) {
        List<Object> all = new ArrayList<>();
        for (Object value : json.list("values")) {
            if (value == null) {
                throw new JsonException(json.where() + ".values has a null");
            }
            all.add(value);
        }
        if (json.has("values") && all.isEmpty()) {
            throw new JsonException(json.where() + ".values is empty; leave it out where any value will do");
        }
        return all;
    }

    private static ElementShape shape(JsonFields json) {
        json.only(Set.of("front", "others", "minOthers", "maxOthers", "frontStandsIn"));
        ElementShape shape = ProfileReader.at(
                json.where(),
                () -> ElementShape.of(
                        json.text("front"),
                        json.text("others"),
                        Math.toIntExact(json.integer("minOthers")),
                        Math.toIntExact(json.integer("maxOthers"))));
        return json.optionalFlag("frontStandsIn").orElse(false) ? shape.withFrontStandingIn() : shape;
    }

    private static WireType type(JsonFields json) {
        return WireType.byKey(json.text("type"))
                .orElseThrow(() -> new JsonException(json.where() + ".type is \"" + json.text("type")
                        + "\", not one of "
                        + Arrays.stream(WireType.values()).map(WireType::key).toList()));
    }

    private static @Nullable Integer whole(JsonFields json, String name) {
        return json.optionalInteger(name).map(Math::toIntExact).orElse(null);
    }
}
