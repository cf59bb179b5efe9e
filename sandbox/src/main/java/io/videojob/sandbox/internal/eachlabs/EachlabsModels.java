package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.internal.schema.Lineup.Listed;
import io.videojob.sandbox.internal.schema.Published;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models} and {@code GET /v1/models/{slug}} (api/models/list-models, get-model). */
final class EachlabsModels {
    static final Pattern PATH = Pattern.compile("/v1/models(?:/([^/]+))?");

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Vendor vendor;

    EachlabsModels(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(RequestHead head) {
        Matcher path = PATH.matcher(head.path());
        String slug = path.matches() ? path.group(1) : null;
        return slug == null ? list(head) : one(slug);
    }

    private Answer list(RequestHead head) {
        String limit = head.parameter("limit").orElse(String.valueOf(USUAL_PAGE));
        String offset = head.parameter("offset").orElse("0");
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LARGEST_PAGE) {
            return EachlabsAnswers.error(400, "invalid limit parameter");
        }
        if (!NUMBER.matcher(offset).matches()) {
            return EachlabsAnswers.badRequest();
        }
        String name = lower(head.parameter("name").orElse(""));
        List<?> page = vendor.models().listed().stream()
                .map(Listed::model)
                .filter(model -> lower(model.slug()).contains(name)
                        || lower(title(model)).contains(name))
                .skip(Integer.parseInt(offset))
                .limit(Integer.parseInt(limit))
                .map(EachlabsModels::entry)
                .toList();
        return Answer.json(200, Json.write(page));
    }

    /** The cost is null, as for every model "without a pricing document": what the sandbox takes is its own price. */
    private Answer one(String slug) {
        return vendor.models().listed().stream()
                .map(Listed::model)
                .filter(model -> model.slug().equals(slug))
                .findFirst()
                .map(model -> {
                    Map<String, @Nullable Object> entry = entry(model);
                    entry.put("cost", null);
                    return Answer.json(200, Json.write(entry));
                })
                .orElseGet(EachlabsAnswers::modelNotFound);
    }

    private static Map<String, @Nullable Object> entry(Published model) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(plain(model.schema()));
        schema.remove("title");
        return Json.object(
                "title",
                title(model),
                "slug",
                model.slug(),
                "version",
                "0.0.1",
                "output_type",
                model.makesImages() ? "array" : "video",
                "request_schema",
                schema);
    }

    private static String title(Published model) {
        return String.valueOf(model.schema().getOrDefault("title", model.slug()));
    }

    /** Without what was read from prose and has a keyword of our own. */
    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        schema.forEach((name, value) -> {
            if (!name.startsWith("x-")) {
                plain.put(name, plainValue(value));
            }
        });
        return plain;
    }

    private static @Nullable Object plainValue(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(EachlabsModels::plainValue).toList();
        }
        return value instanceof Map ? plain(Json.asObject(value)) : value;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
