package io.videojob.sandbox.internal.aimlapi;

import io.videojob.sandbox.internal.engine.Phase;
import io.videojob.sandbox.internal.engine.RateWindow;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.engine.Visit;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v2/logs} (service-endpoints/usage-logs): a row for each job that has ended, and for each refused create. A
 * job that runs has none, so that a row's absence proves nothing.
 */
public final class AimlApiLogs {
    private static final int REQUESTS_A_MINUTE = 200;

    /** A row to be: of a job, which decides when it shows and what it says, or of a refusal. */
    private record Entry(
            Instant created,
            String model,
            String requestId,
            Optional<String> clientRequestId,
            Optional<VendorJob> job) {}

    private final Vendor vendor;
    private final RateWindow rate;
    private final List<Entry> entries = new ArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    AimlApiLogs(Vendor vendor) {
        this.vendor = vendor;
        this.rate = new RateWindow(vendor.pace(), REQUESTS_A_MINUTE);
    }

    /** How long after its job's end a row appears, in the vendor's time. */
    public void delay(Duration vendorTime) {
        delay = vendorTime;
    }

    synchronized void made(VendorJob job, Visit visit, Optional<String> clientRequestId) {
        entries.add(
                new Entry(job.createdAt(), job.model().slug(), visit.requestId(), clientRequestId, Optional.of(job)));
    }

    synchronized void refused(Visit visit, Optional<String> clientRequestId) {
        String model = visit.request().model();
        entries.add(
                new Entry(visit.request().receivedAt(), model, visit.requestId(), clientRequestId, Optional.empty()));
    }

    Answer answer(RequestHead head) {
        if (!rate.enter()) {
            return AimlApiAnswers.tooManyRequests();
        }
        Optional<LogQuery> query = LogQuery.read(head, vendor.pace().now());
        if (query.isEmpty()) {
            return AimlApiAnswers.invalidBody();
        }
        if (!vendor.key().startsWith(head.parameter("key_prefix").orElse(""))) {
            return AimlApiAnswers.notFound();
        }
        return page(rows(query.get()), query.get());
    }

    private synchronized List<Map<String, @Nullable Object>> rows(LogQuery query) {
        Instant now = vendor.pace().now();
        return entries.stream()
                .filter(entry -> shows(entry, now))
                .filter(entry -> query.wants(entry.created(), entry.model(), status(entry, now)))
                .sorted(Comparator.comparing(Entry::created).reversed())
                .map(entry -> row(entry, now))
                .toList();
    }

    private boolean shows(Entry entry, Instant now) {
        if (entry.job().isEmpty()) {
            return true;
        }
        Optional<Instant> ended = entry.job().get().endedAt(now);
        return ended.isPresent() && !ended.get().plus(vendor.pace().real(delay)).isAfter(now);
    }

    private static String status(Entry entry, Instant now) {
        boolean succeeded =
                entry.job().filter(job -> job.phase(now) == Phase.SUCCEEDED).isPresent();
        return succeeded ? "succeeded" : "failed";
    }

    private static Map<String, @Nullable Object> row(Entry entry, Instant now) {
        String status = status(entry, now);
        BigDecimal usd = status.equals("succeeded") ? entry.job().orElseThrow().price() : BigDecimal.ZERO;
        return Json.object(
                "created", entry.created().toString(),
                "status", status,
                "origin", "api",
                "model", entry.model(),
                "cost", Json.object("usd", usd, "credits", AimlApiBodies.credits(usd)),
                "tokens", Json.object(),
                "request_id", entry.requestId(),
                "inference_id", entry.job().map(VendorJob::id).orElse(null),
                "client_request_id", entry.clientRequestId().orElse(null));
    }

    private static Answer page(List<Map<String, @Nullable Object>> rows, LogQuery query) {
        List<?> page = rows.stream().skip(query.offset()).limit(query.limit()).toList();
        boolean more = rows.size() > query.offset() + page.size();
        Map<String, ?> pagination = Json.object("limit", query.limit(), "offset", query.offset(), "has_more", more);
        return Answer.json(200, Json.write(Json.object("data", page, "pagination", pagination)));
    }
}
