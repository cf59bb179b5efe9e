package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/executions} by offset and {@code GET /v2/executions} by cursor: all predictions of the organization,
 * newest first, running ones too, without their input or any reference of the caller's.
 */
final class EachlabsExecutions {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final Vendor vendor;

    EachlabsExecutions(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(RequestHead head) {
        try {
            int limit = Integer.parseInt(head.parameter("limit").orElse(String.valueOf(USUAL_PAGE)));
            if (limit < 1 || limit > LARGEST_PAGE) {
                return EachlabsAnswers.badRequest();
            }
            List<VendorJob> jobs = wanted(head);
            return head.path().startsWith("/v2/") ? byCursor(head, jobs, limit) : byOffset(head, jobs, limit);
        } catch (DateTimeException | NumberFormatException e) {
            return EachlabsAnswers.badRequest();
        }
    }

    private List<VendorJob> wanted(RequestHead head) {
        Optional<String> model = head.parameter("model");
        Instant from = time(head, "from").orElse(Instant.MIN);
        Instant to = time(head, "to").orElse(Instant.MAX);
        List<VendorJob> jobs = new ArrayList<>(vendor.jobs().all());
        Collections.reverse(jobs);
        return jobs.stream()
                .filter(job -> model.isEmpty() || model.get().equals(job.model().slug()))
                .filter(job ->
                        !job.createdAt().isBefore(from) && !job.createdAt().isAfter(to))
                .toList();
    }

    private static Optional<Instant> time(RequestHead head, String name) {
        return head.parameter(name).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    private Answer byOffset(RequestHead head, List<VendorJob> jobs, int limit) {
        int offset = Integer.parseInt(head.parameter("offset").orElse("0"));
        if (offset < 0) {
            return EachlabsAnswers.badRequest();
        }
        return Answer.json(200, Json.write(Json.object("executions", page(jobs, offset, limit))));
    }

    /** The cursor is the last id of the page before; the vendor says no more than that it is opaque. */
    private Answer byCursor(RequestHead head, List<VendorJob> jobs, int limit) {
        List<String> ids = jobs.stream().map(VendorJob::id).toList();
        Optional<String> cursor = head.parameter("cursor");
        int start = cursor.map(id -> ids.indexOf(id) + 1).orElse(0);
        if (cursor.isPresent() && start == 0) {
            return EachlabsAnswers.badRequest();
        }
        List<?> page = page(jobs, start, limit);
        int end = start + page.size();
        boolean more = end < ids.size();
        return Answer.json(
                200,
                Json.write(Json.object(
                        "executions", page, "next_cursor", more ? ids.get(end - 1) : null, "has_more", more)));
    }

    private List<Map<String, @Nullable Object>> page(List<VendorJob> jobs, int offset, int limit) {
        return jobs.stream().skip(offset).limit(limit).map(this::row).toList();
    }

    private Map<String, @Nullable Object> row(VendorJob job) {
        Instant now = vendor.pace().now();
        return Json.object(
                "id", job.id(),
                "model", job.model().slug(),
                "requested_model", job.model().slug(),
                "status", EachlabsBodies.word(job, now),
                "workflow_id", null,
                "execution_cost", EachlabsBodies.cost(job, now),
                "run_time", EachlabsBodies.runSeconds(job, vendor),
                "created_at", job.createdAt().toString(),
                "started_at", job.createdAt().toString(),
                "completed_at", job.endedAt(now).map(Instant::toString).orElse(null),
                "output", EachlabsBodies.output(job, job.phase(now)));
    }
}
