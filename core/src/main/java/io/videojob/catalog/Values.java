package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.Media;
import io.videojob.Shot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of neutral fields as plain ones: texts, booleans, {@code Long}s and {@code BigDecimal}s; durations in seconds. */
final class Values {
    private Values() {}

    static Object plain(Object value) {
        if (value instanceof Duration duration) {
            return duration.getNano() == 0
                    ? (Object) duration.getSeconds()
                    : BigDecimal.valueOf(duration.getSeconds())
                            .add(BigDecimal.valueOf(duration.getNano(), 9))
                            .stripTrailingZeros();
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    static boolean same(Object a, Object b) {
        boolean numbers = a instanceof Number && b instanceof Number;
        return numbers ? number(a).compareTo(number(b)) == 0 : a.equals(b);
    }

    static boolean isAmong(List<Object> values, Object value) {
        for (Object one : values) {
            if (same(one, value)) {
                return true;
            }
        }
        return false;
    }

    static BigDecimal number(Object value) {
        return value instanceof BigDecimal exact ? exact : BigDecimal.valueOf(((Number) value).longValue());
    }

    static boolean isDuration(FieldSpec spec) {
        return spec.field().orElse(null) == Field.DURATION;
    }

    /** True for what is a number in a request, however it is written. */
    static boolean isNumber(FieldSpec spec) {
        Field field = spec.field().orElse(null);
        return field == null ? spec.type().isNumeric() : isNumber(field);
    }

    /** True for what is a text in a request, however it is written. */
    static boolean isText(FieldSpec spec) {
        Field field = spec.field().orElse(null);
        return field == null ? spec.type() == WireType.STRING : field.type() == String.class;
    }

    /** True for what is true or false in a request, however it is written. */
    static boolean isBoolean(FieldSpec spec) {
        Field field = spec.field().orElse(null);
        return field == null ? spec.type() == WireType.BOOLEAN : field.type() == Boolean.class;
    }

    /** A plain value as {@link FieldSpec#wireValues()} call it. */
    static String key(Object plain) {
        return plain instanceof Number ? show(number(plain).stripTrailingZeros()) : plain.toString();
    }

    static boolean isNumber(Field field) {
        return field.type() == Duration.class || Number.class.isAssignableFrom(field.type());
    }

    /** For reports: links without query strings, bytes in short. */
    static String show(FieldSpec spec, Object value) {
        return isDuration(spec) ? show(plain(value)) + " s" : show(value);
    }

    static String show(@Nullable Object value) {
        if (value instanceof BigDecimal exact) {
            // 1E+999999999 in plain digits fills the memory.
            return Math.abs(exact.scale()) < 100 ? exact.toPlainString() : exact.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::show).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + show(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Shot shot) {
            return shot.prompt()
                    + shot.duration()
                            .map(length -> " (" + show(plain(length)) + " s)")
                            .orElse("");
        }
        return value instanceof String text ? showText(text) : String.valueOf(value);
    }

    /** "5 s or 10 s". */
    static String showAll(FieldSpec spec, List<Object> values) {
        List<String> shown = values.stream().map(value -> show(spec, value)).toList();
        int last = shown.size() - 1;
        return last < 1 ? String.join("", shown) : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    private static String showText(String text) {
        if (text.startsWith("http:") || text.startsWith("https:") || text.startsWith("data:")) {
            try {
                return Media.url(text).toString();
            } catch (IllegalArgumentException e) {
                return text.substring(0, text.indexOf(':')) + ":…";
            }
        }
        return text;
    }
}
