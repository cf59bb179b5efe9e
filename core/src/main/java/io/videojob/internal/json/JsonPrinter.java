package io.videojob.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON text. A class of its own, so that who only reads loads no library. */
final class JsonPrinter {
    private JsonPrinter() {}

    static String print(@Nullable Object value, String indent) {
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
        if (depth >= Json.MAX_DEPTH) {
            throw new JsonDataException("deeper than " + Json.MAX_DEPTH + " levels");
        }
        return depth + 1;
    }
}
