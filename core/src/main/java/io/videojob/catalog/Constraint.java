package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule over several fields of a model. Fields go by {@link FieldSpec#name()}. */
public final class Constraint {

    /** What a rule sees of a request: what is set, and what counts. */
    interface Facts {
        /** How many items a list has, 1 for anything else that is set, 0 for what the request leaves out. */
        int count(String field);

        /** The value that counts, be it set or a default, as a plain one. */
        Optional<Object> value(String field);
    }

    /** A broken rule: the fields it is about, their values, and what it wants. */
    record Broken(String fields, String values, String why) {}

    private interface Rule {
        Optional<Broken> check(Facts facts);
    }

    private final String text;
    private final List<String> fields;
    private final Rule rule;
    private final List<String> onlyWith;
    private final @Nullable String why;

    private Constraint(String text, List<String> fields, Rule rule, List<String> onlyWith, @Nullable String why) {
        this.text = text;
        this.fields = List.copyOf(fields);
        this.rule = rule;
        this.onlyWith = List.copyOf(onlyWith);
        this.why = why;
    }

    /** So many items of these fields together, and no more. */
    public static Constraint maxTotal(List<String> fields, int max) {
        String names = String.join(" + ", fields);
        String text = names + " at most " + max + " together";
        return new Constraint(
                text,
                fields,
                facts -> {
                    List<Integer> counts = fields.stream().map(facts::count).toList();
                    int total = counts.stream().mapToInt(Integer::intValue).sum();
                    String sum = String.join(
                            " + ", counts.stream().map(String::valueOf).toList());
                    return total <= max
                            ? Optional.empty()
                            : Optional.of(new Broken(names, sum + " = " + total, "at most " + max + " together"));
                },
                List.of(),
                null);
    }

    /** One of these fields must be set. */
    public static Constraint atLeastOne(List<String> fields) {
        String names = String.join(" or ", fields);
        return new Constraint(
                "at least one of " + names,
                fields,
                facts -> fields.stream().anyMatch(field -> facts.count(field) > 0)
                        ? Optional.empty()
                        : Optional.of(new Broken(names, "unset", "at least one of them must be set")),
                List.of(),
                null);
    }

    /** Either fields of the one kind or of the other, such as frames or references. */
    public static Constraint notTogether(List<String> these, List<String> those) {
        return new Constraint(
                "either " + these + " or " + those,
                join(these, those),
                facts -> {
                    List<String> first = set(facts, these);
                    List<String> second = set(facts, those);
                    return first.isEmpty() || second.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Broken(
                                    String.join(" + ", join(first, second)),
                                    "both set",
                                    "not together; leave out the one or the other"));
                },
                List.of(),
                null);
    }

    /** Where the field is set, the others must be. */
    public static Constraint needs(String field, List<String> others) {
        return new Constraint(
                field + " needs " + others,
                join(List.of(field), others),
                facts -> {
                    List<String> missing = others.stream()
                            .filter(other -> facts.count(other) == 0)
                            .toList();
                    return facts.count(field) == 0 || missing.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Broken(field, "set", "goes only with " + String.join(" and ", missing)));
                },
                List.of(),
                null);
    }

    /**
     * A narrower limit where another field has one of some values, such as 1080p only up to 8 s. Defaults count as values.
     *
     * @param max the greatest value of {@code field}; seconds for a duration
     */
    public static Constraint limit(String field, BigDecimal max, String where, List<?> has) {
        return narrower(
                field, "at most " + show(field, max), v -> Values.number(v).compareTo(max) <= 0, where, plain(has));
    }

    /** Fewer values where another field has one of some values, such as 4k only in 16:9. Defaults count as values. */
    public static Constraint only(String field, List<?> values, String where, List<?> has) {
        List<Object> allowed = plain(values);
        String wanted = "only "
                + String.join(" or ", allowed.stream().map(v -> show(field, v)).toList());
        return narrower(field, wanted, v -> Values.isAmong(allowed, v), where, plain(has));
    }

    /** A duration that is counted in frames is as long as it says at their own rate only. */
    static Constraint countedAt(int framesPerSecond) {
        String duration = Field.DURATION.key();
        String fps = Field.FPS.key();
        Rule rule = facts -> facts.value(fps)
                .filter(rate -> facts.count(duration) > 0 && !Values.same(rate, (long) framesPerSecond))
                .map(rate -> new Broken(
                        duration + " + " + fps,
                        "both set",
                        "a duration is counted in " + framesPerSecond + " frames a second here; leave out " + fps
                                + ", or set it to " + framesPerSecond));
        return new Constraint(
                "a duration counts " + framesPerSecond + " fps", List.of(duration, fps), rule, List.of(), null);
    }

    /**
     * So many items of a list where another field has one of some values, such as two pictures for an embrace. Defaults
     * count as values.
     */
    public static Constraint items(String field, int least, int most, String where, List<?> has) {
        List<Object> among = plain(has);
        String wanted = (least == most ? "exactly " : least + " to ") + most;
        Rule rule = facts -> facts.value(where)
                .filter(value ->
                        Values.isAmong(among, value) && (facts.count(field) < least || facts.count(field) > most))
                .map(value -> new Broken(
                        field + " + " + where,
                        facts.count(field) + " with " + show(where, value),
                        field + ": " + wanted + " with " + where + " " + show(where, value)));
        String text = field + ": " + wanted + " with " + where + " " + Values.show(among);
        return new Constraint(text, List.of(field, where), rule, List.of(), null);
    }

    private static Constraint narrower(
            String field, String wanted, Predicate<Object> fits, String where, List<Object> has) {
        Rule rule = facts -> {
            Optional<Object> other = facts.value(where).filter(value -> Values.isAmong(has, value));
            Optional<Object> bad = facts.value(field).filter(fits.negate());
            return other.isEmpty() || bad.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Broken(
                            field + " + " + where,
                            show(field, bad.get()) + " with " + show(where, other.get()),
                            field + " " + wanted + " with " + where + " " + show(where, other.get())));
        };
        String text = field + " " + wanted + " with " + where + " " + Values.show(has);
        return new Constraint(text, List.of(field, where), rule, List.of(), null);
    }

    /** The same rule, in force only where the request sets all of these. */
    public Constraint onlyWith(List<String> others) {
        return new Constraint(text, fields, rule, others, why);
    }

    /** The same rule with the reason why it holds, for messages. */
    public Constraint because(String reason) {
        return new Constraint(text, fields, rule, onlyWith, requireNonNull(reason, "reason"));
    }

    /** The fields it speaks of. */
    public List<String> fields() {
        return join(fields, onlyWith);
    }

    /** Why it holds, where that isn't plain. */
    public Optional<String> why() {
        return Optional.ofNullable(why);
    }

    Optional<Broken> check(Facts facts) {
        return set(facts, onlyWith).size() < onlyWith.size()
                ? Optional.empty()
                : rule.check(facts)
                        .map(broken -> new Broken(
                                broken.fields(), broken.values(), broken.why() + (why == null ? "" : ": " + why)));
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return text + (onlyWith.isEmpty() ? "" : ", where " + onlyWith + " set");
    }

    private static List<String> set(Facts facts, List<String> fields) {
        return fields.stream().filter(field -> facts.count(field) > 0).toList();
    }

    private static List<Object> plain(List<?> values) {
        return values.stream().map(Values::plain).toList();
    }

    private static String show(String field, Object value) {
        return Values.show(value) + (field.equals(Field.DURATION.key()) ? " s" : "");
    }

    private static List<String> join(List<String> one, List<String> two) {
        return Stream.concat(one.stream(), two.stream()).distinct().toList();
    }
}
