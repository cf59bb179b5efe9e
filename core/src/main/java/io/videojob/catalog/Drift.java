package io.videojob.catalog;

import io.videojob.ModelDrift;
import io.videojob.ModelDrift.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a provider's profiles against the lists that its vendor has today. */
public final class Drift {
    private final String provider;
    private final List<ModelDrift> found = new ArrayList<>();

    private Drift(String provider) {
        this.provider = provider;
    }

    /** Everything that is not the same; empty if nothing is. Profiles of images are left out: the lists are of videos. */
    public static List<ModelDrift> of(String provider, List<ModelProfile> profiles, List<LiveModel> live) {
        Drift drift = new Drift(provider);
        Map<String, LiveModel> byName = new HashMap<>();
        live.forEach(model -> names(model.slug(), model.aliases()).forEach(name -> byName.putIfAbsent(name, model)));
        Set<LiveModel> known = new LinkedHashSet<>();
        for (ModelProfile profile : profiles) {
            names(profile.slug(), profile.aliases())
                    .map(byName::get)
                    .filter(model -> model != null)
                    .findFirst()
                    .ifPresentOrElse(
                            model -> {
                                known.add(model);
                                drift.compare(profile, model);
                            },
                            () -> drift.missing(profile));
        }
        live.stream()
                .filter(model -> !known.contains(model)
                        && !model.isOfOtherKind()
                        && model.endsAt().isEmpty())
                .forEach(drift::unknown);
        return List.copyOf(drift.found);
    }

    private static Stream<String> names(String slug, List<String> aliases) {
        return Stream.concat(Stream.of(slug), aliases.stream());
    }

    private void missing(ModelProfile profile) {
        if (profile.produces().equals("video")) {
            add(profile.slug(), Kind.GONE, "the vendor doesn't list it any more");
        }
    }

    private void unknown(LiveModel model) {
        add(model.slug(), Kind.NEW, "no profile describes it yet");
    }

    private void compare(ModelProfile profile, LiveModel model) {
        model.endsAt()
                .ifPresent(at -> add(
                        profile.slug(),
                        Kind.ENDING,
                        (at.equals(Instant.MAX) ? "the vendor says that it ends, not when" : "it ends at " + at)
                                + model.replacedBy()
                                        .map(next -> "; the vendor advises " + next)
                                        .orElse("")));
        model.fields().ifPresent(fields -> {
            List<String> differences = differences(profile, fields, model.required());
            if (!differences.isEmpty()) {
                add(profile.slug(), Kind.DIFFERENT, String.join("; ", differences));
            }
        });
    }

    private static List<String> differences(
            ModelProfile profile, Map<String, List<Object>> fields, Set<String> required) {
        Map<String, FieldSpec> ours = profile.fields().stream()
                .flatMap(spec -> spec.wireNames().stream().map(name -> Map.entry(outermost(name), spec)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
        List<String> differences = new ArrayList<>();
        new TreeSet<>(fields.keySet())
                .stream()
                        .filter(name -> !ours.containsKey(name))
                        .forEach(name -> differences.add("it takes " + name + " now"));
        ours.forEach((name, spec) -> {
            if (!fields.containsKey(name)) {
                differences.add("it doesn't take " + name + " any more");
                return;
            }
            if (isOnlyOne(spec) && required.contains(name) != spec.isRequired()) {
                differences.add("it " + (spec.isRequired() ? "doesn't need " : "needs ") + name + " now");
            }
            Set<String> taken = texts(fields.get(name));
            Set<String> told = texts(spec.values().stream()
                    .map(value -> WireWriter.write(spec, value).value())
                    .toList());
            if (isOnlyOne(spec) && !taken.isEmpty() && !taken.equals(told)) {
                differences.add("its " + name + " takes " + taken + ", not " + (told.isEmpty() ? "anything" : told));
            }
        });
        return differences;
    }

    private static boolean isOnlyOne(FieldSpec spec) {
        return spec.wireNames().size() == 1 && spec.wireName().indexOf('.') < 0;
    }

    /** The list tells of the input's own fields only, not of what lies inside of them. */
    private static String outermost(String wireName) {
        int dot = wireName.indexOf('.');
        return dot < 0 ? wireName : wireName.substring(0, dot);
    }

    private static Set<String> texts(List<Object> values) {
        return values.stream().map(Values::show).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(String model, Kind kind, String what) {
        found.add(new ModelDrift(provider, model, kind, what));
    }
}
