package io.videojob.models.profile;

import io.videojob.models.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which model is of which family, from {@code models/families.json}. */
public final class Membership {
    private final Map<String, String> families = new HashMap<>();
    private final Map<String, Object> resource = new LinkedHashMap<>();

    private Membership() {}

    /** Reads the families. */
    public static Membership of(Map<String, Object> json) {
        Membership membership = new Membership();
        List<Map<String, Object>> plain = Json.objects(json.get("families")).stream()
                .map(family -> membership.family(family))
                .toList();
        membership.resource.put("families", plain);
        return membership;
    }

    /** The family of {@code vendor:slug}. */
    public Optional<String> family(String vendor, String slug) {
        return Optional.ofNullable(families.get(vendor + ":" + slug));
    }

    /** What core reads: the families without their members, which it isn't to know. */
    public Map<String, Object> resource() {
        return resource;
    }

    private Map<String, Object> family(Map<String, Object> family) {
        String id = Json.text(family.get("id"));
        for (String member : Json.texts(family.get("members"))) {
            String other = families.put(member, id);
            if (other != null) {
                throw new IllegalArgumentException(member + " is of two families, " + other + " and " + id);
            }
        }
        Map<String, Object> plain = new LinkedHashMap<>(family);
        plain.remove("members");
        return plain;
    }
}
