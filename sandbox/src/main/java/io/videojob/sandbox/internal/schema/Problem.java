package io.videojob.sandbox.internal.schema;

/**
 * One thing in a create that the vendor's schema does not allow.
 *
 * @param hint in the words of the validators these vendors use
 */
public record Problem(Kind kind, String path, String hint) {
    /** How a vendor may take it. */
    public enum Kind {
        /** Wrong beyond doubt. */
        INVALID,
        /** A field the schema lacks. */
        UNKNOWN_FIELD,
        /** A number sent as text, where the vendor is seen to take that. */
        NUMBER_AS_TEXT,
        /** A JSON null. */
        NULL_VALUE
    }

    @Override
    public String toString() {
        return path + ": " + hint;
    }
}
