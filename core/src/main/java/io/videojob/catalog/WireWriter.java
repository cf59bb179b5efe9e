package io.videojob.catalog;

import io.videojob.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one value against its {@link FieldSpec} and writes it as the vendor wants it. */
final class WireWriter {
    private WireWriter() {}

    /** Writes a neutral value, as {@link Field#type()} or as a plain one, or an option's. */
    static Written write(FieldSpec spec, Object value) {
        if (spec.type().isMedia()) {
            return MediaWriter.write(spec, value);
        }
        if (spec.type() == WireType.SHOTS) {
            return ShotWriter.write(spec, value);
        }
        Object plain = Values.plain(value);
        String shown = Values.show(spec, value);
        String wrongType = typeRefusal(spec, plain);
        if (wrongType != null) {
            return Written.refused(shown, wrongType);
        }
        Object allowed = plain;
        if (!spec.values().isEmpty()) {
            Optional<Object> same = listed(spec, plain);
            if (same.isEmpty()) {
                return Written.refused(shown, "is not taken" + choices(spec, plain));
            }
            allowed = same.get();
        }
        String refusal = limitRefusal(spec, allowed);
        if (refusal != null) {
            return Written.refused(shown, refusal);
        }
        Object wire = wire(spec, allowed);
        return Written.as(wire, shown, remark(spec, allowed, wire));
    }

    /** The value as the profile spells it: vendors write 720p and 720P. */
    static Optional<Object> listed(FieldSpec spec, Object plain) {
        boolean anyCase = spec.field().filter(Field.RESOLUTION::equals).isPresent();
        return spec.values().stream()
                .filter(value -> Values.same(value, plain)
                        || (anyCase && value.toString().equalsIgnoreCase(plain.toString())))
                .findFirst();
    }

    static @Nullable String itemsRefusal(FieldSpec spec, int items) {
        if (items < spec.minItems().orElse(0)) {
            return "has " + items + "; at least " + spec.minItems().orElse(0) + ", or leave it out";
        }
        return items > spec.maxItems().orElse(Integer.MAX_VALUE)
                ? "has " + items + "; at most " + spec.maxItems().orElse(0)
                : null;
    }

    private static @Nullable String typeRefusal(FieldSpec spec, Object plain) {
        if (Values.isNumber(spec)) {
            if (!(plain instanceof Number)) {
                return "is no number";
            }
            return isExact(spec, plain)
                    ? null
                    : "is no whole number"
                            + (spec.frames().isPresent() ? " of frames" : Values.isDuration(spec) ? " of seconds" : "")
                            + choices(spec, plain);
        }
        if (Values.isBoolean(spec)) {
            return plain instanceof Boolean ? null : "is no boolean";
        }
        boolean fits = Values.isText(spec)
                ? plain instanceof String
                : spec.type() == WireType.OBJECT ? plain instanceof Map : plain instanceof List;
        return fits ? null : "is no " + (Values.isText(spec) ? WireType.STRING : spec.type()).key();
    }

    /** True unless digits of the number would be lost on the wire. */
    static boolean isExact(FieldSpec spec, Object number) {
        return spec.type() == WireType.NUMBER
                || spec.wireValues().containsKey(Values.key(number))
                || isWhole(counted(spec, number));
    }

    private static BigDecimal counted(FieldSpec spec, Object number) {
        BigDecimal plain = Values.number(number);
        return spec.frames().map(frames -> frames.of(plain)).orElse(plain);
    }

    private static @Nullable String limitRefusal(FieldSpec spec, Object value) {
        if (value instanceof Number && !SpecRules.inRange(spec, value)) {
            return "is out of range" + choices(spec, value);
        }
        if (value instanceof List<?> list) {
            return itemsRefusal(spec, list.size());
        }
        return value instanceof String text ? textRefusal(spec, text) : null;
    }

    static @Nullable String textRefusal(FieldSpec spec, String text) {
        if (spec.isRequired() && text.isBlank()) {
            return "is blank; this model needs it";
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return "is no valid text: half a character at position " + i + ", as if cut in two";
            }
        }
        int length = text.codePointCount(0, text.length());
        return length > spec.maxLength().orElse(Integer.MAX_VALUE)
                ? "has " + length + " characters; at most " + spec.maxLength().orElse(0)
                : null;
    }

    /** A value that the field takes, as it is written. */
    static Object wire(FieldSpec spec, Object value) {
        Object mapped = spec.wireValues().get(Values.key(value));
        if (mapped != null) {
            return mapped;
        }
        return Values.isNumber(spec) ? number(spec.type(), counted(spec, value), spec.suffix()) : value;
    }

    static Object number(WireType type, BigDecimal number, String suffix) {
        if (type == WireType.STRING) {
            return number.toBigInteger() + suffix;
        }
        return isWhole(number) && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? (Object) number.longValue()
                : number;
    }

    private static @Nullable String remark(FieldSpec spec, Object value, Object wire) {
        if (spec.frames().isPresent()) {
            return "written as " + Values.show(wire) + " frames";
        }
        return spec.wireValues().containsKey(Values.key(value)) ? "written as " + Values.show(wire) : null;
    }

    static boolean isWhole(Object number) {
        return Values.number(number).stripTrailingZeros().scale() <= 0;
    }

    private static String choices(FieldSpec spec, Object plain) {
        boolean movable =
                spec.field().filter(field -> Adjuster.canMove(field, plain)).isPresent();
        String adjust = movable ? ", or adjust()" : "";
        if (!spec.values().isEmpty()) {
            return "; choose " + Values.showAll(spec, spec.values()) + adjust;
        }
        String least =
                spec.min().map(min -> "; at least " + Values.show(spec, min)).orElse("");
        return least
                + spec.max().map(max -> "; at most " + Values.show(spec, max)).orElse("")
                + adjust;
    }
}
