package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.Media;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a {@link FieldSpec} must hold to make sense. */
final class SpecRules {
    private static final Set<String> SCHEMES = Set.of("https", "http");

    private SpecRules() {}

    static void check(FieldSpec spec) {
        refuseIf(spec.wireNames().isEmpty() || spec.wireNames().contains(""), spec, "has no wire name");
        Field field = spec.field().orElse(null);
        if (field == null) {
            checkOption(spec);
        } else {
            checkMeaning(spec, field);
        }
        checkWhereItBelongs(spec);
        checkLimits(spec);
        checkValues(spec);
        WireValueRules.check(spec);
    }

    private static void checkMeaning(FieldSpec spec, Field field) {
        List<WireType> possible = wireTypes(field);
        // What a type can't say by itself, wireValues may say for each value.
        boolean spelled = !spec.wireValues().isEmpty() && WireValueRules.isScalar(spec.type());
        if (!spelled && !possible.contains(spec.type())) {
            throw refusal(
                    spec,
                    "is written as " + spec.type().key() + "; it can be one of "
                            + possible.stream().map(WireType::key).toList());
        }
    }

    private static void checkOption(FieldSpec spec) {
        refuseIf(Field.byKey(spec.name()).isPresent(), spec, "is an option with the name of a neutral field");
        refuseIf(spec.type() == WireType.ELEMENTS, spec, "is an option; elements are a neutral field");
        refuseIf(spec.type() == WireType.SHOTS, spec, "is an option; shots are a neutral field");
        refuseIf(!spec.wireValues().isEmpty(), spec, "is an option, which is said in the vendor's own values");
    }

    static List<WireType> wireTypes(Field field) {
        if (field == Field.ELEMENTS) {
            return List.of(WireType.ELEMENTS);
        }
        if (field == Field.SHOTS) {
            return List.of(WireType.SHOTS);
        }
        if (field.type() == List.class || field.type() == Media.class) {
            // A vendor may take one of several, or want a list around the one.
            return List.of(WireType.URL, WireType.URLS);
        }
        if (field.type() == Boolean.class) {
            return List.of(WireType.BOOLEAN);
        }
        if (field.type() == BigDecimal.class) {
            return List.of(WireType.INTEGER, WireType.NUMBER);
        }
        return Values.isNumber(field)
                ? List.of(WireType.INTEGER, WireType.NUMBER, WireType.STRING)
                : List.of(WireType.STRING);
    }

    private static void checkWhereItBelongs(FieldSpec spec) {
        WireType type = spec.type();
        boolean numbers = Values.isNumber(spec);
        int wires = spec.wireNames().size();
        refuseIf(wires > 1 && type != WireType.URLS, spec, "has several wire names, but is no list of media");
        refuseIf(wires > 1 && spec.maxItems().orElse(wires) > wires, spec, "takes more items than it has wire names");
        refuseIf(
                spec.maxLength().isPresent() && !Values.isText(spec) && type != WireType.SHOTS,
                spec,
                "has a maxLength, but no text");
        refuseIf(
                (spec.min().isPresent() || spec.max().isPresent()) && !numbers,
                spec,
                "has a min or max, but no number");
        refuseIf(
                (spec.minItems().isPresent() || spec.maxItems().isPresent()) && !type.isList(),
                spec,
                "has minItems or maxItems, but is no list");
        refuseIf(spec.isInlineAllowed() && !type.isMedia(), spec, "allows inline bytes, but is no medium");
        refuseIf(
                !spec.suffix().isEmpty() && !(Values.isDuration(spec) && type == WireType.STRING),
                spec,
                "has a suffix, but is no duration that is written as text");
        boolean elements = type == WireType.ELEMENTS;
        refuseIf(
                elements ? spec.elementShape().isEmpty() : spec.elementShape().isPresent() && !type.isMedia(),
                spec,
                "has elements without their shape, or a shape without elements");
        refuseIf(
                spec.elementShape()
                        .filter(shape -> shape.isOfMedium() == elements)
                        .isPresent(),
                spec,
                "has the shape of " + (elements ? "one medium" : "an element"));
        refuseIf(spec.shotShape().isPresent() && type != WireType.SHOTS, spec, "has the shape of a shot, but no shots");
        refuseIf(
                spec.frames().isPresent()
                        && !(Values.isDuration(spec) && spec.suffix().isEmpty()),
                spec,
                "counts frames, but is no duration without a suffix");
        if (spec.schemes().isEmpty() || !SCHEMES.containsAll(spec.schemes())) {
            throw refusal(spec, "has the schemes " + spec.schemes() + "; some of " + SCHEMES);
        }
    }

    private static void checkLimits(FieldSpec spec) {
        if (spec.maxLength().orElse(1) < 1) {
            throw refusal(spec, "has a maxLength of " + spec.maxLength().orElse(0));
        }
        int least = spec.minItems().orElse(0);
        int most = spec.maxItems().orElse(Integer.MAX_VALUE);
        if (least < 0 || most < 1 || most < least) {
            throw refusal(spec, "takes from " + least + " to " + most + " items");
        }
        if (spec.min().isPresent() && spec.max().isPresent()) {
            refuseIf(spec.min().get().compareTo(spec.max().get()) > 0, spec, "has a min over its max");
        }
    }

    private static void checkValues(FieldSpec spec) {
        Set<String> seen = new HashSet<>();
        for (Object value : spec.values()) {
            checkType(spec, value, "the value ");
            if (!inRange(spec, value)) {
                throw refusal(spec, "takes " + value + ", which is out of its own range");
            }
            if (!seen.add(Values.show(value))) {
                throw refusal(spec, "has the value " + value + " twice");
            }
        }
        Object value = spec.defaultValue().orElse(null);
        if (value != null) {
            checkType(spec, value, "the default ");
            if (!inRange(spec, value) || !(spec.values().isEmpty() || Values.isAmong(spec.values(), value))) {
                throw refusal(spec, "doesn't take its own default " + value);
            }
        }
    }

    private static void checkType(FieldSpec spec, Object value, String what) {
        boolean fits;
        if (Values.isNumber(spec)) {
            fits = value instanceof Number && WireWriter.isExact(spec, value);
        } else if (Values.isBoolean(spec)) {
            fits = value instanceof Boolean;
        } else {
            fits = Values.isText(spec) && value instanceof String;
        }
        if (!fits) {
            throw refusal(spec, "is written as " + spec.type().key() + ", but has " + what + Values.show(value));
        }
    }

    static boolean inRange(FieldSpec spec, Object value) {
        if (!(value instanceof Number)) {
            return true;
        }
        BigDecimal number = Values.number(value);
        BigDecimal min = spec.min().orElse(number);
        BigDecimal max = spec.max().orElse(number);
        return min.compareTo(number) <= 0 && max.compareTo(number) >= 0;
    }

    static void refuseIf(boolean wrong, FieldSpec spec, String why) {
        if (wrong) {
            throw refusal(spec, why);
        }
    }

    /** For messages that are made up of values: these are made up only where they are needed. */
    static IllegalArgumentException refusal(FieldSpec spec, String why) {
        return new IllegalArgumentException(spec.name() + " " + why);
    }
}
