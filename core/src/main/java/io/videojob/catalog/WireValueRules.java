package io.videojob.catalog;

import io.videojob.Field;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@link FieldSpec#wireValues()} must hold, so that values can be told back from what is written for them. */
final class WireValueRules {
    private static final Set<WireType> SCALARS =
            Set.of(WireType.STRING, WireType.INTEGER, WireType.NUMBER, WireType.BOOLEAN);

    private WireValueRules() {}

    static boolean isScalar(WireType type) {
        return SCALARS.contains(type);
    }

    static void check(FieldSpec spec) {
        if (spec.wireValues().isEmpty() || spec.field().isEmpty()) {
            return;
        }
        SpecRules.refuseIf(!isScalar(spec.type()), spec, "has wireValues, but is no single value");
        Set<String> taken = taken(spec);
        spec.wireValues().forEach((neutral, written) -> {
            SpecRules.refuseIf(
                    taken.isEmpty() ? !isPossible(spec, neutral) : !taken.contains(neutral),
                    spec,
                    "writes " + neutral + " in another way, but doesn't take it");
            SpecRules.refuseIf(
                    !fits(spec.type(), written),
                    spec,
                    "is written as " + spec.type().key() + ", but " + neutral + " as " + Values.show(written));
        });
        checkThatAllCanBeSaid(spec, taken);
        checkThatAllCanBeTold(spec);
    }

    /** All values that the field takes, as keys; none for any. */
    private static Set<String> taken(FieldSpec spec) {
        return values(spec).stream().map(Values::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<?> values(FieldSpec spec) {
        return spec.values().isEmpty() && Values.isBoolean(spec) ? List.of(true, false) : spec.values();
    }

    private static boolean isPossible(FieldSpec spec, String neutral) {
        if (!Values.isNumber(spec)) {
            return Values.isText(spec) && !neutral.isBlank();
        }
        try {
            BigDecimal number = new BigDecimal(neutral);
            return Values.key(number).equals(neutral) && SpecRules.inRange(spec, number);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean fits(WireType type, Object written) {
        return switch (type) {
            case STRING -> written instanceof String;
            case BOOLEAN -> written instanceof Boolean;
            case INTEGER -> written instanceof Long || written instanceof Integer;
            default -> written instanceof Number;
        };
    }

    private static void checkThatAllCanBeSaid(FieldSpec spec, Set<String> taken) {
        boolean byItself =
                SpecRules.wireTypes(spec.field().orElse(Field.PROMPT)).contains(spec.type());
        SpecRules.refuseIf(
                !byItself && (taken.isEmpty() || !spec.wireValues().keySet().containsAll(taken)),
                spec,
                "is written as " + spec.type().key() + ", so it needs values, and one of wireValues for each");
    }

    private static void checkThatAllCanBeTold(FieldSpec spec) {
        Map<String, String> told = new HashMap<>();
        List<?> neutral = values(spec).isEmpty() ? List.copyOf(spec.wireValues().keySet()) : values(spec);
        for (Object value : neutral) {
            Object written = WireWriter.wire(spec, value);
            String other = told.put(Values.key(written), Values.show(value));
            SpecRules.refuseIf(
                    other != null, spec, "writes both " + other + " and " + value + " as " + Values.show(written));
        }
    }
}
