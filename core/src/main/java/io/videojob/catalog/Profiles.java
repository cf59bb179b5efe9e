package io.videojob.catalog;

import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads profiles from an adapter's resources.
 *
 * <p>A file is {@code {"models": [...]}}; a model has {@code slug, aliases, family, produces, modes, source, runs,
 * createTimeout, price, hints, fields, options, constraints, mediaNames}. {@code fields} go by the neutral name, {@code options} by the
 * vendor's; both say {@code type}, and {@code wire}, {@code required}, {@code values}, {@code min}, {@code max},
 * {@code maxLength}, {@code minItems}, {@code maxItems}, {@code default}, {@code suffix}, {@code schemes}, {@code inline},
 * {@code shape} where there is something to say. Durations are seconds, and all values are neutral.
 *
 * <p>A neutral field may say {@code "wireValues": {"16:9": "1280:720", "true": "enabled"}}, what is written for a value;
 * {@code "wires": ["image_1", "image_2"]} in place of {@code wire}, for a list that is taken one by one; and, for a duration
 * in frames, {@code "frames": {"perSecond": 16, "plus": 1}}. {@code modes} are left out where the fields tell them.
 */
public final class Profiles {
    private Profiles() {}

    /**
     * All profiles of a resource, in its order. Reads it anew each time: keep what it gives.
     *
     * @param anchor a class beside the resource
     * @throws IllegalArgumentException if there is no such resource, or it says something unknown or contradictory; names
     *     file, model and field
     */
    public static List<ModelProfile> read(Class<?> anchor, String resource) {
        return parse(text(anchor, resource), resource);
    }

    static List<ModelProfile> parse(String json, String file) {
        JsonFields root = JsonFields.read(json, file).only(Set.of("_source", "models"));
        List<ModelProfile> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonFields model : root.objects("models")) {
            ModelProfile profile = ProfileReader.read(named(file, model));
            all.add(profile);
            List<String> own = new ArrayList<>(profile.aliases());
            own.add(profile.slug());
            own.stream().filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
                throw new JsonException(file + ": " + profile.slug() + ": another model is called " + twice + ", too");
            });
        }
        if (all.isEmpty()) {
            throw new JsonException(file + ": no models");
        }
        return List.copyOf(all);
    }

    static String text(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + anchor.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the resource " + resource + ": " + e.getMessage(), e);
        }
    }

    /** The same object under the model's name, which says more than its number. */
    private static JsonFields named(String file, JsonFields model) {
        return model.as(file + ": " + model.text("slug"));
    }
}
