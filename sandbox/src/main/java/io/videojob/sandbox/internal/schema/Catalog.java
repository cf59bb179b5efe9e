package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The few models whose rules the sandbox has written down itself, read from the resource of its vendor's name. */
public final class Catalog {
    private final Map<String, Model> byName = new LinkedHashMap<>();
    private final Map<String, List<String>> aliases = new LinkedHashMap<>();
    private final boolean anyLinks;
    private final Predicate<String> link;

    private Catalog(Map<String, @Nullable Object> resource) {
        anyLinks = "any".equals(resource.get("links"));
        link = anyLinks ? Links::web : Links::publicHttps;
        Map<String, @Nullable Object> shared = Json.asObject(resource.get("shared"));
        Map<String, @Nullable Object> models = Json.asObject(resource.get("models"));
        models.forEach((slug, facts) -> {
            RuledModel model = new RuledModel(slug, Json.asObject(facts), shared, ownLink());
            byName.put(slug, model);
            aliases.put(slug, model.aliases());
            model.aliases().forEach(alias -> byName.put(alias, model));
        });
    }

    public static Catalog of(String vendor) {
        return new Catalog(resource(vendor + ".json"));
    }

    /** A JSON object that lies beside this class. */
    static Map<String, @Nullable Object> resource(String name) {
        try (InputStream in = Catalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox's jar lacks " + name);
            }
            return Json.asObject(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's " + name + " can't be read", e);
        }
    }

    /** The model of that slug or alias. */
    public Optional<Model> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Other names the vendor takes for the model of that slug. */
    List<String> aliases(String slug) {
        return aliases.getOrDefault(slug, List.of());
    }

    /** Which links to media the vendor takes, the data itself apart. */
    Predicate<String> link() {
        return link;
    }

    public Set<String> slugs() {
        return aliases.keySet();
    }

    /** AI/ML API takes the data itself in each media field of these models; Eachlabs in none. */
    private Predicate<String> ownLink() {
        return anyLinks ? text -> text.startsWith("data:") || link.test(text) : link;
    }
}
