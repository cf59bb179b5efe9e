package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a vendor's documents say of one model's input. */
final class Facts {
    static final ObjectMapper JSON = new ObjectMapper();
    /** The adapter's own: it names the model, which no request sets. */
    private static final String MODEL = "model";

    /** The vendors' names for frames a second. */
    private static final List<String> RATES = List.of("frames_per_second", "fps");

    private final String slug;
    private final JsonNode said;
    private final JsonSchema schema;

    private Facts(String slug, JsonNode said) {
        this.slug = slug;
        this.said = said;
        // Nobody documents that an unknown name does anything: it is dropped at best.
        ObjectNode closed = said.deepCopy();
        closed.put("additionalProperties", false);
        nullsAreNull(closed);
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        closed,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** An alternative that is {@code nullable} and nothing more means null, not anything. */
    private static void nullsAreNull(JsonNode schema) {
        schema.path("anyOf").forEach(alternative -> {
            if (alternative.size() == 1 && alternative.path("nullable").asBoolean()) {
                ((ObjectNode) alternative).put("type", "null");
            }
        });
        schema.forEach(Facts::nullsAreNull);
    }

    /** All models of a vendor by their names. */
    static Map<String, Facts> of(String vendor) {
        try {
            JsonNode models =
                    JSON.readTree(Path.of("facts", vendor + ".json").toFile()).path("models");
            Map<String, Facts> all = new LinkedHashMap<>();
            models.properties()
                    .forEach(model -> all.put(
                            model.getKey(),
                            new Facts(model.getKey(), model.getValue().path("schema"))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as it would be read from the wire. */
    static JsonNode tree(@Nullable Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names that a request can set. */
    List<String> names() {
        return said.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !(name.equals(MODEL) && namesTheModel()))
                .toList();
    }

    private boolean namesTheModel() {
        return property(MODEL).path("enum").toString().equals("[\"" + slug + "\"]");
    }

    /** What is said of one name, or of one in an object: {@code keyframes.frame0}. */
    JsonNode property(String path) {
        JsonNode found = said;
        for (String name : path.split("\\.", -1)) {
            found = found.path("properties").path(name);
        }
        return found;
    }

    /** What stands in a body at a path such as {@code keyframes.frame0}. */
    static JsonNode at(Map<String, Object> body, String path) {
        return tree(body).at("/" + path.replace('.', '/'));
    }

    /** True if a rule speaks of the field, or another field lies in the same object, or tells the rate of its frames. */
    boolean isRuled(ModelProfile profile, FieldSpec spec) {
        boolean counted =
                profile.fields().stream().anyMatch(other -> other.frames().isPresent());
        return spec.wireNames().stream().anyMatch(wire -> isInARule(wire) || isShared(profile, wire))
                || (counted && (spec.frames().isPresent() || RATES.contains(spec.wireName())));
    }

    private boolean isInARule(String wire) {
        String quoted = '"' + wire + '"';
        return said.path("allOf").toString().contains(quoted)
                || said.path("x-maxTotal").toString().contains(quoted);
    }

    private static boolean isShared(ModelProfile profile, String wire) {
        return profile.fields().stream()
                .flatMap(other -> other.wireNames().stream())
                .anyMatch(other -> other.startsWith(wire + ".") || wire.startsWith(other + "."));
    }

    static boolean countsFrames(String name) {
        return name.matches("num_frames|frame_num|length");
    }

    /** By how many frames a second the vendor counts, in this body. */
    int rate(Map<String, Object> body) {
        for (String name : RATES) {
            int rate =
                    tree(body).path(name).asInt(property(name).path("default").asInt());
            if (rate > 0) {
                return rate;
            }
        }
        return 0;
    }

    Set<String> required() {
        return StreamSupport.stream(said.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !(name.equals(MODEL) && namesTheModel()))
                .collect(Collectors.toSet());
    }

    /** What is wrong with a body, in the validator's words; empty if nothing is. */
    List<String> problems(Map<String, Object> body) {
        ObjectNode sent = (ObjectNode) tree(body);
        if (namesTheModel()) {
            sent.put(MODEL, slug);
        }
        List<String> all = new ArrayList<>(schema.validate(sent).stream()
                .map(ValidationMessage::getMessage)
                .toList());
        for (JsonNode rule : said.path("x-maxTotal")) {
            int total = 0;
            for (JsonNode name : rule.path("of")) {
                total += sent.path(name.asText()).size();
            }
            if (total > rule.path("max").asInt()) {
                all.add(rule.path("of") + " hold " + total);
            }
        }
        sent.properties().forEach(field -> {
            boolean inline = property(field.getKey()).toString().contains("\"x-inline\":true");
            if (!inline && field.getValue().toString().contains("\"data:")) {
                all.add(field.getKey() + " takes no data URI");
            }
        });
        return all;
    }

    @Override
    public String toString() {
        return slug;
    }
}
