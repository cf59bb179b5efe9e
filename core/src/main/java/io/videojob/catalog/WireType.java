package io.videojob.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a vendor wants a value to be written in JSON. A set that grows: don't switch over it exhaustively. */
public enum WireType {
    /** Text; numbers become their digits, a duration its seconds and the field's {@link FieldSpec#suffix()}. */
    STRING,
    /** A number without a fraction. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** One medium: a link, or a data URI where {@link FieldSpec#isInlineAllowed()}. */
    URL,
    /** A list of such media. */
    URLS,
    /** A list of {@link io.videojob.Element}s, each written as {@link FieldSpec#elementShape()} says. */
    ELEMENTS,
    /** A list of {@link io.videojob.Shot}s: of their prompts, or each written as {@link FieldSpec#shotShape()} says. */
    SHOTS,
    /** A JSON object that only the vendor understands. */
    OBJECT,
    /** A JSON list that only the vendor understands. */
    LIST;

    /** The name in profiles, such as {@code urls}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name. */
    static Optional<WireType> byKey(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }

    boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    boolean isMedia() {
        return this == URL || this == URLS || this == ELEMENTS;
    }

    boolean isList() {
        return this == URLS || this == ELEMENTS || this == SHOTS || this == LIST;
    }
}
