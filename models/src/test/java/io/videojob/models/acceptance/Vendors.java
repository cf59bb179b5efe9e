package io.videojob.models.acceptance;

import io.videojob.catalog.ModelProfile;
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
        return List.of(vendor("aimlapi", tmp("aimlapi")), vendor("eachlabs", tmp("eachlabs")));
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

    private static List<ModelProfile> tmp(String vendor) {
        try {
            java.nio.file.Path dir = java.nio.file.Path.of(
                    "../provider-" + vendor + "/src/main/resources/io/videojob/" + vendor + "/models");
            var all = Facts.JSON.createObjectNode();
            var models = all.putArray("models");
            for (var m : Facts.JSON.readTree(dir.resolve("index.json").toFile()).path("models")) {
                models.add(
                        Facts.JSON.readTree(dir.resolve(m.path("file").asText()).toFile()));
            }
            java.nio.file.Path out =
                    java.nio.file.Path.of("/tmp/h3b/test/io/videojob/models/acceptance/" + vendor + "-all.json");
            java.nio.file.Files.writeString(out, all.toString());
            return io.videojob.catalog.Profiles.read(Vendors.class, vendor + "-all.json");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
