package io.videojob.models.profile;

import io.videojob.models.json.Json;
import io.videojob.models.meaning.Slugs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people know beside the facts, from {@code models/corrections}.
 *
 * <p>Each of its {@code corrections} has a {@code because}, names its {@code models}, and is merged into their profiles:
 * objects key by key, {@code null} takes a key away, {@code constraints} and {@code aliases} are added to what is there, and
 * everything else takes its place. {@code defaults} is what a profile of the vendor starts from.
 */
final class Corrections {
    private final Map<String, Object> defaults;
    private final List<Map<String, Object>> corrections;

    private Corrections(Map<String, Object> defaults, List<Map<String, Object>> corrections) {
        this.defaults = defaults;
        this.corrections = corrections;
    }

    static Corrections read(Path file) {
        Map<String, Object> json = Json.read(file);
        List<Map<String, Object>> corrections = Json.objects(json.get("corrections"));
        corrections.forEach(correction -> {
            if (Json.text(correction.get("because")).isBlank()) {
                throw new IllegalArgumentException(file + ": a correction without a reason");
            }
        });
        return new Corrections(Json.object(json.get("defaults")), corrections);
    }

    /** What every profile of the vendor starts from. */
    Map<String, Object> defaults() {
        return defaults;
    }

    /** The models that corrections name in full, so that none of them speaks of a model that isn't there. */
    List<String> names() {
        return corrections.stream()
                .flatMap(correction -> Json.texts(correction.get("models")).stream())
                .filter(name -> !name.contains("*"))
                .toList();
    }

    /** Corrects the profile. */
    void apply(String slug, Map<String, Object> profile) {
        corrections.stream()
                .filter(correction -> Slugs.of(correction).match(slug))
                .forEach(correction -> merge(profile, Json.object(correction.get("profile"))));
    }

    private static void merge(Map<String, Object> target, Map<String, Object> patch) {
        patch.forEach((key, value) -> {
            if (value == Json.DROPPED) {
                target.remove(key);
            } else if (value instanceof Map<?, ?>) {
                // A copy: the correction may be merged into other profiles, too.
                Map<String, Object> inner = new LinkedHashMap<>(Json.object(target.get(key)));
                merge(inner, Json.object(value));
                target.put(key, inner);
            } else if (key.equals("constraints") || key.equals("aliases")) {
                List<Object> all = new ArrayList<>(Json.list(target.get(key)));
                all.addAll(Json.list(value));
                target.put(key, all);
            } else {
                target.put(key, value);
            }
        });
    }
}
