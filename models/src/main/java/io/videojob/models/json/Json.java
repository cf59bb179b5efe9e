package io.videojob.models.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads JSON as maps, lists, texts, booleans, {@code Long}s and {@code BigDecimal}s, in the order of the text. */
public final class Json {
    private Json() {}

    /** The object that fills the file. */
    public static Map<String, Object> read(Path file) {
        try {
            return object(parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** One value; {@link #DROPPED} for null. */
    public static Object parse(String text) {
        try {
            return value(JsonReader.of(new Buffer().writeUtf8(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Stands for null in an object, such as a correction that takes something away. */
    public static final Object DROPPED = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** The value as an object; an empty one for what isn't there. */
    @SuppressWarnings("unchecked") // Only this class makes them, with texts as keys.
    public static Map<String, Object> object(@Nullable Object value) {
        if (value == null) {
            return new LinkedHashMap<>();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(value + " is no object");
    }

    /** The value as a list; an empty one for what isn't there. */
    @SuppressWarnings("unchecked") // A list of anything is a list of objects to who only reads it.
    public static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw new IllegalArgumentException(value + " is no list");
    }

    /** The value as a list of texts. */
    public static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Json::text).toList();
    }

    /** The value as a list of objects. */
    public static List<Map<String, Object>> objects(@Nullable Object value) {
        return list(value).stream().map(Json::object).toList();
    }

    /** The value as a text. */
    public static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(value + " is no text");
    }

    private static Object value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    String name = reader.nextName();
                    if (map.put(name, value(reader)) != null) {
                        throw new IllegalArgumentException("\"" + name + "\" comes twice at " + reader.getPath());
                    }
                }
                reader.endObject();
                yield map;
            }
            case BEGIN_ARRAY -> {
                List<Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(value(reader));
                }
                reader.endArray();
                yield list;
            }
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            default -> {
                reader.nextNull();
                yield DROPPED;
            }
        };
    }

    private static Object number(String text) {
        BigDecimal exact = new BigDecimal(text);
        return exact.stripTrailingZeros().scale() <= 0 ? (Object) exact.longValueExact() : exact;
    }
}
