package io.videojob.internal.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of one JSON object. A field that is null counts as absent. Every method throws {@link JsonException}
 * naming the place when a field has the wrong type or, unless the method is {@code optional…}, is absent.
 */
public final class JsonFields {
    private final Map<?, ?> map;
    private final String where;

    private JsonFields(Map<?, ?> map, String where) {
        this.map = map;
        this.where = where;
    }

    /** The fields of an object that {@link Json#read} gave; {@code where} begins every message. */
    public static JsonFields of(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(map, where);
        }
        throw new JsonException(where + " is " + kindOf(value) + ", not an object");
    }

    /** The fields of a JSON text. */
    public static JsonFields read(String json, String where) {
        Object value;
        try {
            value = Json.read(json);
        } catch (JsonException e) {
            throw new JsonException(where + ": " + e.getMessage(), e);
        }
        return of(value, where);
    }

    /** Where this object stands, for messages. */
    public String where() {
        return where;
    }

    /** The same object under another name in messages. */
    public JsonFields as(String name) {
        return new JsonFields(map, name);
    }

    /** The names of all fields, in order. */
    public List<String> names() {
        List<String> all = new ArrayList<>();
        map.keySet().forEach(name -> all.add(String.valueOf(name)));
        return all;
    }

    /** True if the field is there and not null. */
    public boolean has(String name) {
        return map.get(name) != null;
    }

    /** Refuses fields that nobody will read. */
    public JsonFields only(Set<String> known) {
        for (Object name : map.keySet()) {
            if (!known.contains(name)) {
                throw new JsonException(where + " has an unknown key \"" + name + "\"; known are "
                        + known.stream().sorted().toList());
            }
        }
        return this;
    }

    /** A text. */
    public String text(String name) {
        return require(name, String.class, "text");
    }

    /** A text, if it is there. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(find(name, String.class, "text"));
    }

    /** True or false. */
    public boolean flag(String name) {
        return require(name, Boolean.class, "true or false");
    }

    /** True or false, if it is there. */
    public Optional<Boolean> optionalFlag(String name) {
        return Optional.ofNullable(find(name, Boolean.class, "true or false"));
    }

    /** A whole number. */
    public long integer(String name) {
        return require(name, Long.class, "a whole number");
    }

    /** A whole number, if it is there. */
    public Optional<Long> optionalInteger(String name) {
        return Optional.ofNullable(find(name, Long.class, "a whole number"));
    }

    /** Any number. */
    public BigDecimal number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    /** Any number, if it is there. */
    public Optional<BigDecimal> optionalNumber(String name) {
        Number number = find(name, Number.class, "a number");
        return Optional.ofNullable(
                number == null || number instanceof BigDecimal
                        ? (BigDecimal) number
                        : new BigDecimal(number.toString()));
    }

    /** A time such as {@code 2026-01-31T12:00:00Z}. */
    public Instant instant(String name) {
        return optionalInstant(name).orElseThrow(() -> missing(name));
    }

    /** A time, if it is there. */
    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(text -> parse(name, text, Instant::parse, "a time such as 2026-01-31T12:00:00Z"));
    }

    /** A span of time such as {@code PT1M30S}. */
    public Duration duration(String name) {
        return optionalDuration(name).orElseThrow(() -> missing(name));
    }

    /** A span of time, if it is there. */
    public Optional<Duration> optionalDuration(String name) {
        return optionalText(name).map(text -> parse(name, text, Duration::parse, "a span of time such as PT1M30S"));
    }

    /** One of the constants, by its name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return optionalConstant(name, type).orElseThrow(() -> missing(name));
    }

    /** One of the constants, if it is there. */
    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return optionalText(name)
                .map(text -> parse(
                        name, text, t -> Enum.valueOf(type, t), "one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** An object. */
    public JsonFields object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    /** An object, if it is there. */
    public Optional<JsonFields> optionalObject(String name) {
        Object value = map.get(name);
        return value == null ? Optional.empty() : Optional.of(of(value, at(name)));
    }

    /** The objects of a list; none if it is absent. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> all = new ArrayList<>();
        for (Object item : list(name)) {
            all.add(of(item, at(name) + "[" + all.size() + "]"));
        }
        return all;
    }

    /** The texts of a list; none if it is absent. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw wrong(name + "[" + all.size() + "]", item, "text");
            }
            all.add(text);
        }
        return all;
    }

    /** The raw values of a list, unmodifiable; none if it is absent. */
    public List<@Nullable Object> list(String name) {
        List<@Nullable Object> all = new ArrayList<>();
        Object value = map.get(name);
        if (value instanceof List<?> found) {
            all.addAll(found);
        } else if (value != null) {
            throw wrong(name, value, "a list");
        }
        return Collections.unmodifiableList(all);
    }

    /** The raw values of an object, in order, unmodifiable; none if it is absent. */
    public Map<String, @Nullable Object> map(String name) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        optionalObject(name).ifPresent(found -> found.names().forEach(n -> all.put(n, found.map.get(n))));
        return Collections.unmodifiableMap(all);
    }

    /** The texts of an object by name, in order, unmodifiable; none if it is absent. */
    public Map<String, String> textMap(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        optionalObject(name).ifPresent(found -> found.names().forEach(n -> all.put(n, found.text(n))));
        return Collections.unmodifiableMap(all);
    }

    /** The raw value, if it is there. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(map.get(name));
    }

    private <T> T require(String name, Class<T> type, String wanted) {
        T value = find(name, type, wanted);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private <T> @Nullable T find(String name, Class<T> type, String wanted) {
        Object value = map.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, value, wanted);
        }
        return type.cast(value);
    }

    private <T> T parse(String name, String text, Function<String, T> parser, String wanted) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new JsonException(at(name) + " is \"" + text + "\", not " + wanted, e);
        }
    }

    private String at(String name) {
        return where + "." + name;
    }

    private JsonException missing(String name) {
        return new JsonException(at(name) + " is missing");
    }

    private JsonException wrong(String name, @Nullable Object value, String wanted) {
        return new JsonException(at(name) + " is " + kindOf(value) + ", not " + wanted);
    }

    private static String kindOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String ? "a text" : value.toString();
    }
}
