package io.videojob.catalog;

import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
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
    private final Map<String, Profiles> providers;

    private Catalog(Map<String, Profiles> providers) {
        this.providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }

    /** A catalog of the profiles by their provider's name, in order of preference. Reads only those that are asked for. */
    public static Catalog of(Map<String, Profiles> providers) {
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
            return atProvider(model.substring(0, colon), model.substring(colon + 1), request.isUnknownModelAllowed());
        }
        List<Offer> found = find(model, route.isEmpty() ? List.copyOf(providers.keySet()) : route);
        if (found.isEmpty()) {
            throw new RequestRejectedException(notFound(model, colon));
        }
        return found;
    }

    /** The models that are wanted, of every provider. */
    public List<ModelInfo> models(ModelQuery query) {
        List<ModelInfo> all = new ArrayList<>();
        providers.forEach((provider, profiles) -> {
            if (query.provider().filter(wanted -> !wanted.equals(provider)).isEmpty()) {
                profiles.listed().stream()
                        .filter(model -> query.isAbout(names(provider, model)))
                        .map(model -> ModelInfos.of(provider, model))
                        .filter(query::matches)
                        .forEach(all::add);
            }
        });
        return all;
    }

    /** A family may be in parts there, one for pictures and one for text; the request tells which of them takes it. */
    private List<Offer> atProvider(String provider, String model, boolean unknownAllowed) {
        List<Offer> called = offers(List.of(provider), listed -> listed.isCalled(model));
        List<Offer> found = called.isEmpty() ? offers(List.of(provider), listed -> listed.isInFamily(model)) : called;
        if (!found.isEmpty()) {
            return found;
        }
        if (unknownAllowed && !model.isBlank()) {
            return List.of(Offer.unchecked(provider, model));
        }
        List<ListedModel> models = listed(provider);
        Set<String> known = new LinkedHashSet<>();
        models.forEach(listed -> known.addAll(listed.names()));
        models.forEach(listed -> known.addAll(listed.familyNames()));
        throw new RequestRejectedException("nothing was sent: no profile of " + provider + " describes a model \""
                + model + "\"; " + Nearest.hint(model, known)
                + (model.isBlank() ? "" : " To send it unchecked, use allowUnknownModel()"));
    }

    private List<Offer> find(String model, Collection<String> route) {
        List<Offer> family = offers(route, listed -> listed.isInFamily(model));
        if (!family.isEmpty()) {
            return family;
        }
        List<Offer> called = offers(route, listed -> listed.isCalled(model));
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

    private List<Offer> offers(Collection<String> route, Predicate<ListedModel> wanted) {
        List<Offer> all = new ArrayList<>();
        for (String provider : new LinkedHashSet<>(route)) {
            listed(provider).stream().filter(wanted).forEach(listed -> all.add(Offer.of(provider, listed.profile())));
        }
        return all;
    }

    private List<ListedModel> listed(String provider) {
        Profiles profiles = providers.get(provider);
        return profiles == null ? List.of() : profiles.listed();
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
        for (String provider : providers.keySet()) {
            for (ListedModel listed : listed(provider)) {
                names.addAll(listed.familyNames());
                names.addAll(listed.names());
            }
        }
        return names;
    }

    /** All that a request may call it. */
    private static List<String> names(String provider, ListedModel listed) {
        List<String> names = listed.familyNames();
        names.addAll(listed.names());
        names.add(provider + ":" + listed.slug());
        return names;
    }
}
