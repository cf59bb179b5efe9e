package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field of a request at one candidate: it goes over the wire, or the plan says why not. */
public final class FieldReport {

    /** What became of the field. */
    public enum Fate {
        /** Sent as it was set. */
        APPLIED,
        /** Moved to the nearest value that the model has, because the request allows it. */
        ADJUSTED,
        /** Not set by the request; the value is a default. */
        DEFAULTED,
        /** Can't be carried; the candidate is out. */
        REFUSED
    }

    private final String field;
    private final Fate fate;
    private final @Nullable String wireName;
    private final @Nullable String from;
    private final @Nullable String value;
    private final @Nullable String why;

    private FieldReport(
            String field,
            Fate fate,
            @Nullable String wireName,
            @Nullable String from,
            @Nullable String value,
            @Nullable String why) {
        this.field = requireNonNull(field, "field");
        this.fate = fate;
        this.wireName = wireName;
        this.from = from;
        this.value = value;
        this.why = why;
    }

    /** Sent as it was set. */
    public static FieldReport applied(String field, String wireName, String value) {
        return new FieldReport(field, Fate.APPLIED, wireName, null, value, null);
    }

    /** Sent as it was set, with a remark, such as that the model is unchecked or a medium is repeated. */
    public static FieldReport applied(String field, String wireName, String value, String why) {
        return new FieldReport(field, Fate.APPLIED, wireName, null, value, why);
    }

    /** Moved from one value to another. */
    public static FieldReport adjusted(String field, String wireName, String from, String to, String why) {
        return new FieldReport(field, Fate.ADJUSTED, wireName, from, to, why);
    }

    /**
     * Left to a default.
     *
     * @param whose whose default it is: the family's, which is sent, or the vendor's, which is not
     */
    public static FieldReport defaulted(String field, @Nullable String wireName, String value, String whose) {
        return new FieldReport(field, Fate.DEFAULTED, wireName, null, value, whose);
    }

    /** Can't be carried. */
    public static FieldReport refused(String field, @Nullable String value, String why) {
        return new FieldReport(field, Fate.REFUSED, null, null, value, why);
    }

    /** The neutral name, or the option's. */
    public String field() {
        return field;
    }

    /** What became of it. */
    public Fate fate() {
        return fate;
    }

    /** The vendor's name for it; empty if it isn't sent. */
    public Optional<String> wireName() {
        return Optional.ofNullable(wireName);
    }

    /** What the request said, when that was adjusted. */
    public Optional<String> from() {
        return Optional.ofNullable(from);
    }

    /** The value that counts, as text, without query strings of links. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** Why it was adjusted or refused, or whose default it is. */
    public Optional<String> why() {
        return Optional.ofNullable(why);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldReport that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return switch (fate) {
            case APPLIED -> field + " -> " + wireName + " = " + value + (why == null ? "" : " (" + why + ")");
            case ADJUSTED -> field + " -> " + wireName + " = " + value + ", adjusted from " + from + ": " + why;
            case DEFAULTED -> field + " = " + value + " (" + why + (wireName == null ? ", not sent)" : ")");
            case REFUSED -> field + (value == null ? "" : " = " + value) + " refused: " + why;
        };
    }
}
