package io.videojob;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of options are what JSON can say, copied when they come in. */
final class OptionValues {
    private OptionValues() {}

    static Object copy(String name, Object value) {
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof Media media) {
            return media.uri();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> copy(name, item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), copy(name, item)));
            return java.util.Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException("option " + name + " is "
                + (value == null ? "null" : "a " + value.getClass().getName())
                + "; use text, a number, a boolean, or a list or map of these; leave out what is not set");
    }
}
