package io.videojob.models.profile;

import io.videojob.models.facts.ModelFacts;
import io.videojob.models.facts.WireField;
import io.videojob.models.json.Json;
import io.videojob.models.meaning.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the constraints of a profile of the rules in a schema. Throws for a rule that it has no words for. */
final class ConstraintMaker {
    private final ModelFacts model;
    private final List<Meaning> meanings;
    private final List<Map<String, Object>> constraints = new ArrayList<>();

    private ConstraintMaker(ModelFacts model, List<Meaning> meanings) {
        this.model = model;
        this.meanings = meanings;
    }

    static List<Map<String, Object>> constraints(ModelFacts model, List<Meaning> meanings) {
        ConstraintMaker maker = new ConstraintMaker(model, meanings);
        model.rules().forEach(maker::add);
        // What lies inside of an option is set by itself, or in the option.
        meanings.forEach(meaning -> meaning.outer()
                .ifPresent(outer -> maker.put(
                        "notTogether", "fields", List.of(meaning.field().key()), "with", List.of(outer))));
        return maker.constraints;
    }

    private void add(Map<String, Object> rule) {
        if (rule.containsKey("x-maxTotal")) {
            Map<String, Object> total = Json.object(rule.get("x-maxTotal"));
            put(
                    "maxTotal",
                    "fields",
                    names(Json.texts(total.get("of"))),
                    "max",
                    Objects.requireNonNull(total.get("max")));
        } else if (rule.containsKey("oneOf")) {
            List<String> names = alternatives(rule.get("oneOf"));
            put("atLeastOne", "fields", names);
            put("notTogether", "fields", names.subList(0, 1), "with", names.subList(1, names.size()));
        } else if (rule.containsKey("anyOf")) {
            put("atLeastOne", "fields", alternatives(rule.get("anyOf")));
        } else if (rule.containsKey("not")) {
            List<String> names = names(Json.texts(Json.object(rule.get("not")).get("required")));
            put("notTogether", "fields", names.subList(0, 1), "with", names.subList(1, names.size()));
        } else {
            conditional(Json.object(rule.get("if")), Json.object(rule.get("then")), rule);
        }
    }

    private void conditional(Map<String, Object> when, Map<String, Object> then, Map<String, Object> rule) {
        Map<String, Object> values = Json.object(when.get("properties"));
        if (values.isEmpty()) {
            with(Json.texts(when.get("required")).get(0), then);
        } else if (then.containsKey("properties")) {
            String where = values.keySet().iterator().next();
            Map<String, Object> narrowed = Json.object(then.get("properties"));
            String field = narrowed.keySet().iterator().next();
            put(
                    "only",
                    "field",
                    name(field),
                    "values",
                    neutral(field, Json.object(narrowed.get(field))),
                    "where",
                    name(where),
                    "has",
                    neutral(where, Json.object(values.get(where))));
        } else {
            items(values.keySet().iterator().next(), values, Json.texts(then.get("required")), rule);
        }
    }

    /** A value that asks for one more of the fields that a list fills one after the other. */
    private void items(String where, Map<String, Object> has, List<String> required, Map<String, Object> rule) {
        List<String> wires = meanings.stream()
                .map(meaning -> meaning.wires().stream().map(WireField::name).toList())
                .filter(names -> names.size() > 1 && names.containsAll(required))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(model.slug() + ": no constraint says " + rule));
        put(
                "items",
                "field",
                name(wires.get(0)),
                "min",
                wires.indexOf(required.get(0)) + 1,
                "max",
                wires.size(),
                "where",
                name(where),
                "has",
                neutral(where, Json.object(has.get(where))));
    }

    /** What the presence of a field asks for. */
    private void with(String given, Map<String, Object> then) {
        if (then.containsKey("anyOf")) {
            put("atLeastOne", "fields", alternatives(then.get("anyOf")), "onlyWith", List.of(name(given)));
        } else if (then.containsKey("properties")) {
            Map<String, Object> narrowed = Json.object(then.get("properties"));
            String field = narrowed.keySet().iterator().next();
            List<Object> allowed = neutral(field, Json.object(narrowed.get(field)));
            List<Object> others = new ArrayList<>(all(field));
            others.removeAll(allowed);
            put(
                    "only",
                    "field",
                    name(field),
                    "values",
                    allowed,
                    "where",
                    name(field),
                    "has",
                    others,
                    "onlyWith",
                    List.of(name(given)),
                    "why",
                    name(given) + " asks for it");
        } else {
            put("needs", "field", name(given), "with", names(Json.texts(then.get("required"))));
        }
    }

    private List<Object> all(String wire) {
        List<Object> values = model.find(wire).orElseThrow().values();
        return values.isEmpty() ? List.of(true, false) : neutral(wire, Map.of("enum", values));
    }

    private List<Object> neutral(String wire, Map<String, Object> keywords) {
        List<Object> written =
                keywords.containsKey("const") ? List.of(keywords.get("const")) : Json.list(keywords.get("enum"));
        return meanings.stream()
                .filter(meaning -> meaning.wire().name().equals(wire))
                .findFirst()
                .map(meaning -> new NeutralValues(meaning).all(written))
                .orElse(written);
    }

    private List<String> alternatives(Object schemas) {
        return names(Json.objects(schemas).stream()
                .map(schema -> Json.texts(schema.get("required")).get(0))
                .toList());
    }

    private List<String> names(List<String> wires) {
        return wires.stream().map(this::name).distinct().toList();
    }

    /** The name in the profile: the neutral field's, or the vendor's own. */
    private String name(String wire) {
        return meanings.stream()
                .filter(meaning ->
                        meaning.wires().stream().anyMatch(field -> field.name().equals(wire)))
                .findFirst()
                .map(meaning -> meaning.field().key())
                .orElse(wire);
    }

    private void put(String rule, Object... namesAndValues) {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("rule", rule);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            constraint.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        constraints.add(constraint);
    }
}
