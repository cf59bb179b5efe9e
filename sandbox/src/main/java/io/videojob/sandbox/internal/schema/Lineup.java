package io.videojob.sandbox.internal.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models a vendor has at this moment: those it publishes, and what a test changed of them. */
public final class Lineup {
    private final String vendor;
    private final Catalog catalog;
    private final Supplier<LocalDate> today;
    private final Map<String, Published> own = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Sunset> sunsets = new LinkedHashMap<>();

    /** A model as the list shows it. */
    public record Listed(Published model, List<String> aliases) {}

    public Lineup(String vendor, Supplier<LocalDate> today) {
        this.vendor = vendor;
        this.catalog = Catalog.of(vendor);
        this.today = today;
    }

    /** The model of that slug or alias, if it still serves. */
    public synchronized Optional<Model> find(String name) {
        String slug = slug(name);
        Sunset sunset = sunsets.get(slug);
        if (sunset != null && sunset.superseded()) {
            return find(String.valueOf(sunset.replacedBy()));
        }
        if (gone.contains(slug) || (sunset != null && sunset.isOver(today.get()))) {
            return Optional.empty();
        }
        Optional<Model> ruled = catalog.find(slug);
        Published changed = own.get(slug);
        if (ruled.isPresent()) {
            return changed == null ? ruled : Optional.of(new ChangedModel(ruled.get(), model(changed)));
        }
        return published(slug).map(this::model);
    }

    private Model model(Published published) {
        return new PublishedModel(published, catalog.link());
    }

    private String slug(String name) {
        return catalog.find(name).map(Model::slug).orElse(name);
    }

    private Optional<Published> published(String slug) {
        Published changed = own.get(slug);
        return Optional.ofNullable(
                changed != null ? changed : Published.of(vendor).get(slug));
    }

    /** The vendor's list, in its order. */
    public synchronized List<Listed> listed() {
        Set<String> slugs = new LinkedHashSet<>(Published.of(vendor).keySet());
        slugs.addAll(own.keySet());
        List<Listed> models = new ArrayList<>();
        for (String slug : slugs) {
            Sunset sunset = sunsets.get(slug);
            if (!gone.contains(slug) && (sunset == null || sunset.isListed())) {
                models.add(new Listed(published(slug).orElseThrow(), aliases(slug)));
            }
        }
        return models;
    }

    /** Also the names of the models that were folded into this one. */
    private List<String> aliases(String slug) {
        Stream<String> folded = sunsets.values().stream()
                .filter(sunset -> sunset.superseded() && slug.equals(sunset.replacedBy()))
                .flatMap(sunset -> Stream.concat(Stream.of(sunset.slug()), sunset.aliases().stream()));
        return Stream.concat(catalog.aliases(slug).stream(), folded).toList();
    }

    /** Models that retire or have retired, newest first. */
    public synchronized List<Sunset> sunsets() {
        return sunsets.values().stream()
                .sorted(Comparator.comparing(Sunset::newest).reversed().thenComparing(Sunset::slug))
                .toList();
    }

    /** As if the vendor had dropped the model without a word. */
    public synchronized void drop(String slug) {
        gone.add(existing(slug));
    }

    /** A model that takes a prompt and a duration. */
    public synchronized void add(String slug) {
        if (published(slug).isPresent()) {
            throw new IllegalArgumentException("There is a model " + slug + " already");
        }
        own.put(slug, Published.invented(slug));
    }

    /** As if the vendor had announced the model's end. */
    public synchronized void deprecate(String slug, @Nullable LocalDate shutdownAt, @Nullable String replacedBy) {
        LocalDate announced = today.get();
        if (shutdownAt != null && shutdownAt.isBefore(announced)) {
            announced = shutdownAt;
        }
        List<String> aliases = catalog.aliases(existing(slug));
        sunsets.put(slug, new Sunset(slug, aliases, announced, shutdownAt, replacedBy, false));
    }

    /** As if the vendor had folded the model into another. */
    public synchronized void supersede(String slug, String replacedBy) {
        List<String> aliases = catalog.aliases(existing(slug));
        Sunset other = sunsets.get(existing(replacedBy));
        if (slug.equals(replacedBy) || (other != null && other.superseded())) {
            throw new IllegalArgumentException("Model " + slug + " can't be folded into " + replacedBy);
        }
        sunsets.put(slug, new Sunset(slug, aliases, today.get(), null, replacedBy, true));
    }

    /** Adds or replaces a field of the model's schema; null takes it away. */
    public synchronized void change(String slug, String field, @Nullable Map<String, ?> schema) {
        Published before = published(existing(slug)).orElseThrow();
        if (schema == null && !before.fields().containsKey(field)) {
            throw new IllegalArgumentException("Model " + slug + " has no field " + field);
        }
        own.put(slug, before.with(field, schema));
    }

    private String existing(String slug) {
        if (published(slug).isEmpty()) {
            throw new IllegalArgumentException("There is no model " + slug);
        }
        return slug;
    }
}
