package io.videojob.models.profile;

import io.videojob.Field;
import io.videojob.models.facts.WireField;
import io.videojob.models.json.Json;
import io.videojob.models.meaning.Meaning;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the entry of one field in a profile. What isn't said is left out. */
final class FieldMaker {
    private final Map<String, Object> entry = new LinkedHashMap<>();

    private FieldMaker() {}

    /** A field with a neutral meaning. */
    static Map<String, Object> neutral(Meaning meaning) {
        FieldMaker maker = new FieldMaker();
        List<String> wires = meaning.wires().stream().map(WireField::name).toList();
        maker.put(wires.size() > 1 ? "wires" : "wire", wires.size() > 1 ? wires : wires.get(0));
        maker.put("type", wireType(meaning));
        maker.put("required", meaning.wire().required() ? true : null);
        if (meaning.field() == Field.SHOTS) {
            maker.shots(meaning.wire());
        } else if (meaning.field() == Field.ELEMENTS) {
            maker.elements(meaning.wire());
        } else if (isMedia(meaning.field())) {
            maker.items(meaning.wire());
            maker.inline(meaning.wire());
        } else {
            maker.values(meaning);
        }
        return maker.entry;
    }

    /** A field without a neutral meaning. */
    static Map<String, Object> option(WireField wire) {
        FieldMaker maker = new FieldMaker();
        boolean list = wire.type().equals("array");
        String plain = list ? "list" : wire.type();
        maker.put("type", !wire.isMedia() ? plain : list ? "urls" : "url");
        maker.put("required", wire.required() ? true : null);
        maker.items(wire);
        maker.inline(wire);
        if (!wire.isMedia()) {
            maker.put("values", wire.values().isEmpty() ? null : wire.values());
            maker.copy(wire, "minimum", "min");
            maker.copy(wire, "maximum", "max");
            maker.copy(wire, "maxLength", "maxLength");
            maker.copy(wire, "default", "default");
        }
        return maker.entry;
    }

    private static boolean isMedia(Field field) {
        return field.type() == List.class || field.type() == io.videojob.Media.class;
    }

    private static String wireType(Meaning meaning) {
        if (meaning.field() == Field.SHOTS || meaning.field() == Field.ELEMENTS) {
            return meaning.field().key();
        }
        String type = meaning.wire().type();
        if (!isMedia(meaning.field())) {
            return type;
        }
        return type.equals("array") || meaning.wires().size() > 1 ? "urls" : "url";
    }

    private void values(Meaning meaning) {
        NeutralValues neutral = new NeutralValues(meaning);
        WireField wire = meaning.wire();
        List<Object> values = neutral.all(wire.values());
        boolean all = meaning.field().type() == Boolean.class && values.size() == 2;
        put("values", values.isEmpty() || all ? null : values);
        put("min", neutral.limit(wire.schema().get("minimum"), RoundingMode.CEILING).orElse(null));
        put("max", neutral.limit(wire.schema().get("maximum"), RoundingMode.FLOOR).orElse(null));
        copy(wire, "maxLength", "maxLength");
        put("default", neutral.of(wire.schema().get("default")).orElse(null));
        put("suffix", neutral.suffix().isEmpty() ? null : neutral.suffix());
        put("frames", meaning.frames().orElse(null));
        put("wireValues", neutral.wireValues().isEmpty() ? null : neutral.wireValues());
    }

    private void shots(WireField wire) {
        Map<String, Object> properties = Json.object(wire.items().get("properties"));
        Map<String, Object> prompt = Json.object(properties.get("prompt"));
        put("maxLength", prompt.get("maxLength"));
        items(wire);
        if (properties.isEmpty()) {
            return;
        }
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("prompt", "prompt");
        if (properties.containsKey("duration")) {
            Map<String, Object> duration = Json.object(properties.get("duration"));
            List<Object> lengths = Json.list(duration.get("enum"));
            shape.put("duration", "duration");
            shape.put("durationType", Json.text(duration.get("type")));
            if (!lengths.isEmpty()) {
                shape.put("minDuration", lengths.get(0));
                shape.put("maxDuration", lengths.get(lengths.size() - 1));
            }
        }
        put("shape", shape);
    }

    private void elements(WireField wire) {
        items(wire);
        Map<String, Object> others = Json.object(
                Json.object(wire.items().get("properties")).get("reference_image_urls"));
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("front", "frontal_image_url");
        shape.put("others", "reference_image_urls");
        shape.put("minOthers", others.getOrDefault("minItems", 0L));
        shape.put("maxOthers", others.get("maxItems"));
        shape.put("frontStandsIn", true);
        put("shape", shape);
    }

    private void items(WireField wire) {
        copy(wire, "minItems", "minItems");
        copy(wire, "maxItems", "maxItems");
    }

    private void inline(WireField wire) {
        copy(wire, "x-inline", "inline");
    }

    private void copy(WireField wire, String keyword, String name) {
        put(name, wire.schema().get(keyword));
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            entry.put(name, value);
        }
    }
}
