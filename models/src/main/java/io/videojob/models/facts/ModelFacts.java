package io.videojob.models.facts;

import io.videojob.models.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a vendor says of one model. */
public final class ModelFacts {
    private final String slug;
    private final Map<String, Object> facts;
    private final Map<String, WireField> fields = new LinkedHashMap<>();

    ModelFacts(String slug, Map<String, Object> facts) {
        this.slug = slug;
        this.facts = facts;
        Set<String> required = Set.copyOf(Json.texts(schema().get("required")));
        Json.object(schema().get("properties"))
                .forEach((name, schema) ->
                        fields.put(name, new WireField(name, Json.object(schema), required.contains(name))));
        // The adapter says which model it is about, where that is one of the fields.
        if (Json.list(Json.object(Json.object(schema().get("properties")).get("model")).get("enum"))
                .equals(List.of(slug))) {
            fields.remove("model");
        }
    }

    /** The vendor's name for the model. */
    public String slug() {
        return slug;
    }

    /** The vendor's document, or the endpoint's path, and such; all but the schema. */
    public Optional<String> said(String name) {
        return Optional.ofNullable(facts.get(name)).map(Json::text);
    }

    /** The fields by the vendor's names, in its order. */
    public Map<String, WireField> fields() {
        return fields;
    }

    /** The rules over several fields: the schema's keywords beside the fields'. */
    public List<Map<String, Object>> rules() {
        List<Map<String, Object>> rules = new ArrayList<>(Json.objects(schema().get("allOf")));
        Json.objects(schema().get("x-maxTotal")).forEach(total -> rules.add(Map.of("x-maxTotal", total)));
        return rules;
    }

    private Map<String, Object> schema() {
        return Json.object(facts.get("schema"));
    }
}
