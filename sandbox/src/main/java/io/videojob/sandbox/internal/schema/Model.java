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

/** A model as its vendor publishes it: which fields it takes, what it makes, what that costs. */
public final class Model {
    private static final int USUAL_SECONDS = 5;

    private final String slug;
    private final Map<String, @Nullable Object> facts;
    private final Map<String, FieldRule> fields;
    private final Predicate<String> link;

    Model(
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

    public String slug() {
        return slug;
    }

    /** Other names the vendor takes for it. */
    List<String> aliases() {
        return Json.asList(facts.get("aliases")).stream().map(String::valueOf).toList();
    }

    public boolean makesImages() {
        return "images".equals(facts.get("makes"));
    }

    /** Everything in the input that the schema does not allow; empty if it is good. */
    public List<Problem> check(Map<String, @Nullable Object> input) {
        Checker checker = new Checker(link);
        checker.object("", fields, false, input);
        List<Problem> problems = new ArrayList<>(checker.problems());
        tooManyTogether(input).ifPresent(problems::add);
        return problems;
    }

    /** Seconds of film the input asks for: its duration, or the vendor's 5. */
    public int seconds(Map<String, @Nullable Object> input) {
        Object duration = input.get("duration");
        return duration == null ? USUAL_SECONDS : Integer.parseInt(duration.toString());
    }

    /** Results the input asks for: one film, or a number of pictures. */
    public int count(Map<String, @Nullable Object> input) {
        Object count = makesImages() ? input.get("num_images") : null;
        return count == null ? 1 : new BigDecimal(count.toString()).intValue();
    }

    /** What the job costs in US dollars if it ends well. */
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
