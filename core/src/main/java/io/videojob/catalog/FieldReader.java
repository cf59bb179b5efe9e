package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FieldSpec} of its JSON. */
final class FieldReader {
    private static final Set<String> KEYS = Set.of(
            "wire",
            "wires",
            "wireValues",
            "frames",
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
        if (json.has("wire") && json.has("wires")) {
            throw new JsonException(json.where() + " has both a wire and wires");
        }
        List<String> wires = json.has("wires") ? json.texts("wires") : List.of(json.text("wire"));
        if (json.has("wires") && wires.size() < 2) {
            throw new JsonException(json.where() + ".wires are " + wires + "; one is a wire");
        }
        return read(json, FieldSpec.field(field, wires, type(json)));
    }

    static FieldSpec option(String name, JsonFields json) {
        boolean taken = json.optionalText("wire").flatMap(Field::byKey).isPresent();
        if (json.has("wires") || (json.has("wire") && !taken)) {
            throw new JsonException(json.where() + ".wire: an option is called as the vendor calls it");
        }
        return read(json, FieldSpec.option(name, json.optionalText("wire").orElse(name), type(json)));
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
                .frames(json.optionalObject("frames").map(FieldReader::frames).orElse(null))
                .wireValues(wireValues(json));
        Optional<JsonFields> shape = json.optionalObject("shape");
        if (type(json) == WireType.SHOTS) {
            spec.shotShape(shape.map(FieldReader::shotShape).orElse(null));
        } else {
            spec.elementShape(shape.map(FieldReader::elementShape).orElse(null));
        }
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

    private static Map<String, Object> wireValues(JsonFields json) {
        Map<String, Object> all = new LinkedHashMap<>();
        json.map("wireValues").forEach((neutral, written) -> {
            if (written == null) {
                throw new JsonException(json.where() + ".wireValues has a null");
            }
            all.put(neutral, written);
        });
        if (json.has("wireValues") && all.isEmpty()) {
            throw new JsonException(json.where() + ".wireValues is empty; leave it out");
        }
        return all;
    }

    private static Frames frames(JsonFields json) {
        json.only(Set.of("perSecond", "plus"));
        return ProfileReader.at(
                json.where(),
                () -> new Frames(
                        Math.toIntExact(json.integer("perSecond")),
                        Math.toIntExact(json.optionalInteger("plus").orElse(0L))));
    }

    private static ShotShape shotShape(JsonFields json) {
        json.only(Set.of(
                "prompt", "duration", "durationType", "suffix", "durationRequired", "minDuration", "maxDuration"));
        ShotShape.Builder shape = ShotShape.builder(json.text("prompt"))
                .durationRequired(json.optionalFlag("durationRequired").orElse(false))
                .seconds(
                        json.optionalNumber("minDuration").orElse(null),
                        json.optionalNumber("maxDuration").orElse(null));
        if (json.has("duration")) {
            shape.duration(
                    json.text("duration"),
                    type(json, "durationType"),
                    json.optionalText("suffix").orElse(""));
        }
        if (!json.has("duration") && (json.has("durationType") || json.has("suffix"))) {
            throw new JsonException(json.where() + " says how a shot's duration is written, but not its name");
        }
        return ProfileReader.at(json.where(), shape::build);
    }

    private static ElementShape elementShape(JsonFields json) {
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
        return type(json, "type");
    }

    private static WireType type(JsonFields json, String name) {
        return WireType.byKey(json.text(name))
                .orElseThrow(() -> new JsonException(json.where() + "." + name + " is \"" + json.text(name)
                        + "\", not one of "
                        + Arrays.stream(WireType.values()).map(WireType::key).toList()));
    }

    private static @Nullable Integer whole(JsonFields json, String name) {
        return json.optionalInteger(name).map(Math::toIntExact).orElse(null);
    }
}
