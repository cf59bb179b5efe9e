package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a vendor takes for one field, as the resource says it. */
final class FieldRule {
    private final Map<String, @Nullable Object> facts;
    private final Map<String, FieldRule> fields = new LinkedHashMap<>();
    private final @Nullable FieldRule items;

    FieldRule(Map<String, @Nullable Object> facts) {
        this.facts = facts;
        this.items = facts.containsKey("of") ? new FieldRule(Json.asObject(facts.get("of"))) : null;
        Json.asObject(facts.get("fields"))
                .forEach((name, rule) -> fields.put(name, new FieldRule(Json.asObject(rule))));
    }

    /** {@code text, link, integer, number, boolean, list, object}. */
    String type() {
        return String.valueOf(facts.get("is"));
    }

    boolean required() {
        return Boolean.TRUE.equals(facts.get("required"));
    }

    /** True if the vendor also takes the number as text. */
    boolean numberAsText() {
        return Boolean.TRUE.equals(facts.get("numberAsText"));
    }

    /** True if an object may hold more than its declared fields. */
    boolean open() {
        return Boolean.TRUE.equals(facts.get("open"));
    }

    List<?> allowed() {
        return Json.asList(facts.get("oneOf"));
    }

    OptionalInt min() {
        return bound("min");
    }

    /** Characters of a text, items of a list, or the number itself. */
    OptionalInt max() {
        return bound("max");
    }

    Map<String, FieldRule> fields() {
        return fields;
    }

    /** What each item of a list must be. */
    @Nullable
    FieldRule items() {
        return items;
    }

    private OptionalInt bound(String name) {
        Object value = facts.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(new BigDecimal(value.toString()).intValueExact());
    }
}
