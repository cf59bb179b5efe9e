package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a create's values against the rules, and collects whatever does not fit. */
final class Checker {
    private final Predicate<String> link;
    private final List<Problem> problems = new ArrayList<>();

    Checker(Predicate<String> link) {
        this.link = link;
    }

    List<Problem> problems() {
        return problems;
    }

    void object(String path, Map<String, FieldRule> rules, boolean open, Map<String, @Nullable Object> values) {
        rules.forEach((name, rule) -> {
            if (values.containsKey(name)) {
                value(join(path, name), rule, values.get(name));
            } else if (rule.required()) {
                invalid(join(path, name), "Required");
            }
        });
        if (!open) {
            values.keySet().stream()
                    .filter(name -> !rules.containsKey(name))
                    .forEach(name -> add(
                            Problem.Kind.UNKNOWN_FIELD,
                            join(path, name),
                            "Unrecognized key(s) in object: '" + name + "'"));
        }
    }

    private void value(String path, FieldRule rule, @Nullable Object value) {
        if (value == null) {
            add(Problem.Kind.NULL_VALUE, path, "Expected " + rule.type() + ", received null");
        } else if (value instanceof String text && rule.numberAsText() && isAllowed(rule, text)) {
            add(Problem.Kind.NUMBER_AS_TEXT, path, "Expected " + rule.type() + ", received string");
        } else if (!hasType(rule.type(), value)) {
            invalid(path, "Expected " + rule.type() + ", received " + Keywords.typeOf(value));
        } else if (!rule.allowed().isEmpty() && !isAllowed(rule, value)) {
            invalid(path, "Invalid enum value. Expected " + choices(rule) + ", received '" + value + "'");
        } else {
            contents(path, rule, value);
        }
    }

    private void contents(String path, FieldRule rule, Object value) {
        if (value instanceof List<?> list) {
            size(path, rule, new BigDecimal(list.size()), "Array must contain %s %d element(s)");
            FieldRule items = rule.items();
            for (int i = 0; i < list.size() && items != null; i++) {
                value(path + "[" + i + "]", items, list.get(i));
            }
        } else if (value instanceof Map) {
            object(path, rule.fields(), rule.open(), Json.asObject(value));
        } else if (value instanceof Number) {
            size(path, rule, new BigDecimal(value.toString()), "Number must be %s %d");
        } else if (value instanceof String text) {
            size(
                    path,
                    rule,
                    new BigDecimal(text.codePointCount(0, text.length())),
                    "String must contain %s %d character(s)");
            if (rule.type().equals("link") && !link.test(text)) {
                invalid(path, "Invalid url");
            }
        }
    }

    private void size(String path, FieldRule rule, BigDecimal size, String sentence) {
        rule.max().ifPresent(max -> {
            if (size.compareTo(BigDecimal.valueOf(max)) > 0) {
                invalid(path, String.format(sentence, "at most", max));
            }
        });
        rule.min().ifPresent(min -> {
            if (size.compareTo(BigDecimal.valueOf(min)) < 0) {
                invalid(path, String.format(sentence, "at least", min));
            }
        });
    }

    private static boolean hasType(String type, Object value) {
        return switch (type) {
            case "text", "link" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "list" -> value instanceof List;
            default -> value instanceof Map;
        };
    }

    /** By their text: 5 and "5" are told apart by the type, which was checked before. */
    private static boolean isAllowed(FieldRule rule, Object value) {
        return rule.allowed().stream().anyMatch(allowed -> allowed.toString().equals(value.toString()));
    }

    private static String choices(FieldRule rule) {
        return rule.allowed().stream().map(value -> "'" + value + "'").collect(Collectors.joining(" | "));
    }

    private void invalid(String path, String hint) {
        add(Problem.Kind.INVALID, path, hint);
    }

    private void add(Problem.Kind kind, String path, String hint) {
        problems.add(new Problem(kind, path, hint));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
