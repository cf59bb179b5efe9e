package io.videojob;

import static java.util.Objects.requireNonNull;

/**
 * One point in which a result is not what was asked for.
 *
 * @param field the neutral name of the field, as {@link Field#key()} has it
 * @param asked the value that was sent, as {@link FieldReport#value()} has it
 * @param delivered what the file says instead
 */
public record Difference(String field, String asked, String delivered) {
    /** Nothing is left out. */
    public Difference {
        requireNonNull(field, "field");
        requireNonNull(asked, "asked");
        requireNonNull(delivered, "delivered");
    }

    /** "duration: delivered 4.0 s where 5 s was asked for". */
    @Override
    public String toString() {
        return field + ": delivered " + delivered + " where " + asked + " was asked for";
    }
}
