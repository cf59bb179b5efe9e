package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A model by the rules of the sandbox's own resource, with the price its vendor publishes. */
final class RuledModel implements Model {
    private static final int USUAL_SECONDS = 5;

    private final String slug;
    private final Map<String, @Nullable Object> facts;
    private final Map<String, FieldRule> fields;
    private final Predicate<String> link;

    RuledModel(
            String slug,
            Map<String, @Nullable Object> facts,
            Map<String, @Nullable Object> shared,
            Predicate<String> link) {
        this.slug = slug;
        this.facts = facts;
        this.fields = new LinkedHashMap<>();
        this.link = link;
        Json.asObject(facts.get("fields")).forEach((name, rule) -> {
            Object own = "shared".equals(rule) ? shared.get(name) : rule;
            fields.put(name, new FieldRule(Json.asObject(own)));
        });
    }

    @Override
    public String slug() {
        return slug;
    }

    /** Other names the vendor takes for it. */
    List<String> aliases() {
        return Json.asList(facts.get("aliases")).stream().map(String::valueOf).toList();
    }

    @Override
    public boolean makesImages() {
        return "images".equals(facts.get("makes"));
    }

    @Override
    public List<Problem> check(Map<String, @Nullable Object> input) {
        Checker checker = new Checker(link);
        checker.object("", fields, false, input);
        List<Problem> problems = new ArrayList<>(checker.problems());
        tooManyTogether(input).ifPresent(problems::add);
        return problems;
    }

    @Override
    public int seconds(Map<String, @Nullable Object> input) {
        return Seconds.of(input.get("duration")).orElse(USUAL_SECONDS);
    }

    @Override
    public int count(Map<String, @Nullable Object> input) {
        Object count = makesImages() ? input.get("num_images") : null;
        return count == null ? 1 : new BigDecimal(count.toString()).intValue();
    }

    @Override
    public BigDecimal price(Map<String, @Nullable Object> input) {
        BigDecimal perUnit =
                new BigDecimal(String.valueOf(Json.asObject(facts.get("price")).get("usd")));
        return perUnit.multiply(BigDecimal.valueOf(makesImages() ? count(input) : seconds(input)));
    }

    private Optional<Problem> tooManyTogether(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> rule = Json.asObject(facts.get("together"));
        List<String> names =
                Json.asList(rule.get("fields")).stream().map(String::valueOf).toList();
        int count = names.stream()
                .mapToInt(name -> Json.asList(input.get(name)).size())
                .sum();
        if (names.isEmpty() || count <= Integer.parseInt(String.valueOf(rule.get("max")))) {
            return Optional.empty();
        }
        String hint = "At most " + rule.get("max") + " together, received " + count;
        return Optional.of(new Problem(Problem.Kind.INVALID, String.join(" + ", names), hint));
    }
}
