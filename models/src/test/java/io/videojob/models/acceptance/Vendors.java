package io.videojob.models.acceptance;

import io.videojob.aimlapi.AimlApi;
import io.videojob.catalog.ModelProfile;
import io.videojob.eachlabs.Eachlabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both adapters have, and the facts and corrections of each. */
final class Vendors {
    /** One vendor's models, and all that is said of them. */
    record Vendor(String name, Map<String, ModelProfile> profiles, Map<String, Facts> facts, Deviations deviations) {}

    static final List<Vendor> ALL = read();

    private Vendors() {}

    private static List<Vendor> read() {
        try (AimlApi aimlapi = AimlApi.builder().apiKey("unused").build();
                Eachlabs eachlabs = Eachlabs.builder().apiKey("unused").build()) {
            return List.of(
                    vendor("aimlapi", aimlapi.traits().profiles().all()),
                    vendor("eachlabs", eachlabs.traits().profiles().all()));
        }
    }

    private static Vendor vendor(String name, List<ModelProfile> profiles) {
        Map<String, ModelProfile> bySlug = new LinkedHashMap<>();
        profiles.forEach(profile -> bySlug.put(profile.slug(), profile));
        return new Vendor(name, bySlug, Facts.of(name), Deviations.of(name));
    }

    static Vendor of(String name) {
        return ALL.stream()
                .filter(vendor -> vendor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
