package io.videojob.models.profile;

import io.videojob.models.facts.Facts;
import io.videojob.models.facts.ModelFacts;
import io.videojob.models.json.Json;
import io.videojob.models.json.JsonText;
import io.videojob.models.meaning.Meanings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of one vendor: a profile for each model, and the index of all. */
public final class VendorFiles {
    private static final int DEPTH = 2;
    private static final List<String> INDEXED = List.of("slug", "aliases", "family");

    private VendorFiles() {}

    /** The text of each file by its name, made of what lies in the folder {@code models}. */
    public static Map<String, String> of(String vendor, Path models) {
        Path facts = models.resolve("facts/" + vendor + ".json");
        Corrections corrections = Corrections.read(models.resolve("corrections/" + vendor + ".json"));
        ProfileMaker maker = new ProfileMaker(
                vendor,
                Meanings.read(models.resolve("meanings.json")),
                corrections,
                Membership.of(Json.read(models.resolve("families.json"))));
        List<ModelFacts> all = Facts.read(facts);
        Set<String> slugs = all.stream().map(ModelFacts::slug).collect(Collectors.toSet());
        corrections.names().stream().filter(name -> !slugs.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("a correction speaks of " + name + ", which " + vendor + " hasn't");
        });
        Map<String, String> files = new TreeMap<>();
        List<Object> index = new ArrayList<>();
        for (ModelFacts model : all) {
            Map<String, Object> profile = maker.profile(model);
            String file = model.slug() + ".json";
            files.put(file, JsonText.of(profile, DEPTH));
            index.add(entry(profile, file));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("_source", Json.text(Json.read(facts).get("_source")));
        whole.put("models", index);
        files.put("index.json", JsonText.of(whole, DEPTH));
        return files;
    }

    private static Map<String, Object> entry(Map<String, Object> profile, String file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        INDEXED.stream().filter(profile::containsKey).forEach(key -> entry.put(key, profile.get(key)));
        entry.put("file", file);
        return entry;
    }
}
