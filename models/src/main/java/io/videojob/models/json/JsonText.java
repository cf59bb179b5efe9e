package io.videojob.models.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okio.Buffer;

/**
 * Writes JSON that is read by people and compared line by line: what holds other objects has a line for each of them, down
 * to some depth; everything else is one line.
 */
public final class JsonText {
    private final int depth;

    private JsonText(int depth) {
        this.depth = depth;
    }

    /** The text of a value, spread over lines down to that depth. */
    public static String of(Object value, int depth) {
        return new JsonText(depth).text(value, 0) + "\n";
    }

    private String text(Object value, int level) {
        if (level >= depth || (!holdsObjects(value) && level > 0)) {
            return line(value);
        }
        String indent = "  ".repeat(level + 1);
        String end = "\n" + "  ".repeat(level);
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> indent + quoted(e.getKey().toString()) + ": " + text(e.getValue(), level + 1))
                    .collect(Collectors.joining(",\n", "{\n", end + "}"));
        }
        return Json.list(value).stream()
                .map(item -> indent + text(item, level + 1))
                .collect(Collectors.joining(",\n", "[\n", end + "]"));
    }

    private static boolean holdsObjects(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Map.class::isInstance);
        }
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> quoted(e.getKey().toString()) + ": " + line(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.value(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
