package io.videojob.catalog;

import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A vendor's models. What they are called is known at once; the profile of a model is read when it is first asked for, and
 * once. Thread-safe.
 *
 * <p>A resource is {@code {"models": [...]}}. A model is either there itself, or it is named with the file that lies beside
 * it: {@code {"slug": "acme/loud", "file": "loud.json", "aliases": [...], "family": "..."}}, and {@code createTimeout} if
 * the file has one. Either way a model has {@code slug, aliases, family, produces, modes, source, runs, createTimeout, price, ends,
 * hints, fields, options, constraints, mediaNames}. {@code fields} go by the neutral name, {@code options} by the vendor's;
 * both say {@code type}, and {@code wire}, {@code required}, {@code values}, {@code min}, {@code max}, {@code maxLength},
 * {@code minItems}, {@code maxItems}, {@code default}, {@code suffix}, {@code schemes}, {@code inline}, {@code shape} where
 * there is something to say. Durations are seconds, and all values are neutral.
 *
 * <p>A neutral field may say {@code "wireValues": {"16:9": "1280:720", "true": "enabled"}}, what is written for a value;
 * {@code "wires": ["image_1", "image_2"]} in place of {@code wire}, for a list that is taken one by one; and, for a duration
 * in frames, {@code "frames": {"perSecond": 16, "plus": 1}}. {@code modes} are left out where the fields tell them.
 */
public final class Profiles {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.json");
    private static final Set<String> INDEX_KEYS = Set.of("slug", "file", "aliases", "family", "createTimeout");

    /** By the class beside them and their name: what models take is the same for all accounts at a vendor. */
    private static final ClassValue<Map<String, Profiles>> READ = new ClassValue<>() {
        @Override
        protected Map<String, Profiles> computeValue(Class<?> anchor) {
            return new ConcurrentHashMap<>();
        }
    };

    private final List<ListedModel> models;

    private Profiles(List<ListedModel> models) {
        this.models = List.copyOf(models);
    }

    /** These profiles. */
    public static Profiles of(List<ModelProfile> profiles) {
        return new Profiles(profiles.stream().map(ListedModel::of).toList());
    }

    /**
     * The models of a resource, in its order. The same resource beside the same class is read once.
     *
     * @param anchor a class that the name of the resource is relative to
     * @throws IllegalArgumentException if there is no such resource, or it says something unknown or contradictory; names
     *     file, model and field. Of a model in a file of its own that is told when its profile is first asked for
     */
    public static Profiles read(Class<?> anchor, String resource) {
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        return READ.get(anchor)
                .computeIfAbsent(
                        resource, name -> parse(text(anchor, name), name, file -> text(anchor, folder + file)));
    }

    static Profiles parse(String json, String name) {
        return parse(json, name, file -> {
            throw new JsonException(name + " names the file " + file + ", but has no folder");
        });
    }

    private static Profiles parse(String json, String name, UnaryOperator<String> files) {
        JsonFields root = JsonFields.read(json, name).only(Set.of("_source", "models"));
        List<ListedModel> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonFields item : root.objects("models")) {
            // The slug says more in messages than the number.
            JsonFields model = item.as(name + ": " + item.text("slug"));
            ListedModel listed = model.has("file") ? listed(model, files) : ListedModel.of(ProfileReader.read(model));
            all.add(listed);
            for (String own : listed.names()) {
                if (!names.add(own)) {
                    throw new JsonException(model.where() + ": another model is called " + own + ", too");
                }
            }
        }
        if (all.isEmpty()) {
            throw new JsonException(name + ": no models");
        }
        return new Profiles(all);
    }

    private static ListedModel listed(JsonFields json, UnaryOperator<String> files) {
        json.only(INDEX_KEYS);
        String file = json.text("file");
        if (!FILE.matcher(file).matches()) {
            throw new JsonException(
                    json.where() + ".file is \"" + file + "\"; a file beside this one, such as loud.json");
        }
        return new ListedModel(
                json.text("slug"),
                json.texts("aliases"),
                json.optionalText("family").orElse(null),
                ProfileReader.createTimeout(json),
                () -> ProfileReader.read(JsonFields.read(files.apply(file), file + ": " + json.text("slug"))));
    }

    /** Every profile, in order; reads those that have not been read yet. */
    public List<ModelProfile> all() {
        return models.stream().map(ListedModel::profile).toList();
    }

    /** The profile of the model with that slug or alias. */
    public Optional<ModelProfile> find(String name) {
        return models.stream().filter(model -> model.isCalled(name)).findFirst().map(ListedModel::profile);
    }

    /** The slugs of all models, in order. */
    public List<String> slugs() {
        return models.stream().map(ListedModel::slug).toList();
    }

    /** The longest {@link ModelProfile#createTimeout()}; empty if there are no models. */
    public Optional<Duration> longestCreate() {
        return models.stream().map(ListedModel::createTimeout).max(Duration::compareTo);
    }

    /** What is known before profiles are read. */
    List<ListedModel> listed() {
        return models;
    }

    @Override
    public String toString() {
        return slugs().toString();
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
}
