package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Phase;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.script.WebhookPayload;
import io.videojob.sandbox.script.WebhookSigning;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends the webhooks of predictions that have ended, tries again when nobody takes them, and keeps the record. */
public final class Webhooks implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final Pattern EXECUTION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vendor vendor;
    private final WebhookPost post;
    private final List<WebhookAttempt> attempts = new ArrayList<>();
    private volatile WebhookSigning signing = WebhookSigning.SIGNED;
    private volatile WebhookPayload payload = WebhookPayload.CURRENT;

    Webhooks(Vendor vendor) {
        this.vendor = vendor;
        this.post = new WebhookPost(vendor.pace().real(PATIENCE));
        vendor.jobs().whenEnded(job -> webhook(job).ifPresent(message -> attempt(message, 1)));
    }

    public void signing(WebhookSigning mode) {
        signing = mode;
    }

    public void payload(WebhookPayload variant) {
        payload = variant;
    }

    /** Every attempt so far, in order. */
    public List<WebhookAttempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    /** Sends one more, whatever was sent before and however the job stands; gives the receiver's status, or 0. */
    public int sendNow(VendorJob job) {
        WebhookMessage message =
                webhook(job).orElseThrow(() -> new IllegalArgumentException("Job " + job.id() + " has no webhook_url"));
        return send(message, FaultStep.NONE);
    }

    private Optional<WebhookMessage> webhook(VendorJob job) {
        Map<String, @Nullable Object> create = job.create().json();
        if (!(create.get("webhook_url") instanceof String url) || url.isBlank()) {
            return Optional.empty();
        }
        String body = WebhookBody.of(job, vendor, payload);
        Instant now = vendor.pace().now();
        Optional<String> secret = Optional.ofNullable(create.get("webhook_secret"))
                .map(String::valueOf)
                .filter(text -> !text.isEmpty());
        return Optional.of(new WebhookMessage(job.id(), URI.create(url), body, secret, now));
    }

    private void attempt(WebhookMessage message, int number) {
        FaultStep fault = vendor.faults().next(Operation.WEBHOOK, asRequest(message));
        if (fault.pause().isZero()) {
            attempt(message, number, fault);
        } else {
            vendor.pace().at(vendor.pace().in(fault.pause()), () -> attempt(message, number, fault));
        }
    }

    private void attempt(WebhookMessage message, int number, FaultStep fault) {
        int status = send(message, fault);
        boolean acknowledged = status >= 200 && status < 300;
        if (!acknowledged && number < ATTEMPTS) {
            vendor.pace().at(vendor.pace().in(GAP), () -> attempt(message, number + 1));
        }
    }

    private int send(WebhookMessage message, FaultStep fault) {
        String body = fault.answer().apply(Answer.json(200, message.body())).bodyText();
        boolean leaves = fault.work() != FaultStep.Work.NONE && fault.departure() != FaultStep.Departure.NOTHING;
        WebhookMessage sent = message.withBody(body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int status = leaves
                ? post.send(sent.url(), sent.headers(signing), bytes, leaving(fault.departure(), bytes.length))
                : 0;
        synchronized (attempts) {
            attempts.add(new WebhookAttempt(
                    sent.jobId(), sent.url(), body, status, vendor.pace().now()));
        }
        return status;
    }

    /** How much of a body leaves. Silence in its middle is a cut to whoever waits for the rest. */
    private static int leaving(FaultStep.Departure departure, int length) {
        return switch (departure) {
            case WHOLE, WHOLE_THEN_CLOSED -> length;
            case HALF_BODY, HALF_BODY_THEN_SILENCE -> length / 2;
            case HEAD_ONLY, NOTHING -> 0;
        };
    }

    private static ReceivedRequest asRequest(WebhookMessage message) {
        return new ReceivedRequest(
                "POST",
                message.url().toString(),
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                message.body().getBytes(StandardCharsets.UTF_8),
                message.stamp());
    }

    /** {@code GET /v1/webhooks}. */
    Answer list(RequestHead head) {
        try {
            int limit = Integer.parseInt(head.parameter("limit").orElse("50"));
            int offset = Integer.parseInt(head.parameter("offset").orElse("0"));
            if (limit < 1 || limit > 100 || offset < 0) {
                return EachlabsAnswers.badRequest();
            }
            List<?> page = vendor.jobs().all().stream()
                    .filter(this::isRecorded)
                    .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
                    .skip(offset)
                    .limit(limit)
                    .map(this::deliveries)
                    .toList();
            return Answer.json(200, Json.write(Json.object("webhooks", page)));
        } catch (NumberFormatException e) {
            return EachlabsAnswers.badRequest();
        }
    }

    /** {@code GET /v1/webhooks/{execution_id}}. */
    Answer one(String executionId) {
        if (!EXECUTION_ID.matcher(executionId).matches()) {
            return EachlabsAnswers.invalidExecutionId();
        }
        return vendor.jobs()
                .find(executionId)
                .filter(this::isRecorded)
                .map(job -> Answer.json(200, Json.write(deliveries(job))))
                .orElseGet(EachlabsAnswers::webhookNotFound);
    }

    /** The record is of deliveries: it knows nothing of a job that still runs. */
    private boolean isRecorded(VendorJob job) {
        boolean sent = attempts().stream().anyMatch(attempt -> attempt.jobId().equals(job.id()));
        return sent
                || (webhook(job).isPresent() && isDue(job.phase(vendor.pace().now())));
    }

    private static boolean isDue(Phase phase) {
        return phase == Phase.SUCCEEDED || phase == Phase.FAILED;
    }

    private Map<String, @Nullable Object> deliveries(VendorJob job) {
        WebhookMessage message = webhook(job).orElseThrow();
        List<?> tries = attempts().stream()
                .filter(attempt -> attempt.jobId().equals(job.id()))
                .map(Webhooks::delivery)
                .toList();
        return Json.object(
                "execution_id", job.id(),
                "url", message.url().toString(),
                "request", message.body(),
                "headers", Json.object("Content-Type", "application/json"),
                "source", "prediction",
                "created_at", job.createdAt().toString(),
                "attempts", tries);
    }

    private static Map<String, @Nullable Object> delivery(WebhookAttempt attempt) {
        return Json.object(
                "status",
                attempt.acknowledged() ? "SUCCESS" : "FAILED",
                "status_code",
                attempt.status(),
                "response",
                "",
                "error_message",
                attempt.status() == 0 ? "no answer" : "",
                "created_at",
                attempt.sentAt().toString());
    }

    @Override
    public void close() {
        post.close();
    }
}
