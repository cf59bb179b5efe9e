package io.videojob.http;

import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's own list of jobs, read as a resource {@code jobs.json} beside the adapter says:
 *
 * <pre>{@code
 * {"path": "v1/jobs?limit=100", "from": "since", "to": "until", "offset": "skip", "rows": "data", "more": "has_more",
 *  "id": "job_id", "models": ["model"], "at": "created_at", "word": "status", "cost": "price.usd", "tag": "reference"}
 * }</pre>
 *
 * Names with dots lead into objects. {@code from}, {@code to} and {@code offset} are parameters of the query. Without {@code
 * more} the list ends with the first page that is empty, because a vendor may give fewer rows at once than it was asked for.
 */
public final class JobLists {
    private final String vendor;
    private final VendorHttp http;
    private final ErrorTable errors;
    private final StatusWords words;
    private final Object description;

    private JobLists(String vendor, VendorHttp http, ErrorTable errors, StatusWords words, Object description) {
        this.vendor = vendor;
        this.http = http;
        this.errors = errors;
        this.words = words;
        this.description = description;
    }

    /** The list that lies beside an adapter's class. */
    public static JobLists beside(HttpProvider adapter, ErrorTable errors, StatusWords words) {
        String name = adapter.getClass().getName();
        try (InputStream in = adapter.getClass().getResourceAsStream("jobs.json")) {
            Object description = Json.read(
                    new String(Objects.requireNonNull(in, "jobs.json").readAllBytes(), StandardCharsets.UTF_8));
            return new JobLists(
                    adapter.vendor(), adapter.http(), errors, words, Json.required(description, "jobs.json is empty"));
        } catch (IOException e) {
            throw new UncheckedIOException("jobs.json of " + name + " can't be read", e);
        }
    }

    /** As {@link io.videojob.spi.VideoProvider#listJobs}. */
    public ListedJobs page(Instant from, Instant to, @Nullable String mark) {
        return page(from, to, Map.of(), mark);
    }

    /**
     * The same of a part of the list.
     *
     * @param more parameters of the query that narrow it
     */
    public ListedJobs page(Instant from, Instant to, Map<String, String> more, @Nullable String mark) {
        int offset = mark == null ? 0 : Integer.parseInt(mark);
        Map<String, String> query = new LinkedHashMap<>(more);
        query.put(key("from"), from.toString());
        query.put(key("to"), to.toString());
        query.put(key("offset"), String.valueOf(offset));
        Object answer = Reads.get(http.reads(LiveLists.Wire.class).rows(key("path"), query), errors);
        List<?> rows = Json.required(
                at(answer, "rows") instanceof List<?> list ? list : null,
                vendor + ": an answer without a list of jobs");
        boolean ends = rows.isEmpty() || Boolean.FALSE.equals(at(answer, "more"));
        return ListedJobs.of(rows.stream().map(this::job).toList(), ends ? null : String.valueOf(offset + rows.size()));
    }

    private ListedJob job(@Nullable Object row) {
        String word = Objects.requireNonNullElse(Words.name(at(row, "word")), "");
        return ListedJob.builder(Words.name(at(row, "id")))
                .models(models(row))
                .createdAt(time(Words.name(at(row, "at"))))
                .word(word, words.phase(word).orElse(null))
                .cost(Json.amount(at(row, "cost")).orElse(null))
                .sendTag(Words.name(at(row, "tag")))
                .build();
    }

    private List<String> models(@Nullable Object row) {
        List<String> models = new ArrayList<>();
        if (Json.at(description, "models") instanceof List<?> names) {
            names.forEach(name -> {
                String model = Json.textAt(row, String.valueOf(name));
                if (model != null && !models.contains(model)) {
                    models.add(model);
                }
            });
        }
        return models;
    }

    /** What lies in a tree where the description says; null if it says nothing. */
    private @Nullable Object at(@Nullable Object tree, String part) {
        String path = Json.textAt(description, part);
        return path == null ? null : Json.at(tree, path.split("\\."));
    }

    private String key(String part) {
        return Objects.requireNonNull(Json.textAt(description, part), part);
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
