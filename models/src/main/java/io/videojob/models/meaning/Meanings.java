package io.videojob.models.meaning;

import io.videojob.Field;
import io.videojob.models.facts.ModelFacts;
import io.videojob.models.facts.WireField;
import io.videojob.models.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the vendors' fields mean, from {@code models/meanings.json}.
 *
 * <p>Its {@code fields} are tried in their order: the first that speaks of a model and finds one of its {@code wires} there
 * takes it for its neutral {@code field}, or takes it away from the others, if it has none. A neutral field that is a list
 * takes all of its wires that are no lists. What nobody takes is an option. {@code words} are the neutral words for values.
 */
public final class Meanings {
    private final List<Rule> rules;
    private final Map<String, Object> words;
    private final List<Map<String, Object>> modes;

    private record Rule(Slugs models, Optional<Field> field, List<String> wires, Map<String, Object> entry) {}

    private Meanings(List<Rule> rules, Map<String, Object> words, List<Map<String, Object>> modes) {
        this.rules = rules;
        this.words = words;
        this.modes = modes;
    }

    /** Reads the file. */
    public static Meanings read(Path file) {
        Map<String, Object> json = Json.read(file);
        List<Rule> rules = Json.objects(json.get("fields")).stream()
                .map(entry -> new Rule(
                        Slugs.of(entry),
                        Optional.ofNullable(entry.get("field")).map(key -> field(Json.text(key))),
                        Json.texts(entry.get("wires")),
                        entry))
                .toList();
        return new Meanings(rules, Json.object(json.get("words")), Json.objects(json.get("modes")));
    }

    private static Field field(String key) {
        return Field.byKey(key).orElseThrow(() -> new IllegalArgumentException(key + " is no neutral field"));
    }

    /** The neutral fields of a model, in the order of the file. */
    public List<Meaning> of(ModelFacts model) {
        Set<String> taken = new HashSet<>();
        List<Meaning> found = new ArrayList<>();
        for (Rule rule : rules) {
            boolean known = found.stream().anyMatch(meaning -> rule.field().equals(Optional.of(meaning.field())));
            List<WireField> wires = known || !rule.models().match(model.slug()) ? List.of() : wires(rule, model, taken);
            wires.forEach(wire -> taken.add(wire.name()));
            if (!wires.isEmpty()) {
                rule.field().ifPresent(field -> found.add(meaning(field, wires, rule)));
            }
        }
        List<Field> order =
                rules.stream().flatMap(rule -> rule.field().stream()).distinct().toList();
        found.sort(Comparator.comparing(meaning -> order.indexOf(meaning.field())));
        return found;
    }

    /** What the model is for, beside what its fields tell. */
    public List<String> modes(String slug) {
        return modes.stream()
                .filter(entry -> Slugs.of(entry).match(slug))
                .flatMap(entry -> Json.texts(entry.get("modes")).stream())
                .distinct()
                .toList();
    }

    private Meaning meaning(Field field, List<WireField> wires, Rule rule) {
        return new Meaning(
                field,
                wires,
                Optional.ofNullable(rule.entry().get("frames")).map(Json::object),
                Json.object(words.get(field.key())));
    }

    private static List<WireField> wires(Rule rule, ModelFacts model, Set<String> taken) {
        List<WireField> there = rule.wires().stream()
                .filter(name -> !taken.contains(name) && model.fields().containsKey(name))
                .map(model.fields()::get)
                .toList();
        boolean all = rule.field().isEmpty()
                || (rule.field().get().type() == List.class
                        && there.stream().noneMatch(wire -> wire.type().equals("array")));
        return all ? there : there.stream().limit(1).toList();
    }
}
