package io.videojob.catalog;

import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes a {@link Constraint} of its JSON. */
final class ConstraintReader {
    private ConstraintReader() {}

    static Constraint read(JsonFields json) {
        Constraint constraint = rule(json);
        constraint = json.has("onlyWith") ? constraint.onlyWith(json.texts("onlyWith")) : constraint;
        return json.has("why") ? constraint.because(json.text("why")) : constraint;
    }

    private static Constraint rule(JsonFields json) {
        return switch (json.text("rule")) {
            case "maxTotal" -> {
                keys(json, "fields", "max");
                yield Constraint.maxTotal(json.texts("fields"), Math.toIntExact(json.integer("max")));
            }
            case "atLeastOne" -> {
                keys(json, "fields");
                yield Constraint.atLeastOne(json.texts("fields"));
            }
            case "notTogether" -> {
                keys(json, "fields", "with");
                yield Constraint.notTogether(json.texts("fields"), json.texts("with"));
            }
            case "needs" -> {
                keys(json, "field", "with");
                yield Constraint.needs(json.text("field"), json.texts("with"));
            }
            case "items" -> {
                keys(json, "field", "min", "max", "where", "has");
                yield Constraint.items(
                        json.text("field"),
                        Math.toIntExact(json.integer("min")),
                        Math.toIntExact(json.integer("max")),
                        json.text("where"),
                        values(json, "has"));
            }
            case "limit" -> {
                keys(json, "field", "max", "where", "has");
                yield Constraint.limit(json.text("field"), json.number("max"), json.text("where"), values(json, "has"));
            }
            case "only" -> {
                keys(json, "field", "values", "where", "has");
                yield Constraint.only(
                        json.text("field"), values(json, "values"), json.text("where"), values(json, "has"));
            }
            default ->
                throw new JsonException(json.where() + ".rule is \"" + json.text("rule")
                        + "\", not one of [maxTotal, atLeastOne, notTogether, needs, items, limit, only]");
        };
    }

    private static void keys(JsonFields json, String... names) {
        Set<String> known = new HashSet<>(Set.of("rule", "onlyWith", "why"));
        known.addAll(List.of(names));
        json.only(known);
        for (String name : names) {
            if (!json.has(name)) {
                throw new JsonException(json.where() + "." + name + " is missing");
            }
        }
    }

    private static List<Object> values(JsonFields json, String name) {
        return json.list(name).stream()
                .map(value -> Objects.requireNonNull(value, name))
                .toList();
    }
}
