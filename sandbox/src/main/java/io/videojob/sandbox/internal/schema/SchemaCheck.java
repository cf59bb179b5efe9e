package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a create's input against a published JSON Schema: the keywords the vendors use, and the {@code x-} ones that say
 * what their descriptions do.
 */
final class SchemaCheck {
    /** AI/ML API takes it as text where its schemas have a number: its own documents send it so, and ran. */
    private static final String NUMBER_AS_TEXT = "duration";

    private final Predicate<String> link;
    private final List<Problem> problems = new ArrayList<>();

    SchemaCheck(Predicate<String> link) {
        this.link = link;
    }

    List<Problem> problems() {
        return problems;
    }

    /** A field that the schema lacks is on record, also where the vendor's schema doesn't forbid it. */
    void input(Map<String, @Nullable Object> schema, Map<String, @Nullable Object> input) {
        value("", schema, input, true);
        for (Object rule : Json.asList(schema.get("x-maxTotal"))) {
            together(Json.asObject(rule), input);
        }
    }

    private void value(String path, Map<String, @Nullable Object> schema, @Nullable Object value, boolean closed) {
        if (value == null) {
            if (!Keywords.takesNull(schema)) {
                add(
                        Problem.Kind.NULL_VALUE,
                        path,
                        "Expected " + schema.getOrDefault("type", "a value") + ", received null");
            }
            return;
        }
        Object typed = typed(path, schema, value);
        if (!Keywords.hasType(schema.get("type"), typed)) {
            invalid(path, "Expected " + schema.get("type") + ", received " + Keywords.typeOf(typed));
        } else if (!Keywords.isAllowed(schema, typed)) {
            invalid(path, "Invalid enum value. Expected " + Keywords.choices(schema) + ", received '" + value + "'");
        } else {
            contents(path, schema, typed, closed);
            combinations(path, schema, typed);
        }
    }

    /** The value, or the number its text stands for. */
    private Object typed(String path, Map<String, @Nullable Object> schema, Object value) {
        if (value instanceof String text
                && path.equals(NUMBER_AS_TEXT)
                && text.matches("\\d{1,9}")
                && Keywords.isOfNumbers(schema)) {
            add(Problem.Kind.NUMBER_AS_TEXT, path, "Expected number, received string");
            return Long.valueOf(text);
        }
        return value;
    }

    private void contents(String path, Map<String, @Nullable Object> schema, Object value, boolean closed) {
        if (value instanceof Map) {
            members(path, schema, Json.asObject(value), closed);
        } else if (value instanceof List<?> list) {
            size(path, schema, "Items", list.size(), "Array must contain %s %s element(s)");
            Map<String, @Nullable Object> items = new LinkedHashMap<>(Json.asObject(schema.get("items")));
            if (schema.containsKey("x-inline")) {
                items.put("x-inline", schema.get("x-inline"));
            }
            for (int i = 0; i < list.size(); i++) {
                value(path + "[" + i + "]", items, list.get(i), closed);
            }
        } else if (value instanceof Number) {
            bounds(path, schema, "imum", new BigDecimal(value.toString()), "Number must be %s %s");
        } else if (value instanceof String text) {
            size(
                    path,
                    schema,
                    "Length",
                    text.codePointCount(0, text.length()),
                    "String must contain %s %s character(s)");
            if ("uri".equals(schema.get("format")) && !isLink(schema, text)) {
                invalid(path, "Invalid url");
            }
        }
    }

    private void members(
            String path, Map<String, @Nullable Object> schema, Map<String, @Nullable Object> values, boolean closed) {
        Map<String, @Nullable Object> fields = Json.asObject(schema.get("properties"));
        for (Object name : Json.asList(schema.get("required"))) {
            if (!values.containsKey(name.toString())) {
                invalid(join(path, name.toString()), "Required");
            }
        }
        Object others = schema.get("additionalProperties");
        boolean known = (closed && !fields.isEmpty()) ? !Boolean.TRUE.equals(others) : Boolean.FALSE.equals(others);
        values.forEach((name, value) -> {
            if (fields.containsKey(name)) {
                value(join(path, name), Json.asObject(fields.get(name)), value, closed);
            } else if (known) {
                add(Problem.Kind.UNKNOWN_FIELD, join(path, name), "Unrecognized key(s) in object: '" + name + "'");
            }
        });
    }

    /** Rules over several fields, and fields that may be one thing or another. */
    private void combinations(String path, Map<String, @Nullable Object> schema, Object value) {
        for (Object part : Json.asList(schema.get("allOf"))) {
            value(path, Json.asObject(part), value, false);
        }
        List<?> any = Json.asList(schema.get("anyOf"));
        if (!any.isEmpty() && fitting(path, any, value) == 0) {
            invalid(path.isEmpty() ? names(any) : path, "Invalid input");
        }
        List<?> one = Json.asList(schema.get("oneOf"));
        if (!one.isEmpty() && fitting(path, one, value) != 1) {
            invalid(path.isEmpty() ? names(one) : path, "Invalid input");
        }
        if (schema.get("not") instanceof Map<?, ?> not && fits(path, not, value)) {
            invalid(path.isEmpty() ? names(List.of(not)) : path, "Invalid input");
        }
        if (schema.get("if") instanceof Map<?, ?> when && fits(path, when, value)) {
            value(path, Json.asObject(schema.get("then")), value, false);
        }
    }

    private long fitting(String path, List<?> alternatives, Object value) {
        return alternatives.stream()
                .filter(alternative -> fits(path, alternative, value))
                .count();
    }

    private boolean fits(String path, Object schema, Object value) {
        Map<String, @Nullable Object> rules = Json.asObject(schema);
        if (rules.keySet().equals(Set.of("nullable"))) {
            return false; // only null, and this is none
        }
        SchemaCheck attempt = new SchemaCheck(link);
        attempt.value(path, rules, value, false);
        return attempt.problems.stream().allMatch(problem -> problem.kind() == Problem.Kind.NUMBER_AS_TEXT);
    }

    /** The fields that alternatives are about, for want of a path. */
    private static String names(List<?> alternatives) {
        return alternatives.stream()
                .flatMap(alternative -> Json.asList(Json.asObject(alternative).get("required")).stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    private void together(Map<String, @Nullable Object> rule, Map<String, @Nullable Object> input) {
        List<String> names =
                Json.asList(rule.get("of")).stream().map(String::valueOf).toList();
        int count = names.stream()
                .mapToInt(name -> Json.asList(input.get(name)).size())
                .sum();
        if (new BigDecimal(String.valueOf(rule.get("max"))).intValue() < count) {
            invalid(String.join(" + ", names), "At most " + rule.get("max") + " together, received " + count);
        }
    }

    private void size(String path, Map<String, @Nullable Object> schema, String what, int size, String sentence) {
        bounds(path, schema, what, BigDecimal.valueOf(size), sentence);
    }

    private void bounds(
            String path, Map<String, @Nullable Object> schema, String what, BigDecimal size, String sentence) {
        Object max = schema.get("max" + what);
        if (max != null && size.compareTo(new BigDecimal(max.toString())) > 0) {
            invalid(path, String.format(sentence, "at most", max));
        }
        Object min = schema.get("min" + what);
        if (min != null && size.compareTo(new BigDecimal(min.toString())) < 0) {
            invalid(path, String.format(sentence, "at least", min));
        }
    }

    /** The data itself is taken where the vendor says so. */
    private boolean isLink(Map<String, @Nullable Object> schema, String text) {
        if (text.startsWith("data:")) {
            return Boolean.TRUE.equals(schema.get("x-inline"));
        }
        boolean scheme = Json.asList(schema.get("x-schemes")).stream().anyMatch(name -> text.startsWith(name + "://"));
        return scheme || link.test(text);
    }

    private void invalid(String path, String hint) {
        add(Problem.Kind.INVALID, path, hint);
    }

    private void add(Problem.Kind kind, String path, String hint) {
        Problem problem = new Problem(kind, path, hint);
        if (!problems.contains(problem)) { // a field may stand in several rules
            problems.add(problem);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
