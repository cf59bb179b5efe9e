package io.videojob.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a model before its profile is read, and the profile, which is read once. */
final class ListedModel {
    private final String slug;
    private final List<String> aliases;
    private final @Nullable String family;
    private final Duration createTimeout;
    private final Supplier<ModelProfile> reader;
    private @Nullable ModelProfile profile;

    ListedModel(
            String slug,
            List<String> aliases,
            @Nullable String family,
            Duration createTimeout,
            Supplier<ModelProfile> reader) {
        this.slug = slug;
        this.aliases = List.copyOf(aliases);
        this.family = family;
        this.createTimeout = createTimeout;
        this.reader = reader;
    }

    static ListedModel of(ModelProfile profile) {
        return new ListedModel(
                profile.slug(),
                profile.aliases(),
                profile.family().orElse(null),
                profile.createTimeout(),
                () -> profile);
    }

    String slug() {
        return slug;
    }

    Optional<String> family() {
        return Optional.ofNullable(family);
    }

    Duration createTimeout() {
        return createTimeout;
    }

    /** The vendor's names for it: slug and aliases. */
    List<String> names() {
        List<String> all = new ArrayList<>(aliases);
        all.add(0, slug);
        return all;
    }

    boolean isCalled(String name) {
        return slug.equals(name) || aliases.contains(name);
    }

    /** True if that is the id or an alias of its family. */
    boolean isInFamily(String name) {
        return family != null
                && (family.equals(name)
                        || Families.find(name)
                                .filter(found -> found.id().equals(family))
                                .isPresent());
    }

    /** The family's names for it; none if it has no family. */
    List<String> familyNames() {
        List<String> all = new ArrayList<>();
        if (family != null) {
            all.add(family);
            Families.find(family).ifPresent(found -> all.addAll(found.aliases()));
        }
        return all;
    }

    synchronized ModelProfile profile() {
        if (profile == null) {
            ModelProfile read = reader.get();
            if (!read.slug().equals(slug)
                    || !read.aliases().equals(aliases)
                    || !read.family().equals(family())
                    || !read.createTimeout().equals(createTimeout)) {
                throw new IllegalArgumentException("the index says other things of " + slug
                        + " than its profile: slug, aliases, family and createTimeout must be the same");
            }
            profile = read;
        }
        return profile;
    }
}
