package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model at a vendor: what it means, how it is written, what it takes. Durations are in seconds here,
 * whatever the vendor makes of them.
 */
public final class FieldSpec {
    private final String name;
    private final @Nullable Field field;
    private final List<String> wireNames;
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
    private final @Nullable ShotShape shotShape;
    private final @Nullable Frames frames;
    private final Map<String, Object> wireValues;

    private FieldSpec(Builder b) {
        this.name = b.name;
        this.field = b.field;
        this.wireNames = List.copyOf(b.wireNames);
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
        this.shotShape = b.shotShape;
        this.frames = b.frames;
        Map<String, Object> written = new LinkedHashMap<>();
        b.wireValues.forEach((neutral, value) -> written.put(neutral, Values.plain(value)));
        this.wireValues = Collections.unmodifiableMap(written);
    }

    /** Begins the vendor's field for a neutral one. */
    public static Builder field(Field field, String wireName, WireType type) {
        return field(field, List.of(wireName), type);
    }

    /** Begins a list that the vendor takes one by one, in several fields of its own, which are filled in order. */
    public static Builder field(Field field, List<String> wireNames, WireType type) {
        return new Builder(field.key(), field, wireNames, type);
    }

    /** Begins a field without a neutral meaning, set by the vendor's own name. */
    public static Builder option(String wireName, WireType type) {
        return option(wireName, wireName, type);
    }

    /** Begins such a field by another name, because the vendor's is the name of a neutral field that it isn't. */
    public static Builder option(String name, String wireName, WireType type) {
        return new Builder(name, null, List.of(wireName), type);
    }

    /** The neutral field's key, or the option's name. */
    public String name() {
        return name;
    }

    /** The neutral field; empty for an option. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** The vendor's name for it; the first, if it has several. */
    public String wireName() {
        return wireNames.get(0);
    }

    /** The vendor's names: one, or one for each item of a list that it takes one by one. */
    public List<String> wireNames() {
        return wireNames;
    }

    /** How the vendor wants it to be written. */
    public WireType type() {
        return type;
    }

    /** True if the vendor refuses a request without it. */
    public boolean isRequired() {
        return required;
    }

    /** All values it takes, in neutral words; empty for any. Texts, {@code Long}s or {@code BigDecimal}s; seconds for durations. */
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

    /** How long a text, or the prompt of a shot, may be, in Unicode code points. */
    public Optional<Integer> maxLength() {
        return Optional.ofNullable(maxLength);
    }

    /** How many items there must be at least, if it is set. */
    public Optional<Integer> minItems() {
        return Optional.ofNullable(minItems);
    }

    /** How many items there may be. */
    public Optional<Integer> maxItems() {
        return Optional.ofNullable(maxItems == null && wireNames.size() > 1 ? (Integer) wireNames.size() : maxItems);
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

    /** How a shot is written, where {@link WireType#SHOTS} are more than their prompts. */
    public Optional<ShotShape> shotShape() {
        return Optional.ofNullable(shotShape);
    }

    /** How the seconds of a duration become the number that is written; empty: they are that number. */
    public Optional<Frames> frames() {
        return Optional.ofNullable(frames);
    }

    /** By neutral value, as text, what is written for it. Any other value is written as it is. */
    public Map<String, Object> wireValues() {
        return wireValues;
    }

    @Override
    public String toString() {
        return name + " -> " + String.join(", ", wireNames) + " (" + type.key() + (required ? ", required)" : ")");
    }

    /** Collects a field. */
    public static final class Builder {
        private final String name;
        private final @Nullable Field field;
        private final List<String> wireNames;
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
        private @Nullable ShotShape shotShape;
        private @Nullable Frames frames;
        private Map<String, ?> wireValues = Map.of();

        private Builder(String name, @Nullable Field field, List<String> wireNames, WireType type) {
            this.name = name;
            this.field = field;
            this.wireNames = requireNonNull(wireNames, "wireNames");
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

        /** See {@link FieldSpec#shotShape()}. */
        public Builder shotShape(@Nullable ShotShape value) {
            this.shotShape = value;
            return this;
        }

        /** See {@link FieldSpec#frames()}. */
        public Builder frames(@Nullable Frames value) {
            this.frames = value;
            return this;
        }

        /** See {@link FieldSpec#wireValues()}. */
        public Builder wireValues(Map<String, ?> value) {
            this.wireValues = value;
            return this;
        }

        /** The field; an {@link IllegalArgumentException} if it contradicts itself, as with a default out of range. */
        public FieldSpec build() {
            FieldSpec spec = new FieldSpec(this);
            SpecRules.check(spec);
            return spec;
        }
    }
}
