package io.videojob.http;

import io.videojob.catalog.LiveModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;

/**
 * A vendor's own lists of its models, read as a resource {@code live.json} beside the adapter says:
 *
 * <pre>{@code
 * {"list": {"path": "v1/models", "rows": "data", "slug": "id", "aliases": "aliases", "where": {"type": ["video"]},
 *           "pages": {"limit": 500, "offset": "offset"}, "schema": "request_schema"},
 *  "endings": {"path": "v1/endings", "rows": "data", "slug": "id", "aliases": "aliases", "at": "shutdown_at",
 *              "replacedBy": "replaced_by"}}
 * }</pre>
 *
 * Without {@code rows} the answer itself is the list.
 */
final class LiveLists {
    private static final int MOST_PAGES = 50;

    private final VendorHttp http;
    private final ErrorTable errors;
    private final Object description;

    private LiveLists(VendorHttp http, ErrorTable errors, Object description) {
        this.http = http;
        this.errors = errors;
        this.description = description;
    }

    interface Wire {
        @GET
        Call<Object> rows(@Url String path, @QueryMap Map<String, String> query);
    }

    /** Those of an adapter; empty if it has no such resource. */
    static Optional<LiveLists> beside(Class<?> adapter, VendorHttp http) {
        try (InputStream in = adapter.getResourceAsStream("live.json")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new LiveLists(
                            http,
                            ErrorTable::byStatus,
                            Json.required(
                                    Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)),
                                    "live.json is empty")));
        } catch (IOException e) {
            throw new UncheckedIOException("live.json of " + adapter.getName() + " can't be read", e);
        }
    }

    List<LiveModel> read() {
        Map<String, Map<?, ?>> endings = new LinkedHashMap<>();
        if (Json.at(description, "endings") != null) {
            rows("endings").forEach(row -> names("endings", row).forEach(name -> endings.put(name, row)));
        }
        List<LiveModel> models = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Map<?, ?> row : rows("list")) {
            listed.addAll(names("list", row));
            LiveModel model = model(row, endings);
            if (model != null) {
                models.add(isWanted(row) ? model : model.ofOtherKind());
            }
        }
        // one that is to end may have left the list already, and is served for a while
        endings.values().stream()
                .distinct()
                .filter(row -> names("endings", row).stream().noneMatch(listed::contains))
                .forEach(row -> models.add(ending(named("endings", row), row)));
        return models;
    }

    private LiveModel named(String which, Map<?, ?> row) {
        List<String> names = names(which, row);
        return LiveModel.of(names.get(0), names.subList(1, names.size()));
    }

    private LiveModel ending(LiveModel model, Map<?, ?> row) {
        return model.ending(
                time(Json.textAt(row, key("endings", "at"))), Json.textAt(row, key("endings", "replacedBy")));
    }

    private @Nullable LiveModel model(Map<?, ?> row, Map<String, Map<?, ?>> endings) {
        List<String> names = names("list", row);
        if (names.isEmpty()) {
            return null;
        }
        LiveModel model = named("list", row);
        Map<?, ?> ending = names.stream()
                .map(endings::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (ending != null) {
            model = ending(model, ending);
        }
        Object schema = Json.at(row, key("list", "schema"));
        return Json.at(schema, "properties") instanceof Map<?, ?> properties
                ? model.taking(allowed(properties), required(schema))
                : model;
    }

    private static Map<String, List<Object>> allowed(Map<?, ?> properties) {
        Map<String, List<Object>> allowed = new LinkedHashMap<>();
        properties.forEach((name, rule) -> allowed.put(String.valueOf(name), list(Json.at(rule, "enum"))));
        return allowed;
    }

    private static Set<String> required(@Nullable Object schema) {
        Set<String> required = new LinkedHashSet<>();
        list(Json.at(schema, "required")).forEach(name -> required.add(String.valueOf(name)));
        return required;
    }

    private static List<Object> list(@Nullable Object tree) {
        return tree instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
                : List.of();
    }

    /** Page by page until one is not full. */
    private List<Map<?, ?>> rows(String which) {
        Object limit = Json.at(description, which, "pages", "limit");
        String path = Objects.requireNonNull(Json.textAt(description, which, "path"), "path");
        List<Map<?, ?>> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, String> query = new LinkedHashMap<>();
            if (limit != null) {
                query.put("limit", limit.toString());
                query.put(
                        String.valueOf(Json.textAt(description, which, "pages", "offset")), String.valueOf(all.size()));
            }
            Object answer = Reads.get(http.reads(Wire.class).rows(path, query), errors);
            String rows = Json.textAt(description, which, "rows");
            List<Object> found = list(rows == null ? answer : Json.at(answer, rows));
            found.forEach(row -> all.add(row instanceof Map<?, ?> map ? map : Map.of()));
            if (limit == null || found.size() < Integer.parseInt(limit.toString())) {
                return all;
            }
        }
        return all;
    }

    private boolean isWanted(Map<?, ?> row) {
        return !(Json.at(description, "list", "where") instanceof Map<?, ?> where)
                || where.entrySet().stream()
                        .allMatch(rule -> list(rule.getValue()).contains(row.get(rule.getKey())));
    }

    private List<String> names(String which, Map<?, ?> row) {
        List<String> names = new ArrayList<>();
        String slug = Json.textAt(row, key(which, "slug"));
        if (slug != null) {
            names.add(slug);
            list(Json.at(row, key(which, "aliases"))).forEach(alias -> names.add(alias.toString()));
        }
        return names;
    }

    /** The vendor's name for that part of a row; one that no row has if the vendor has none for it. */
    private String key(String which, String part) {
        return Objects.requireNonNullElse(Json.textAt(description, which, part), "");
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
