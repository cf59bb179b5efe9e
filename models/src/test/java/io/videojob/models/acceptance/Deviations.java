package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where the corrections of a vendor, each with its reason, say something else than the facts. */
final class Deviations {
    /** The limits in the words of profiles, and of JSON Schema. */
    private static final Map<String, String> LIMITS = Map.of(
            "min", "minimum",
            "max", "maximum",
            "maxLength", "maxLength",
            "minItems", "minItems",
            "maxItems", "maxItems",
            "values", "enum",
            "default", "default");

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
        return about(profile).anyMatch(entry -> entry(entry, spec).has(what));
    }

    /** What a correction says about whether the field is required, if any does. */
    Optional<Boolean> required(ModelProfile profile, FieldSpec spec) {
        return about(profile)
                .map(entry -> entry(entry, spec).path("required"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean)
                .findFirst();
    }

    /** True if a correction has a rule over this field and others. */
    boolean rule(ModelProfile profile, FieldSpec spec) {
        return about(profile)
                .anyMatch(entry -> entry.path("constraints").toString().contains('"' + spec.name() + '"'));
    }

    /** What the facts say of a field, with the limits that corrections give it. */
    JsonNode corrected(ModelProfile profile, FieldSpec spec, JsonNode said) {
        ObjectNode corrected = said.isObject() ? said.deepCopy() : Facts.JSON.createObjectNode();
        about(profile)
                .map(entry -> entry(entry, spec))
                .forEach(entry -> LIMITS.forEach((ours, theirs) -> {
                    if (entry.path(ours).isNull()) {
                        corrected.remove(theirs);
                    } else if (entry.has(ours)) {
                        corrected.set(theirs, entry.path(ours));
                    }
                }));
        return corrected;
    }

    private static JsonNode entry(JsonNode profile, FieldSpec spec) {
        return profile.path(spec.field().isPresent() ? "fields" : "options").path(spec.name());
    }

    /** True if a correction takes the vendor's field away. */
    boolean isLeftOut(ModelProfile profile, String wire) {
        return about(profile).anyMatch(entry -> entry.path("options").path(wire).isNull());
    }

    private Stream<JsonNode> about(ModelProfile profile) {
        return StreamSupport.stream(corrections.spliterator(), false)
                .filter(correction -> isAbout(correction, profile.slug()))
                .map(correction -> correction.path("profile"));
    }

    private static boolean isAbout(JsonNode correction, String slug) {
        return matches(correction.path("models"), slug) && !matches(correction.path("except"), slug);
    }

    private static boolean matches(JsonNode globs, String slug) {
        return StreamSupport.stream(globs.spliterator(), false)
                .anyMatch(glob -> Pattern.matches("\\Q" + glob.asText().replace("*", "\\E.*\\Q") + "\\E", slug));
    }
}
