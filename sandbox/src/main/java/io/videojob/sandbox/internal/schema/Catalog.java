package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The models a vendor has, read from the resource of its name. */
public final class Catalog {
    private final Map<String, Model> byName = new LinkedHashMap<>();
    private final Set<String> slugs;

    private Catalog(Map<String, @Nullable Object> resource) {
        Predicate<String> link = "public https".equals(resource.get("links")) ? Links::publicHttps : Links::any;
        Map<String, @Nullable Object> shared = Json.asObject(resource.get("shared"));
        Map<String, @Nullable Object> models = Json.asObject(resource.get("models"));
        models.forEach((slug, facts) -> {
            Model model = new Model(slug, Json.asObject(facts), shared, link);
            byName.put(slug, model);
            model.aliases().forEach(alias -> byName.put(alias, model));
        });
        slugs = models.keySet();
    }

    public static Catalog of(String vendor) {
        try (InputStream in = Catalog.class.getResourceAsStream(vendor + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The sandbox's jar lacks " + vendor + ".json");
            }
            return new Catalog(Json.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's " + vendor + ".json can't be read", e);
        }
    }

    /** The model of that slug or alias. */
    public Optional<Model> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> slugs() {
        return slugs;
    }
}
