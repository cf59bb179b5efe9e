package io.videojob.models.acceptance;

import io.videojob.Field;
import io.videojob.Media;
import io.videojob.catalog.Constraint;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.Frames;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.WireType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Profiles with one thing wrong in them. */
final class Mutants {
    private final ModelProfile profile;
    private final Map<String, ModelProfile> all = new LinkedHashMap<>();
    private int refused;

    private Mutants(ModelProfile profile, Facts facts) {
        this.profile = profile;
        profile.fields().forEach(this::mutate);
        // Of other rules, which people know, the facts can't tell.
        profile.constraints().stream()
                .filter(constraint -> constraint.why().isEmpty())
                .filter(constraint -> constraint.fields().stream()
                        .allMatch(name ->
                                facts.isRuled(profile, profile.field(name).orElseThrow())))
                .forEach(this::drop);
    }

    private void drop(Constraint constraint) {
        List<Constraint> others = new ArrayList<>(profile.constraints());
        others.remove(constraint);
        ModelProfile mutant = with(profile.fields(), others);
        // Core has a rule of its own for the rate of frames, which comes back by itself.
        if (mutant.constraints().size() < profile.constraints().size()) {
            all.put("without the rule " + constraint, mutant);
        }
    }

    static Mutants of(ModelProfile profile, Facts facts) {
        return new Mutants(profile, facts);
    }

    /** Those that can be made, by what is wrong. */
    Map<String, ModelProfile> all() {
        return all;
    }

    /** How many contradict themselves, so that no profile is made of them. */
    int refused() {
        return refused;
    }

    private void mutate(FieldSpec spec) {
        wires(spec);
        values(spec);
        limits(spec);
        Stream.of(WireType.STRING, WireType.INTEGER, WireType.NUMBER, WireType.BOOLEAN, WireType.URL, WireType.URLS)
                .filter(type -> type != spec.type())
                .filter(type -> !isTheSame(spec, type))
                .forEach(type -> one(spec, "type " + type.key(), copy(spec, spec.wireNames(), type)));
        one(spec, "required", copy(spec).required(!spec.isRequired()));
        one(
                spec,
                "inline",
                copy(spec).inlineAllowed(!spec.isInlineAllowed()),
                spec.type().key().startsWith("url"));
        one(spec, "suffix", copy(spec).suffix(spec.suffix() + "s"), spec.name().equals(Field.DURATION.key()));
        replace(spec, "gone", List.of());
        if (spec.field().isPresent()
                && !spec.type().key().equals("elements")
                && !spec.type().key().equals("shots")) {
            replace(spec, "an option", () -> option(spec));
        }
    }

    /** True if no request could tell the types apart: of whole numbers only. */
    private static boolean isTheSame(FieldSpec spec, WireType type) {
        List<WireType> numbers = List.of(WireType.INTEGER, WireType.NUMBER);
        boolean whole = !spec.values().isEmpty()
                ? spec.values().stream().allMatch(Long.class::isInstance)
                : spec.field()
                        .filter(field -> field.type() == Long.class || field.type() == Integer.class)
                        .isPresent();
        return numbers.contains(spec.type()) && numbers.contains(type) && whole;
    }

    private void wires(FieldSpec spec) {
        if (spec.field().isEmpty()) {
            return;
        }
        one(spec, "wire misspelt", copy(spec, List.of(spec.wireName() + "s"), spec.type()));
        profile.fields().stream()
                .filter(other -> other.field().isPresent() && !other.name().equals(spec.name()))
                .filter(other ->
                        other.wireNames().size() == 1 && spec.wireNames().size() == 1)
                .limit(3)
                .forEach(other -> swap(spec, other));
        if (spec.wireNames().size() > 1) {
            List<String> turned = new ArrayList<>(spec.wireNames());
            Collections.reverse(turned);
            one(spec, "wires less one", copy(spec, turned.subList(1, turned.size()), spec.type()));
        }
    }

    private void swap(FieldSpec one, FieldSpec other) {
        List<FieldSpec> fields = new ArrayList<>(profile.fields());
        make(one.name() + ": wire swapped with " + other.name(), () -> {
            fields.set(
                    fields.indexOf(one),
                    copy(one, other.wireNames(), one.type()).build());
            fields.set(
                    fields.indexOf(other),
                    copy(other, one.wireNames(), other.type()).build());
            return fields;
        });
    }

    private void values(FieldSpec spec) {
        List<Object> values = spec.values();
        for (int i = 0; i < values.size(); i++) {
            List<Object> fewer = new ArrayList<>(values);
            Object dropped = fewer.remove(i);
            one(spec, "without " + dropped, copy(spec).values(fewer), !fewer.isEmpty());
        }
        if (!values.isEmpty()) {
            List<Object> more = new ArrayList<>(values);
            more.add(values.get(0) instanceof Number ? (Object) 997L : "997:991");
            one(spec, "with one more value", copy(spec).values(more));
            one(spec, "with any value", copy(spec).values(List.of()).wireValues(Map.of()));
            values.stream()
                    .filter(value -> !value.equals(spec.defaultValue().orElse(null)))
                    .findFirst()
                    .ifPresent(value -> one(spec, "default " + value, copy(spec).defaultValue(value)));
        }
        spec.defaultValue().ifPresent(value -> {
            one(spec, "without a default", copy(spec).defaultValue(null));
            if (value instanceof Boolean on) {
                one(spec, "default " + !on, copy(spec).defaultValue(!on));
            }
        });
        wireValues(spec);
        spec.frames()
                .ifPresent(frames -> one(
                        spec, "other frames", copy(spec).frames(new Frames(frames.perSecond() + 8, frames.plus()))));
    }

    private void wireValues(FieldSpec spec) {
        List<String> keys = List.copyOf(spec.wireValues().keySet());
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            Map<String, Object> changed = new LinkedHashMap<>(spec.wireValues());
            changed.put(key, "no-such-word");
            one(spec, "another word for " + key, copy(spec).wireValues(changed));
            Map<String, Object> fewer = new LinkedHashMap<>(spec.wireValues());
            fewer.remove(key);
            one(spec, "no word for " + key, copy(spec).wireValues(fewer));
            if (i > 0) {
                Map<String, Object> swapped = new LinkedHashMap<>(spec.wireValues());
                swapped.put(key, spec.wireValues().get(keys.get(i - 1)));
                swapped.put(keys.get(i - 1), spec.wireValues().get(key));
                one(
                        spec,
                        "words of " + key + " and " + keys.get(i - 1) + " swapped",
                        copy(spec).wireValues(swapped));
            }
        }
    }

    private void limits(FieldSpec spec) {
        if (!spec.values().isEmpty()) {
            return; // they are all that it takes
        }
        BigDecimal one = BigDecimal.ONE;
        spec.max().ifPresent(max -> {
            one(spec, "greater max", copy(spec).range(spec.min().orElse(null), max.add(one)));
            one(spec, "lesser max", copy(spec).range(spec.min().orElse(null), max.subtract(one)));
            one(spec, "no max", copy(spec).range(spec.min().orElse(null), null));
        });
        spec.min().ifPresent(min -> {
            one(
                    spec,
                    "lesser min",
                    copy(spec).range(min.subtract(one), spec.max().orElse(null)));
            one(spec, "greater min", copy(spec).range(min.add(one), spec.max().orElse(null)));
        });
        spec.maxLength().ifPresent(max -> {
            one(spec, "longer", copy(spec).maxLength(max + 1));
            one(spec, "shorter", copy(spec).maxLength(max - 1));
        });
        boolean single =
                spec.field().filter(field -> field.type() == Media.class).isPresent();
        spec.maxItems().filter(max -> !single).ifPresent(max -> {
            one(spec, "more items", copy(spec).items(spec.minItems().orElse(null), max + 1));
            one(spec, "fewer items", copy(spec).items(null, max - 1), max > 1);
        });
        spec.minItems()
                .filter(min -> min > 1)
                .ifPresent(min -> one(
                        spec,
                        "fewer items at least",
                        copy(spec).items(min - 1, spec.maxItems().orElse(null))));
    }

    private void one(FieldSpec spec, String what, FieldSpec.Builder mutant) {
        replace(spec, what, mutant::build);
    }

    private void one(FieldSpec spec, String what, FieldSpec.Builder mutant, boolean makesSense) {
        if (makesSense) {
            one(spec, what, mutant);
        }
    }

    private void replace(FieldSpec spec, String what, Supplier<FieldSpec> mutant) {
        make(spec.name() + ": " + what, () -> {
            List<FieldSpec> fields = new ArrayList<>(profile.fields());
            fields.set(fields.indexOf(spec), mutant.get());
            return fields;
        });
    }

    private void replace(FieldSpec spec, String what, List<FieldSpec> by) {
        make(spec.name() + ": " + what, () -> {
            List<FieldSpec> fields = new ArrayList<>(profile.fields());
            fields.remove(spec);
            fields.addAll(by);
            return fields;
        });
    }

    private void make(String what, Supplier<List<FieldSpec>> fields) {
        try {
            all.put(what, with(fields.get(), profile.constraints()));
        } catch (RuntimeException contradiction) {
            refused++;
        }
    }

    private ModelProfile with(List<FieldSpec> fields, List<Constraint> constraints) {
        return ModelProfile.builder(profile.slug())
                .aliases(profile.aliases())
                .family(profile.family().orElse(null))
                .produces(profile.produces())
                .source(profile.source())
                .fields(fields)
                .constraints(constraints)
                .mediaNames(profile.mediaNames())
                .modes(profile.modes())
                .build();
    }

    private static FieldSpec.Builder copy(FieldSpec spec) {
        return copy(spec, spec.wireNames(), spec.type());
    }

    private static FieldSpec.Builder copy(FieldSpec spec, List<String> wires, WireType type) {
        FieldSpec.Builder builder = spec.field()
                .map(field -> FieldSpec.field(field, wires, type))
                .orElseGet(() -> FieldSpec.option(spec.name(), type));
        return rest(spec, builder)
                .elementShape(spec.elementShape().orElse(null))
                .shotShape(spec.shotShape().orElse(null))
                .frames(spec.frames().orElse(null))
                .wireValues(spec.wireValues())
                .suffix(spec.suffix());
    }

    private static FieldSpec option(FieldSpec spec) {
        return rest(spec, FieldSpec.option(spec.wireName(), spec.type()))
                .values(List.of())
                .defaultValue(null)
                .build();
    }

    private static FieldSpec.Builder rest(FieldSpec spec, FieldSpec.Builder builder) {
        Consumer<FieldSpec.Builder> copied = copy -> copy.required(spec.isRequired())
                .values(spec.values())
                .range(spec.min().orElse(null), spec.max().orElse(null))
                .maxLength(spec.maxLength().orElse(null))
                .items(spec.minItems().orElse(null), spec.maxItems().orElse(null))
                .defaultValue(spec.defaultValue().orElse(null))
                .schemes(spec.schemes())
                .inlineAllowed(spec.isInlineAllowed());
        copied.accept(builder);
        return builder;
    }
}
