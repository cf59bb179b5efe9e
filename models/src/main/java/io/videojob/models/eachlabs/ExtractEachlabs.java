package io.videojob.models.eachlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code facts/eachlabs.json} of the vendor's collected documents: the parameter tables of its model list, and the
 * schemas of Kling O1, which stand on pages of their own.
 *
 * <pre>{@code
 * mvn -q -pl models -am compile exec:java   # or java with the module's class path:
 * java io.videojob.models.eachlabs.ExtractEachlabs FOLDER models/facts/eachlabs.json
 * }</pre>
 *
 * <p>{@code FOLDER} holds {@code video-models.json} and {@code kling-o1.json}. No sentence of the vendor is kept.
 */
public final class ExtractEachlabs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "Eachlabs' model list, github.com/eachlabs/skills MODELS.md (undated): its tables"
            + " of parameters, as JSON Schemas. An enum and a default are of the field's type, though the tables print all"
            + " as text; a list that the tables cut off stands as examples. x-source: read from a description. Kling O1:"
            + " reconstructed from the vendor's model pages (llms.txt, 2026-04-06 to 2026-06-01). Unknown names are"
            + " refused with 400 (github.com/eachlabs/mintlify-docs, openapi_specs/models.json).";

    private ExtractEachlabs() {}

    /** Reads the folder and writes the file. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("FOLDER and the file to write, please");
        }
        Path folder = Path.of(args[0]);
        JsonNode tables = JSON.readTree(folder.resolve("video-models.json").toFile());
        JsonNode klingO1 =
                JSON.readTree(folder.resolve("kling-o1.json").toFile()).path("schemas");
        Files.writeString(Path.of(args[1]), text(facts(tables, klingO1)));
    }

    static ObjectNode facts(JsonNode tables, JsonNode klingO1) {
        Map<String, ObjectNode> schemas = new TreeMap<>();
        tables.properties().forEach(model -> schemas.put(model.getKey(), ParameterTable.schema(model.getValue())));
        klingO1.properties().forEach(model -> {
            ObjectNode schema = KlingO1.schema(model.getKey(), model.getValue());
            ObjectNode fromTable = schemas.get(model.getKey());
            if (fromTable != null) {
                schema.set("title", fromTable.path("title"));
                schema.set("x-category", fromTable.path("x-category"));
            }
            schemas.put(model.getKey(), schema);
        });
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("_source", SOURCE);
        ObjectNode models = all.putObject("models");
        schemas.forEach((slug, schema) -> models.putObject(slug).set("schema", schema));
        return all;
    }

    /** A line for each field of a model, so that a change shows as that line. */
    private static String text(ObjectNode facts) {
        StringBuilder text = new StringBuilder("{\n  \"_source\": ")
                .append(facts.path("_source"))
                .append(",\n  \"models\": {");
        String nextModel = "\n";
        for (Map.Entry<String, JsonNode> model : facts.path("models").properties()) {
            text.append(nextModel).append("    \"").append(model.getKey()).append("\": {\"schema\": {");
            String nextPart = "\n";
            for (Map.Entry<String, JsonNode> part : model.getValue().path("schema").properties()) {
                text.append(nextPart).append("      \"").append(part.getKey()).append("\": ");
                if (part.getKey().equals("properties")) {
                    String nextField = "{\n";
                    for (Map.Entry<String, JsonNode> field : part.getValue().properties()) {
                        text.append(nextField).append("        \"").append(field.getKey()).append("\": ").append(field.getValue());
                        nextField = ",\n";
                    }
                    text.append("\n      }");
                } else {
                    text.append(part.getValue());
                }
                nextPart = ",\n";
            }
            text.append("\n    }}");
            nextModel = ",\n";
        }
        return text.append("\n  }\n}\n").toString();
    }
}
