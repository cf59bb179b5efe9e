package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model at a vendor: what it means, how it is written, what it takes. Durations are in seconds here,
 * whatever the vendor makes of them.
 */
public final class FieldSpec {
    private final String name;
    private final @Nullable Field field;
    private final String wireName;
    private final WireType type;
    private final boolean required;
    private final List<Object> values;
    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;
    private final @Nullable Integer maxLength;
    private final @Nullable Integer minItems;
    private final @Nullable Integer maxItems;
    private final @Nullable Object defaultValue;
    private final String suffix;
    private final List<String> schemes;
    private final boolean inlineAllowed;
    private final @Nullable ElementShape elementShape;

    private FieldSpec(Builder b) {
        this.name = b.name;
        this.field = b.field;
        this.wireName = b.wireName;
        this.type = b.type;
        this.required = b.required;
        this.values = List.copyOf(b.values);
        this.min = b.min;
        this.max = b.max;
        this.maxLength = b.maxLength;
        this.minItems = b.minItems;
        this.maxItems = b.maxItems;
        this.defaultValue = b.defaultValue;
        this.suffix = b.suffix;
        this.schemes = List.copyOf(b.schemes);
        this.inlineAllowed = b.inlineAllowed;
        this.elementShape = b.elementShape;
    }

    /** Begins the vendor's field for a neutral one. */
    public static Builder field(Field field, String wireName, WireType type) {
        return new Builder(field.key(), field, wireName, type);
    }

    /** Begins a field without a neutral meaning, which requests set by the vendor's own name. */
    public static Builder option(String wireName, WireType type) {
        return new Builder(wireName, null, wireName, type);
    }

    /** The neutral field's key, or the option's name. */
    public String name() {
        return name;
    }

    /** The neutral field; empty for an option. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** The vendor's name for it. */
    public String wireName() {
        return wireName;
    }

    /** How the vendor wants it to be written. */
    public WireType type() {
        return type;
    }

    /** True if the vendor refuses a request without it. */
    public boolean isRequired() {
        return required;
    }

    /** All values it takes; empty for any. Texts, {@code Long}s or {@code BigDecimal}s; seconds for durations. */
    public List<Object> values() {
        return values;
    }

    /** The least number it takes. */
    public Optional<BigDecimal> min() {
        return Optional.ofNullable(min);
    }

    /** The greatest number it takes. */
    public Optional<BigDecimal> max() {
        return Optional.ofNullable(max);
    }

    /** How long a text may be, in Unicode code points. */
    public Optional<Integer> maxLength() {
        return Optional.ofNullable(maxLength);
    }

    /** How many items there must be at least, if it is set. */
    public Optional<Integer> minItems() {
        return Optional.ofNullable(minItems);
    }

    /** How many items there may be. */
    public Optional<Integer> maxItems() {
        return Optional.ofNullable(maxItems);
    }

    /** What the vendor takes when it isn't sent, as far as its documents say. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** What follows the seconds of a duration that is written as text, such as {@code s}; mostly empty. */
    public String suffix() {
        return suffix;
    }

    /** The schemes of links that the vendor loads, in lower case. */
    public List<String> schemes() {
        return schemes;
    }

    /** True if the bytes may travel with the request, as a data URI. */
    public boolean isInlineAllowed() {
        return inlineAllowed;
    }

    /** How an element is written; there for {@link WireType#ELEMENTS}. */
    public Optional<ElementShape> elementShape() {
        return Optional.ofNullable(elementShape);
    }

    @Override
    public String toString() {
        return name + " -> " + wireName + " (" + type.key() + (required ? ", required)" : ")");
    }

    /** Collects a field. */
    public static final class Builder {
        private final String name;
        private final @Nullable Field field;
        private final String wireName;
        private final WireType type;
        private boolean required;
        private List<Object> values = List.of();
        private @Nullable BigDecimal min;
        private @Nullable BigDecimal max;
        private @Nullable Integer maxLength;
        private @Nullable Integer minItems;
        private @Nullable Integer maxItems;
        private @Nullable Object defaultValue;
        private String suffix = "";
        private List<String> schemes = List.of("https");
        private boolean inlineAllowed;
        private @Nullable ElementShape elementShape;

        private Builder(String name, @Nullable Field field, String wireName, WireType type) {
            this.name = name;
            this.field = field;
            this.wireName = requireNonNull(wireName, "wireName");
            this.type = requireNonNull(type, "type");
        }

        /** See {@link FieldSpec#isRequired()}. */
        public Builder required(boolean value) {
            this.required = value;
            return this;
        }

        /** See {@link FieldSpec#values()}. */
        public Builder values(List<?> value) {
            this.values = value.stream().map(Values::plain).toList();
            return this;
        }

        /** See {@link FieldSpec#min()} and {@link FieldSpec#max()}. */
        public Builder range(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
            this.min = atLeast;
            this.max = atMost;
            return this;
        }

        /** See {@link FieldSpec#maxLength()}. */
        public Builder maxLength(@Nullable Integer value) {
            this.maxLength = value;
            return this;
        }

        /** See {@link FieldSpec#minItems()} and {@link FieldSpec#maxItems()}. */
        public Builder items(@Nullable Integer atLeast, @Nullable Integer atMost) {
            this.minItems = atLeast;
            this.maxItems = atMost;
            return this;
        }

        /** See {@link FieldSpec#defaultValue()}. */
        public Builder defaultValue(@Nullable Object value) {
            this.defaultValue = value == null ? null : Values.plain(value);
            return this;
        }

        /** See {@link FieldSpec#suffix()}. */
        public Builder suffix(String value) {
            this.suffix = value;
            return this;
        }

        /** See {@link FieldSpec#schemes()}. */
        public Builder schemes(List<String> value) {
            this.schemes = value;
            return this;
        }

        /** See {@link FieldSpec#isInlineAllowed()}. */
        public Builder inlineAllowed(boolean value) {
            this.inlineAllowed = value;
            return this;
        }

        /** See {@link FieldSpec#elementShape()}. */
        public Builder elementShape(@Nullable ElementShape value) {
            this.elementShape = value;
            return this;
        }

        /**
         * The field.
         *
         * @throws IllegalArgumentException if it contradicts itself, such as a default that isn't among the values
         */
        public FieldSpec build() {
            FieldSpec spec = new FieldSpec(this);
            SpecRules.check(spec);
            return spec;
        }
    }
}
