package io.videojob.models.profile;

import io.videojob.models.facts.ModelFacts;
import io.videojob.models.facts.WireField;
import io.videojob.models.json.Json;
import io.videojob.models.meaning.Meaning;
import io.videojob.models.meaning.Meanings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the profiles of one vendor. */
final class ProfileMaker {
    private static final List<String> ORDER = List.of(
            "slug",
            "aliases",
            "family",
            "produces",
            "modes",
            "source",
            "runs",
            "createTimeout",
            "price",
            "hints",
            "fields",
            "options",
            "constraints",
            "mediaNames");

    private final String vendor;
    private final Meanings meanings;
    private final Corrections corrections;
    private final Membership families;

    ProfileMaker(String vendor, Meanings meanings, Corrections corrections, Membership families) {
        this.vendor = vendor;
        this.meanings = meanings;
        this.corrections = corrections;
        this.families = families;
    }

    /** The profile as JSON. */
    Map<String, Object> profile(ModelFacts model) {
        List<Meaning> neutral = meanings.of(model);
        Map<String, Object> profile = new LinkedHashMap<>(corrections.defaults());
        profile.put("slug", model.slug());
        families.family(vendor, model.slug()).ifPresent(family -> profile.put("family", family));
        profile.put("modes", meanings.modes(model.slug()));
        Optional<String> document = model.said("document");
        profile.computeIfPresent("source", (key, source) -> source + document.map(d -> ": " + d).orElse(""));
        Map<String, Object> fields = new LinkedHashMap<>();
        neutral.forEach(meaning -> fields.put(meaning.field().key(), FieldMaker.neutral(meaning)));
        profile.put("fields", fields);
        profile.put("options", options(model, neutral));
        profile.put("constraints", ConstraintMaker.constraints(model, neutral));
        corrections.apply(model.slug(), profile);
        return ordered(profile);
    }

    private static Map<String, Object> options(ModelFacts model, List<Meaning> neutral) {
        Set<String> meant = neutral.stream()
                .flatMap(meaning -> meaning.wires().stream())
                .map(WireField::name)
                .collect(Collectors.toSet());
        Map<String, Object> options = new LinkedHashMap<>();
        model.fields().values().stream()
                .filter(wire -> !meant.contains(wire.name()))
                .forEach(wire -> options.put(wire.name(), FieldMaker.option(wire)));
        return options;
    }

    private static Map<String, Object> ordered(Map<String, Object> profile) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ORDER.stream().filter(key -> isSaid(profile.get(key))).forEach(key -> ordered.put(key, profile.get(key)));
        if (!ordered.keySet().containsAll(profile.keySet().stream().filter(key -> isSaid(profile.get(key))).toList())) {
            throw new IllegalArgumentException(profile.get("slug") + ": no profile has all of " + profile.keySet());
        }
        return ordered;
    }

    private static boolean isSaid(@Nullable Object value) {
        boolean empty = value == null
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> && Json.object(value).isEmpty());
        return !empty;
    }
}
