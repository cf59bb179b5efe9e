package io.videojob.catalog;

import io.videojob.ModelInfo;
import io.videojob.RequestRejectedException;
import io.videojob.VideoRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The models of all configured providers, and which of them a request may go to.
 *
 * <p>A model is called by a family's id or alias, which every provider of that family serves; by {@code provider:its/model};
 * or by a vendor's own name or alias alone, where that means one and the same model at all providers that know it. A
 * vendor's name never brings in other vendors' models of the same family.
 */
public final class Catalog {
    private final Map<String, List<ModelProfile>> providers;

    private Catalog(Map<String, List<ModelProfile>> providers) {
        Map<String, List<ModelProfile>> copy = new LinkedHashMap<>();
        providers.forEach((name, profiles) -> copy.put(name, List.copyOf(profiles)));
        this.providers = Collections.unmodifiableMap(copy);
    }

    /** A catalog of the profiles by their provider's name, in order of preference. */
    public static Catalog of(Map<String, List<ModelProfile>> providers) {
        return new Catalog(providers);
    }

    /**
     * The models that the request may go to, in the order of the route, at least one.
     *
     * @param route providers in order of preference; empty for all, in the catalog's order. A model that is called
     *     {@code provider:its/model} stays with that provider, be it in the route or not
     * @throws RequestRejectedException if there is none; names the nearest models
     */
    public List<Offer> resolve(VideoRequest request, List<String> route) {
        String model = request.model();
        int colon = model.indexOf(':');
        if (colon > 0 && providers.containsKey(model.substring(0, colon))) {
            return List.of(
                    atProvider(model.substring(0, colon), model.substring(colon + 1), request.isUnknownModelAllowed()));
        }
        List<Offer> found = find(model, route.isEmpty() ? List.copyOf(providers.keySet()) : route);
        if (found.isEmpty()) {
            throw new RequestRejectedException(notFound(model, colon));
        }
        return found;
    }

    /** Every model of every provider. */
    public List<ModelInfo> models() {
        List<ModelInfo> all = new ArrayList<>();
        providers.forEach((provider, profiles) -> profiles.forEach(profile -> all.add(new ModelInfo(
                provider,
                profile.slug(),
                profile.family().orElse(null),
                profile.produces(),
                profile.fields().stream()
                        .map(spec -> spec.name() + (spec.isRequired() ? "*" : ""))
                        .toList(),
                profile.usualRun()))));
        return all;
    }

    private Offer atProvider(String provider, String model, boolean unknownAllowed) {
        List<ModelProfile> profiles = providers.getOrDefault(provider, List.of());
        return profiles.stream()
                .filter(profile -> isCalled(profile, model) || isInFamily(profile, model))
                .findFirst()
                .map(profile -> Offer.of(provider, profile))
                .orElseGet(() -> {
                    if (unknownAllowed && !model.isBlank()) {
                        return Offer.unchecked(provider, model);
                    }
                    List<String> slugs =
                            profiles.stream().map(ModelProfile::slug).toList();
                    throw new RequestRejectedException("nothing was sent: no profile of " + provider
                            + " describes a model \"" + model + "\"; " + Nearest.hint(model, slugs)
                            + (model.isBlank() ? "" : " To send it unchecked, use allowUnknownModel()"));
                });
    }

    private List<Offer> find(String model, Collection<String> route) {
        List<Offer> family = offers(route, profile -> isInFamily(profile, model));
        if (!family.isEmpty()) {
            return family;
        }
        List<Offer> called = offers(route, profile -> isCalled(profile, model));
        long meanings = called.stream()
                .map(offer -> offer.profile().map(Catalog::identity))
                .distinct()
                .count();
        if (meanings > 1) {
            throw new RequestRejectedException("nothing was sent: \"" + model + "\" is another model at each of "
                    + called.stream().map(Offer::provider).toList() + "; say which: " + called);
        }
        return called;
    }

    private List<Offer> offers(Collection<String> route, Predicate<ModelProfile> wanted) {
        List<Offer> all = new ArrayList<>();
        for (String provider : new LinkedHashSet<>(route)) {
            providers.getOrDefault(provider, List.of()).stream()
                    .filter(wanted)
                    .forEach(profile -> all.add(Offer.of(provider, profile)));
        }
        return all;
    }

    private static boolean isCalled(ModelProfile profile, String name) {
        return profile.slug().equals(name) || profile.aliases().contains(name);
    }

    private static boolean isInFamily(ModelProfile profile, String name) {
        return profile.family()
                .filter(id -> id.equals(name)
                        || Families.find(id)
                                .filter(f -> f.aliases().contains(name))
                                .isPresent())
                .isPresent();
    }

    /** Two accounts at one vendor have the same models; two vendors' models are the same only by their family. */
    private static Object identity(ModelProfile profile) {
        return profile.family().isPresent() ? profile.family() : List.of(profile.slug(), profile.source());
    }

    private String notFound(String model, int colon) {
        List<String> elsewhere = find(model, providers.keySet()).stream()
                .map(Offer::provider)
                .distinct()
                .toList();
        if (!elsewhere.isEmpty()) {
            return "nothing was sent: no provider of the route has the model \"" + model + "\"; " + elsewhere
                    + " has it and is not in the route";
        }
        if (colon > 0 && !model.substring(0, colon).contains("/")) {
            return "nothing was sent: no provider is called \"" + model.substring(0, colon) + "\"; "
                    + Nearest.hint(model.substring(0, colon), providers.keySet());
        }
        return "nothing was sent: no configured provider has a model \"" + model + "\"; "
                + Nearest.hint(model, names());
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        providers.forEach((provider, profiles) -> profiles.forEach(profile -> {
            names.add(profile.family().orElse(provider + ":" + profile.slug()));
            profile.family().flatMap(Families::find).ifPresent(family -> names.addAll(family.aliases()));
            names.add(profile.slug());
        }));
        return names;
    }
}
