package io.videojob.sandbox.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@link Map}, {@link List}, {@link String}, {@link Boolean}, {@link Long} or {@link BigDecimal}, and null.
 * Whole numbers stay whole and decimals keep every digit, so nothing is lost on the way through.
 */
public final class Json {
    private Json() {}

    /** An object that keeps the order of its keys: {@code object("id", 7, "status", "queued")}. Values may be null. */
    public static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    /** The JSON text of maps, lists, strings, numbers, booleans and null; a null member is written. */
    public static String write(@Nullable Object value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            writer.setLenient(true); // lets a bare string or number be a document
            write(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory failed", e);
        }
        return buffer.readUtf8();
    }

    /** Reads one JSON document. Throws {@link IllegalArgumentException} when the text is not one, or more than one. */
    public static @Nullable Object read(String text) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            Object value = read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new IllegalArgumentException("More follows the JSON document");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getMessage(), e);
        }
    }

    /** The members of an object, or of an empty one if the text is anything else. */
    public static Map<String, @Nullable Object> readObject(String text) {
        try {
            return asObject(read(text));
        } catch (IllegalArgumentException e) {
            return object();
        }
    }

    /** The value as an object, or an empty one if it is anything else. */
    @SuppressWarnings("unchecked") // this class alone makes the maps, and always with String keys
    public static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map ? (Map<String, @Nullable Object>) value : object();
    }

    /** The value as a list, or an empty one if it is anything else. */
    public static List<?> asList(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                writer.name(String.valueOf(member.getKey()));
                write(writer, member.getValue());
            }
            writer.endObject();
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object item : list) {
                write(writer, item);
            }
            writer.endArray();
        } else if (value instanceof BigDecimal number) {
            writer.value(new BigDecimal(number.toPlainString()));
        } else {
            writer.jsonValue(value);
        }
    }

    private static @Nullable Object read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readMembers(reader);
            case BEGIN_ARRAY -> readItems(reader);
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new IllegalArgumentException("unexpected " + reader.peek() + " at " + reader.getPath());
        };
    }

    private static Map<String, @Nullable Object> readMembers(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> object = object();
        reader.beginObject();
        while (reader.hasNext()) {
            object.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return object;
    }

    private static List<@Nullable Object> readItems(JsonReader reader) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(read(reader));
        }
        reader.endArray();
        return list;
    }

    private static Object number(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return new BigDecimal(digits);
        }
    }
}
