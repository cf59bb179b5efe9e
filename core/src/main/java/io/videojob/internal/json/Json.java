package io.videojob.internal.json;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code Boolean}, {@code Long},
 * {@code BigDecimal} and null. Order and every digit are kept: a whole number that fits is a {@code Long}, any other
 * number is a {@code BigDecimal}.
 */
public final class Json {
    /** How deep objects and arrays may lie in each other. */
    public static final int MAX_DEPTH = 100;

    private Json() {}

    /**
     * Reads one JSON value that fills the whole text. No name may come twice in an object.
     *
     * @return maps and lists are the caller's own, and may be changed
     * @throws JsonException if it isn't JSON, lies deeper than {@link #MAX_DEPTH}, or has a number of over 1000 digits;
     *     names path, line and column
     */
    public static @Nullable Object read(String text) {
        return new JsonParser(requireNonNull(text, "text")).parse();
    }

    /**
     * Writes a value without white space. Besides what {@link #read} gives, {@code Integer} and any {@code Map} and
     * {@code List} will do; nulls are written.
     *
     * @throws JsonException for any other type, such as {@code Double}, which is not exact
     */
    public static String write(@Nullable Object value) {
        return JsonPrinter.print(value, "");
    }

    /** {@link #write(Object)} for people: a line each, two spaces deep. */
    public static String writePretty(@Nullable Object value) {
        return JsonPrinter.print(value, "  ");
    }
}
