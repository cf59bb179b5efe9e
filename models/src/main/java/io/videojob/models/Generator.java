package io.videojob.models;

import io.videojob.models.json.Json;
import io.videojob.models.json.JsonText;
import io.videojob.models.profile.Membership;
import io.videojob.models.profile.VendorFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes all that is generated: the profiles of the adapters, and the families of core. */
public final class Generator {
    /** The vendors whose profiles are made. */
    public static final List<String> VENDORS = List.of("aimlapi", "eachlabs");

    private static final String FAMILIES = "core/src/main/resources/io/videojob/catalog/families.json";
    private static final int FAMILY_DEPTH = 3;

    private Generator() {}

    /** The folder that holds the profiles of a vendor, and nothing else. */
    public static String folder(String vendor) {
        return "provider-" + vendor + "/src/main/resources/io/videojob/" + vendor + "/models/";
    }

    /** The text of each file, by its path in the project. */
    public static Map<String, String> files(Path project) {
        Path models = project.resolve("models");
        Map<String, String> files = new TreeMap<>();
        for (String vendor : VENDORS) {
            VendorFiles.of(vendor, models).forEach((name, text) -> files.put(folder(vendor) + name, text));
        }
        Map<String, Object> families =
                Membership.of(Json.read(models.resolve("families.json"))).resource();
        files.put(FAMILIES, JsonText.of(families, FAMILY_DEPTH));
        return files;
    }
}
