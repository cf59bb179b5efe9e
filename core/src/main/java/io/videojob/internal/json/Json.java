package io.videojob.internal.json;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code Boolean}, {@code Long},
 * {@code BigDecimal} and null. Order and every digit are kept: a whole number that fits is a {@code Long}, any other
 * number is a {@code BigDecimal}.
 */
public final class Json {
    /** How deep objects and arrays may lie in each other. */
    public static final int MAX_DEPTH = 100;

    private static final int MAX_DIGITS = 1000;

    private Json() {}

    /**
     * Reads one JSON value that fills the whole text. No name may come twice in an object.
     *
     * @return maps and lists are the caller's own, and may be changed
     * @throws JsonException if it isn't JSON, lies deeper than {@link #MAX_DEPTH}, or has a number of over 1000 digits;
     *     names path, line and column
     */
    public static @Nullable Object read(String text) {
        Buffer buffer = new Buffer().writeUtf8(requireNonNull(text, "text"));
        JsonReader reader = JsonReader.of(buffer);
        try {
            Object value = readValue(reader, 0);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonDataException("something follows the value");
            }
            return value;
        } catch (IOException | JsonDataException | NumberFormatException e) {
            throw new JsonException("not JSON at " + position(text, buffer, reader) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a value without white space. Besides what {@link #read} gives, {@code Integer} and any {@code Map} and
     * {@code List} will do; nulls are written.
     *
     * @throws JsonException for any other type, such as {@code Double}, which is not exact
     */
    public static String write(@Nullable Object value) {
        return write(value, "");
    }

    /** {@link #write(Object)} for people: a line each, two spaces deep. */
    public static String writePretty(@Nullable Object value) {
        return write(value, "  ");
    }

    private static String write(@Nullable Object value, String indent) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setIndent(indent);
            writer.setSerializeNulls(true);
            writeValue(writer, value, 0);
        } catch (IOException | JsonDataException e) {
            throw new JsonException("can't write JSON: " + e.getMessage(), e);
        }
        return buffer.readUtf8();
    }

    private static @Nullable Object readValue(JsonReader reader, int depth) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader, deeper(depth));
            case BEGIN_ARRAY -> readArray(reader, deeper(depth));
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new JsonDataException("a value is missing");
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonReader reader, int depth) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (map.containsKey(name)) {
                throw new JsonDataException("\"" + name + "\" comes twice");
            }
            map.put(name, readValue(reader, depth));
        }
        reader.endObject();
        return map;
    }

    private static List<@Nullable Object> readArray(JsonReader reader, int depth) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(readValue(reader, depth));
        }
        reader.endArray();
        return list;
    }

    private static Object number(String text) {
        if (text.length() > MAX_DIGITS) {
            // A BigDecimal of a million digits takes minutes to make.
            throw new JsonDataException("a number of " + text.length() + " digits");
        }
        BigDecimal exact = new BigDecimal(text);
        boolean whole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return whole && exact.precision() <= 19 && fitsLong(exact) ? (Object) exact.longValueExact() : exact;
    }

    private static boolean fitsLong(BigDecimal whole) {
        return whole.toBigInteger().bitLength() < Long.SIZE;
    }

    private static void writeValue(JsonWriter writer, @Nullable Object value, int depth) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else if (value instanceof String text) {
            writer.value(text);
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else if (value instanceof Long || value instanceof Integer || value instanceof BigDecimal) {
            writer.value((Number) value);
        } else if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writer.name(String.valueOf(entry.getKey()));
                writeValue(writer, entry.getValue(), deeper(depth));
            }
            writer.endObject();
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object item : list) {
                writeValue(writer, item, deeper(depth));
            }
            writer.endArray();
        } else {
            throw new JsonException("JSON can't say a " + value.getClass().getName() + " at " + writer.getPath());
        }
    }

    private static int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new JsonDataException("deeper than " + MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private static String position(String text, Buffer rest, JsonReader reader) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        String read = new String(all, 0, (int) (all.length - rest.size()), StandardCharsets.UTF_8);
        int lineStart = read.lastIndexOf('\n') + 1;
        long line = 1 + read.chars().filter(c -> c == '\n').count();
        return reader.getPath() + " (line " + line + ", column " + (read.length() - lineStart + 1) + ")";
    }
}
