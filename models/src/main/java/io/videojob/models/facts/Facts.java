package io.videojob.models.facts;

import io.videojob.models.json.Json;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a vendor says of its models, from {@code models/facts}. */
public final class Facts {
    private Facts() {}

    /** All models of a file, by their names. */
    public static List<ModelFacts> read(Path file) {
        Map<String, Object> models = Json.object(Json.read(file).get("models"));
        return models.entrySet().stream()
                .map(model -> new ModelFacts(model.getKey(), Json.object(model.getValue())))
                .sorted(Comparator.comparing(ModelFacts::slug))
                .toList();
    }
}
