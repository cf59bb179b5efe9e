package io.videojob.models.extract;

import io.videojob.models.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules over several fields of a schema, in the words of JSON Schema. */
final class Rules {
    private final Map<String, Object> schema;

    /** Adds to that schema. */
    Rules(Map<String, Object> schema) {
        this.schema = schema;
    }

    /** One of the fields and no other. */
    void exactlyOne(String one, String other) {
        add("oneOf", List.of(required(one), required(other)));
    }

    /** One of the fields at least. */
    void atLeastOne(String... names) {
        add("anyOf", List.of(names).stream().map(Rules::required).toList());
    }

    /** One of the fields at least, where that field is set. */
    void atLeastOneWith(String field, List<String> names) {
        when(required(field), Map.of("anyOf", names.stream().map(Rules::required).toList()));
    }

    /** Not all of the fields together. */
    void notTogether(String... names) {
        add("not", required(names));
    }

    /** The field needs another. */
    void needs(String field, String other) {
        when(required(field), required(other));
    }

    /** Where the field is set, another one is narrowed by a keyword. */
    void narrowWith(String field, String other, String keyword, Object value) {
        narrow(required(field), other, keyword, value);
    }

    /** Where the field has that value, another one is narrowed by a keyword. */
    void narrowWhere(String field, Object has, String other, String keyword, Object value) {
        Map<String, Object> when = new LinkedHashMap<>();
        when.put("properties", Map.of(field, Map.of("const", has)));
        when.put("required", List.of(field));
        narrow(when, other, keyword, value);
    }

    private static Map<String, Object> required(String... names) {
        return Map.of("required", List.of(names));
    }

    /** A default that is none of the narrower values has to be overruled, so the other field must be set. */
    private void narrow(Map<String, Object> condition, String other, String keyword, Object value) {
        Map<String, Object> properties = Json.object(schema.get("properties"));
        Object byDefault = Json.object(properties.get(other)).get("default");
        boolean fits = byDefault == null || value.equals(byDefault) || value instanceof List && Json.list(value).contains(byDefault);
        Map<String, Object> then = new LinkedHashMap<>();
        then.put("properties", Map.of(other, Map.of(keyword, value)));
        if (!fits) {
            then.put("required", List.of(other));
        }
        when(condition, then);
    }

    private void when(Map<String, Object> condition, Map<String, Object> then) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("if", condition);
        rule.put("then", then);
        add(rule);
    }

    private void add(String keyword, Object value) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put(keyword, value);
        add(rule);
    }

    /** Two fields may tell of the same rule. */
    private void add(Map<String, Object> rule) {
        rule.put("x-source", Prose.SOURCE);
        List<Object> rules = new ArrayList<>(Json.list(schema.get("allOf")));
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
        schema.put("allOf", rules);
    }
}
