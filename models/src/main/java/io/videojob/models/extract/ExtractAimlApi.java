package io.videojob.models.extract;

import io.videojob.models.json.Json;
import io.videojob.models.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes {@code facts/aimlapi.json} of the vendor's schemas: {@code aimlapi/video-models.json}, {@code
 * aimlapi/image-models.json}, and {@code aimlapi.md}, whose table says which document each comes from.
 *
 * <p>{@code java -cp CLASSPATH io.videojob.models.extract.ExtractAimlApi FOLDER models/facts/aimlapi.json}.
 */
public final class ExtractAimlApi {
    private static final String SOURCE = "AI/ML API documentation, github.com/aimlapi/api-docs of 2026-08-21:"
            + " docs/api-references. Its schemas without descriptions; a default is of the field's type, though some are"
            + " printed as text. x-source: read from a description.";
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| `([^`]+)` \\| (\\S+\\.json)[^|]*\\|.*");
    private static final int DEPTH = 5;

    private ExtractAimlApi() {}

    /** Reads the folder that is the first argument, and writes the file that is the second. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, String> documents = documents(Files.readString(folder.resolve("aimlapi.md")));
        Map<String, Object> models = new TreeMap<>();
        Json.read(folder.resolve("aimlapi/video-models.json"))
                .forEach((slug, model) -> models.put(
                        slug, model("video-models/" + documents.get(slug), Json.object(model))));
        Json.read(folder.resolve("aimlapi/image-models.json"))
                .forEach((slug, model) -> models.put(slug, model("image-models/Kling-AI/image-o1.json", Json.object(model))));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("_source", SOURCE);
        facts.put("models", models);
        Files.writeString(Path.of(args[1]), JsonText.of(facts, DEPTH));
    }

    private static Map<String, String> documents(String contract) {
        Map<String, String> all = new TreeMap<>();
        contract.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> all.put(row.group(1), row.group(2)));
        return all;
    }

    private static Map<String, Object> model(String document, Map<String, Object> model) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document);
        if (model.containsKey("path")) {
            facts.put("path", model.get("path"));
        }
        Map<String, Object> published = Json.object(model.get("schema"));
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", Json.texts(published.get("required")));
        Map<String, Object> said = Json.object(published.get("properties"));
        said.forEach((name, property) -> properties.put(name, Keywords.of(Json.object(property))));
        said.forEach((name, property) -> Prose.rules(
                name, String.valueOf(Json.object(property).getOrDefault("description", "")), schema));
        facts.put("schema", schema);
        return facts;
    }
}
