package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Where the corrections of a vendor, each with its reason, say something else than the facts. */
final class Deviations {
    private static final Map<String, String> KEYS = Map.of(
            "not listed", "values",
            "too great", "max",
            "too small", "min",
            "too long", "maxLength",
            "too many", "maxItems",
            "too few", "minItems");

    private final JsonNode corrections;

    private Deviations(JsonNode corrections) {
        this.corrections = corrections;
    }

    static Deviations of(String vendor) {
        try {
            return new Deviations(Facts.JSON
                    .readTree(Path.of("corrections", vendor + ".json").toFile())
                    .path("corrections"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if a correction says that of the field. */
    boolean of(ModelProfile profile, FieldSpec spec, String what) {
        String group = spec.field().isPresent() ? "fields" : "options";
        return corrects(profile, entry -> entry.path(group).path(spec.name()).has(KEYS.getOrDefault(what, what)));
    }

    /** True if a correction takes the vendor's field away. */
    boolean isLeftOut(ModelProfile profile, String wire) {
        return corrects(profile, entry -> entry.path("options").path(wire).isNull());
    }

    private boolean corrects(ModelProfile profile, java.util.function.Predicate<JsonNode> says) {
        return StreamSupport.stream(corrections.spliterator(), false)
                .filter(correction -> isAbout(correction, profile.slug()))
                .anyMatch(correction -> says.test(correction.path("profile")));
    }

    private static boolean isAbout(JsonNode correction, String slug) {
        return matches(correction.path("models"), slug) && !matches(correction.path("except"), slug);
    }

    private static boolean matches(JsonNode globs, String slug) {
        return StreamSupport.stream(globs.spliterator(), false)
                .anyMatch(glob -> Pattern.matches("\\Q" + glob.asText().replace("*", "\\E.*\\Q") + "\\E", slug));
    }
}
