package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.Difference;
import io.videojob.Explanation;
import io.videojob.JobFailedException;
import io.videojob.JobSnapshot;
import io.videojob.Output;
import io.videojob.Plan;
import io.videojob.ProviderException;
import io.videojob.SavedFile;
import io.videojob.VideoFacts;
import io.videojob.VideoJobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as {@code --json} shows them: always the same names, null for what isn't known. */
final class JobJson {
    private JobJson() {}

    /** A job, with what was saved of it. */
    static Map<String, @Nullable Object> of(
            @Nullable JobSnapshot job, List<SavedFile> saved, @Nullable Throwable error) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("jobId", text(Optional.ofNullable(job).map(JobSnapshot::id)));
        json.put("status", text(Optional.ofNullable(job).map(JobSnapshot::status)));
        json.put("provider", text(Optional.ofNullable(job).flatMap(JobSnapshot::provider)));
        json.put("model", text(Optional.ofNullable(job).flatMap(JobSnapshot::model)));
        json.put("vendorRef", text(Optional.ofNullable(job).flatMap(JobSnapshot::vendorRef)));
        json.put("vendorStatus", text(Optional.ofNullable(job).flatMap(JobSnapshot::vendorStatus)));
        json.put("createdAt", text(Optional.ofNullable(job).map(JobSnapshot::createdAt)));
        json.put("tag", text(Optional.ofNullable(job).flatMap(JobSnapshot::tag)));
        json.put("cancellation", text(Optional.ofNullable(job).flatMap(JobSnapshot::cancellation)));
        json.put("trouble", job == null ? null : trouble(job));
        json.put("outputs", job == null ? List.of() : outputs(job, saved));
        json.put("cost", job == null ? null : cost(job.attempt().flatMap(JobJson::costOf)));
        json.put(
                "attempts",
                job == null
                        ? List.of()
                        : job.attempts().stream().map(JobJson::attempt).toList());
        json.put("error", error == null ? null : error(error));
        return json;
    }

    /** A job with its whole history. */
    static Map<String, @Nullable Object> of(Explanation explanation) {
        Map<String, @Nullable Object> json = of(explanation.job(), List.of(), null);
        json.put(
                "history",
                explanation.entries().stream()
                        .map(entry -> {
                            Map<String, @Nullable Object> line = new LinkedHashMap<>();
                            line.put("at", entry.at().toString());
                            line.put("attempt", entry.attempt());
                            line.put("kind", entry.kind());
                            line.put("text", entry.text());
                            line.put("data", entry.data());
                            return line;
                        })
                        .toList());
        return json;
    }

    /** A dry run. */
    static Map<String, @Nullable Object> of(Plan plan) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("model", plan.model());
        json.put("accepted", plan.isAccepted());
        json.put(
                "candidates", plan.candidates().stream().map(JobJson::candidate).toList());
        json.put("error", null);
        return json;
    }

    private static Map<String, @Nullable Object> candidate(Plan.Candidate candidate) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", candidate.provider());
        json.put("model", candidate.model());
        json.put("accepted", candidate.isAccepted());
        json.put("price", cost(candidate.price()));
        json.put("overBudget", text(candidate.overBudget()));
        json.put(
                "fields",
                candidate.fields().stream()
                        .map(field -> {
                            Map<String, @Nullable Object> line = new LinkedHashMap<>();
                            line.put("field", field.field());
                            line.put("fate", field.fate().name());
                            line.put("wireName", text(field.wireName()));
                            line.put("from", text(field.from()));
                            line.put("value", text(field.value()));
                            line.put("why", text(field.why().map(CommandWords::of)));
                            return line;
                        })
                        .toList());
        return json;
    }

    /** What went wrong, for programs. */
    static Map<String, @Nullable Object> error(Throwable failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", failure.getClass().getSimpleName());
        json.put("reason", reason(failure));
        json.put("message", Messages.of(failure));
        return json;
    }

    private static @Nullable String reason(Throwable failure) {
        if (failure instanceof ProviderException refused) {
            return refused.reason().name();
        }
        if (failure instanceof JobFailedException failed) {
            return failed.reason().name();
        }
        return failure instanceof VideoJobException ours
                ? ours.job()
                        .flatMap(JobSnapshot::trouble)
                        .map(trouble -> trouble.kind().toUpperCase(Locale.ROOT).replace('-', '_'))
                        .orElse(null)
                : null;
    }

    private static @Nullable Map<String, @Nullable Object> trouble(JobSnapshot job) {
        return job.trouble()
                .map(trouble -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("since", trouble.since().toString());
                    json.put("kind", trouble.kind());
                    json.put("message", trouble.message());
                    json.put("parked", trouble.parked());
                    return json;
                })
                .orElse(null);
    }

    /** A link is what its reader came for, and is whole; bytes that came with the answer are in the file. */
    private static List<Map<String, @Nullable Object>> outputs(JobSnapshot job, List<SavedFile> saved) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (int i = 0; i < job.outputs().size(); i++) {
            Output output = job.outputs().get(i);
            SavedFile file = i < saved.size() ? saved.get(i) : null;
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("url", output.isInline() ? null : output.uri());
            json.put("file", file == null ? null : file.file().toString());
            json.put("bytes", file == null ? null : file.bytes());
            json.put("sha256", file == null ? null : file.sha256());
            json.put(
                    "video",
                    file == null ? null : file.video().map(JobJson::video).orElse(null));
            json.put(
                    "differences",
                    file == null
                            ? null
                            : file.differences().stream()
                                    .map(JobJson::difference)
                                    .toList());
            all.add(json);
        }
        return all;
    }

    private static Map<String, @Nullable Object> video(VideoFacts facts) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "seconds",
                facts.duration().map(length -> length.toMillis() / 1000.0).orElse(null));
        json.put("width", facts.width().isPresent() ? facts.width().getAsInt() : null);
        json.put("height", facts.height().isPresent() ? facts.height().getAsInt() : null);
        json.put("frameRate", facts.frameRate().isPresent() ? facts.frameRate().getAsDouble() : null);
        json.put("audio", facts.hasAudio().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> difference(Difference difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", difference.field());
        json.put("asked", difference.asked());
        json.put("delivered", difference.delivered());
        return json;
    }

    private static Map<String, @Nullable Object> attempt(AttemptSnapshot attempt) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", attempt.provider());
        json.put("model", text(attempt.model()));
        json.put("vendorRef", text(attempt.vendorRef()));
        json.put("outcome", attempt.outcome());
        json.put("billing", attempt.billing().name());
        json.put("error", text(attempt.error()));
        return json;
    }

    /** What was held for an attempt that cost nothing in the end is no cost. */
    static Optional<Cost> costOf(AttemptSnapshot attempt) {
        return attempt.cost().filter(cost -> attempt.billing() != Billing.NOT_BILLED);
    }

    static @Nullable Map<String, @Nullable Object> cost(Optional<Cost> cost) {
        return cost.map(known -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("amount", known.amount());
                    json.put("currency", known.currency());
                    json.put("source", known.source().name());
                    return json;
                })
                .orElse(null);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
