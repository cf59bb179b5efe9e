package io.videojob.models.eachlabs;

import io.videojob.models.json.Json;
import io.videojob.models.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes {@code facts/eachlabs.json} of the vendor's collected documents: the parameter tables of its model list ({@code
 * eachlabs/video-models.json}), and the schemas of Kling O1 ({@code eachlabs/kling-o1.json}), which stand on pages of their
 * own. No sentence of the vendor is kept.
 *
 * <p>{@code java -cp CLASSPATH io.videojob.models.eachlabs.ExtractEachlabs FOLDER models/facts/eachlabs.json}.
 */
public final class ExtractEachlabs {
    private static final String SOURCE = "Eachlabs' model list, github.com/eachlabs/skills MODELS.md (undated): its tables"
            + " of parameters, as JSON Schemas. An enum and a default are of the field's type, though the tables print all"
            + " as text; a list that the tables cut off stands as examples. x-source: read from a description. Kling O1:"
            + " reconstructed from the vendor's model pages (llms.txt, 2026-04-06 to 2026-06-01). Unknown names are"
            + " refused with 400 (github.com/eachlabs/mintlify-docs, openapi_specs/models.json).";
    private static final int DEPTH = 5;

    private ExtractEachlabs() {}

    /** Reads the folder that is the first argument, and writes the file that is the second. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "eachlabs");
        Map<String, Object> models = new TreeMap<>();
        Json.read(folder.resolve("video-models.json"))
                .forEach((slug, table) -> models.put(slug, model(ParameterTable.schema(Json.object(table)))));
        Json.object(Json.read(folder.resolve("kling-o1.json")).get("schemas")).forEach((slug, printed) -> {
            Map<String, Object> fromTable = Optional.ofNullable(models.get(slug))
                    .map(model -> Json.object(Json.object(model).get("schema")))
                    .orElse(Map.of());
            models.put(slug, model(KlingO1.schema(Json.object(printed), fromTable)));
        });
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("_source", SOURCE);
        facts.put("models", models);
        Files.writeString(Path.of(args[1]), JsonText.of(facts, DEPTH));
    }

    private static Map<String, Object> model(Map<String, Object> schema) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("schema", schema);
        return model;
    }
}
