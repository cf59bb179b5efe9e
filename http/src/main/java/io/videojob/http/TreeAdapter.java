package io.videojob.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Untyped JSON with exact numbers. */
final class TreeAdapter extends JsonAdapter<Object> {
    private static final int LONGEST_NUMBER = 400;

    @Override
    public @Nullable Object fromJson(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_ARRAY -> list(in);
            case BEGIN_OBJECT -> map(in);
            case NUMBER -> number(in.nextString(), in);
            case BOOLEAN -> in.nextBoolean();
            case NULL -> in.nextNull();
            default -> in.nextString();
        };
    }

    private List<@Nullable Object> list(JsonReader in) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(fromJson(in));
        }
        in.endArray();
        return list;
    }

    private Map<String, @Nullable Object> map(JsonReader in) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            map.put(in.nextName(), fromJson(in));
        }
        in.endObject();
        return map;
    }

    private static Number number(String text, JsonReader in) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notALong) {
            return decimal(text, in);
        }
    }

    /** Bounded, because printing {@code 1e999999999} takes all memory there is. */
    private static BigDecimal decimal(String text, JsonReader in) {
        try {
            BigDecimal value = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            if (value != null && Math.abs((long) value.scale()) <= LONGEST_NUMBER) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new JsonDataException("not a number, or one too long, at " + in.getPath());
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else if (value instanceof Map<?, ?> map) {
            out.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.name(String.valueOf(entry.getKey()));
                toJson(out, entry.getValue());
            }
            out.endObject();
        } else if (value instanceof Iterable<?> list) {
            out.beginArray();
            for (Object item : list) {
                toJson(out, item);
            }
            out.endArray();
        } else if (value instanceof Number number) {
            out.value(number);
        } else if (value instanceof Boolean flag) {
            out.value(flag);
        } else {
            out.value(value.toString());
        }
    }

    /** A number, or text that is one. */
    static final class Decimal extends JsonAdapter<BigDecimal> {
        @Override
        public @Nullable BigDecimal fromJson(JsonReader in) throws IOException {
            return in.peek() == JsonReader.Token.NULL ? in.nextNull() : decimal(in.nextString(), in);
        }

        @Override
        public void toJson(JsonWriter out, @Nullable BigDecimal value) throws IOException {
            out.value(value);
        }
    }
}
