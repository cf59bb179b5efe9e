package io.videojob.sandbox.internal.aimlapi;

import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.internal.schema.Lineup.Listed;
import io.videojob.sandbox.internal.schema.Published;
import io.videojob.sandbox.internal.schema.Sunset;
import io.videojob.sandbox.script.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/deprecations} (service-endpoints/complete-model-list,
 * model-deprecations). Of the filters there are {@code id}, {@code type}, {@code tags} and {@code status}. No schema says
 * a model's name for people, so that here it is the id.
 */
final class AimlApiModels {
    static final Pattern PATH = Pattern.compile("(?:(?:/api)?/v1)?/models(/deprecat(?:ions|ed))?");

    private static final Set<String> STATUSES = Set.of("deprecated", "superseded", "withdrawn");

    private final Vendor vendor;

    AimlApiModels(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(RequestHead head) {
        return head.path().endsWith("/models") ? list(head) : deprecations(head);
    }

    private Answer list(RequestHead head) {
        List<Map<String, @Nullable Object>> data = vendor.models().listed().stream()
                .filter(listed -> wants(head, "id", names(listed)))
                .map(AimlApiModels::entry)
                .filter(entry -> wants(head, "type", List.of(entry.get("type"))))
                .filter(entry -> wants(head, "tags", Json.asList(entry.get("tags"))))
                .toList();
        return Answer.json(200, Json.write(Json.object("object", "list", "data", data)));
    }

    private static List<?> names(Listed listed) {
        List<String> names = new ArrayList<>(listed.aliases());
        names.add(listed.model().slug());
        return names;
    }

    private static Map<String, @Nullable Object> entry(Listed listed) {
        Published model = listed.model();
        boolean images = model.makesImages();
        return Json.object(
                "id",
                model.slug(),
                "aliases",
                listed.aliases(),
                "type",
                images ? "openai/image-generations" : "internal/video-generations/submit",
                "info",
                Json.object("name", model.slug(), "developer", developer(model)),
                "tags",
                List.of(images ? "playground:image" : "playground:video"));
    }

    /** The folder of the model's document, or else the first part of its id. */
    private static String developer(Published model) {
        String document = String.valueOf(model.facts().getOrDefault("document", "video-models/" + model.slug()));
        return document.split("/", -1)[1].replace('-', ' ');
    }

    private Answer deprecations(RequestHead head) {
        Instant now = vendor.pace().now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean filtered = asked(head, "status").anyMatch(STATUSES::contains);
        List<Map<String, @Nullable Object>> data = vendor.models().sunsets().stream()
                .map(sunset -> entry(sunset, sunset.status(today)))
                .filter(entry -> !filtered || wants(head, "status", List.of(entry.get("status"))))
                .toList();
        return Answer.json(
                200, Json.write(Json.object("object", "list", "generated_at", now.toString(), "data", data)));
    }

    private static Map<String, @Nullable Object> entry(Sunset sunset, String status) {
        return Json.object(
                "id", sunset.slug(),
                "aliases", sunset.aliases(),
                "status", status,
                "deprecated_at", sunset.deprecatedAt().toString(),
                "shutdown_at", Objects.toString(sunset.shutdownAt(), null),
                "replaced_by", sunset.replacedBy(),
                "reason", reason(status));
    }

    /** Null "on an entry read from a live model card", which a model that still serves has. */
    private static @Nullable String reason(String status) {
        return switch (status) {
            case "withdrawn" -> "provider_delisted";
            case "superseded" -> "consolidated";
            default -> null;
        };
    }

    /** Values are repeated or come with commas, in any case; a parameter that is not there filters nothing. */
    private static boolean wants(RequestHead head, String parameter, List<?> values) {
        List<String> asked = asked(head, parameter).toList();
        return asked.isEmpty() || values.stream().anyMatch(value -> asked.contains(lower(value)));
    }

    private static Stream<String> asked(RequestHead head, String parameter) {
        return head.query().getOrDefault(parameter, List.of()).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(AimlApiModels::lower);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
