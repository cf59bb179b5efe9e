package io.videojob.aimlapi;

import static java.util.Objects.requireNonNull;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.aimlapi.AimlApiWire.Generation;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.http.FailureWords;
import io.videojob.http.Json;
import io.videojob.http.Outputs;
import io.videojob.http.Reads;
import io.videojob.http.SettledId;
import io.videojob.http.StatusWords;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** What the vendor's words mean. */
final class AimlApiMapper {
    static final String INFERENCE_ID = "x-inference-id";
    private static final String USD_SPENT = "x-aimlapi-usd-spent";

    /** Nobody can cancel here, so a canceled job is one that the vendor let fall. */
    static final StatusWords WORDS = new StatusWords(Map.of(
            Phase.QUEUED, List.of("queued", "waiting", "pending", "submitted", "preparing"),
            Phase.RUNNING, List.of("generating", "active", "processing", "running"),
            Phase.SUCCEEDED, List.of("completed", "complete", "succeeded", "success"),
            Phase.FAILED, List.of("error", "failed", "canceled", "cancelled", "expired", "timeout")));

    /** "1 USD = 2,000,000 credits" (docs/faq/how-can-i-track-my-funds.md). */
    private static final BigDecimal CREDITS_IN_A_DOLLAR = new BigDecimal(2_000_000);

    /** Takes no 5xx as a refusal: the page on 5xx gives even "under maintenance" to any error without a text of its own. */
    static final ErrorTable ERRORS = error -> switch (error.status()) {
        case 403 -> error.says("out of credits") ? RefusalReason.OUT_OF_CREDITS : RefusalReason.AUTHENTICATION;
        case 429 ->
            error.says("free-tier limit")
                    ? RefusalReason.OUT_OF_CREDITS
                    : error.says("concurren") ? RefusalReason.CONCURRENCY_LIMITED : RefusalReason.RATE_LIMITED;
        default -> ErrorTable.byStatus(error);
    };

    /** The vendor documents no codes for failed jobs; as faults it has the texts of its page on 5xx. */
    private static final FailureWords REASONS = new FailureWords()
            .row(FailureReason.CONTENT_REJECTED, "policy|moderation|nsfw|safety|sensitive|prohibited|real person")
            .row(FailureReason.INVALID_INPUT, "invalid|validation|unsupported|detection_error")
            .row(FailureReason.VENDOR_TIMEOUT, "timeout|timed out|expired")
            .row(FailureReason.VENDOR_FAULT, "internal server error|something wrong with the server|bad gateway");

    private AimlApiMapper() {}

    static @Nullable SubmitOutcome accepted(Response<Generation> answer) {
        Generation job = requireNonNull(answer.body());
        String id = job.id() == null || job.id().isBlank() ? job.otherId() : job.id();
        return id == null || id.isBlank()
                ? null
                : SubmitOutcome.accepted(id, state(job, answer.headers().get(USD_SPENT)));
    }

    /** Final: images are in this answer, or nowhere; bytes come in the format that was asked for, {@code png} unless said. */
    static @Nullable SubmitOutcome made(Response<Map<String, Object>> answer, Submission submission) {
        Map<String, Object> made = requireNonNull(answer.body());
        String type = "image/" + submission.body().getOrDefault("output_format", "png");
        List<Output> images = Outputs.ofLinksOrBytes(made.get("data"), List.of("url", "b64_json"), type);
        String id = answer.headers().get(INFERENCE_ID);
        VendorState.Builder state = WORDS.state("succeeded")
                .outputs(images)
                .cost(cost(made.get("meta"), answer.headers().get(USD_SPENT), Cost.Source.CHARGED));
        return images.isEmpty()
                ? null
                : SubmitOutcome.accepted(SettledId.givenOnce(id == null ? submission.sendTag() : id), state.build());
    }

    /** The vendor answers 200 for an id that it doesn't know: that ends no job, as no 404 does. */
    static VendorState looked(Generation job) {
        if ("unknown".equalsIgnoreCase(job.status()) && job.error() != null) {
            throw Reads.notFound("aimlapi", ErrorBody.ofJob(job.error()).answer());
        }
        return state(job, null);
    }

    /** By the status alone: new pages of the vendor print completed jobs with an {@code error} beside the video. */
    static VendorState state(Generation job, @Nullable String usd) {
        VendorState.Builder state = WORDS.state(job.status());
        Phase phase = WORDS.phase(job.status()).orElse(Phase.RUNNING);
        if (phase == Phase.FAILED) {
            ErrorBody error = ErrorBody.ofJob(job.error() == null ? job.status() : job.error());
            // "A failed request is billed nothing — the hold is rolled back" (usage-logs.md)
            return state.billing(Billing.NOT_BILLED)
                    .failure(REASONS.reason(error), error.answer())
                    .build();
        }
        return phase == Phase.SUCCEEDED
                ? state.outputs(Outputs.of(job.video(), List.of("url")))
                        .cost(cost(job.meta(), usd, Cost.Source.CHARGED))
                        .build()
                : state.cost(cost(job.meta(), usd, Cost.Source.HELD)).build();
    }

    /** {@code meta.usage.usd_spent}, else its {@code credits_used}, else the header; null if none is an amount. */
    private static @Nullable Cost cost(@Nullable Object meta, @Nullable String usd, Cost.Source source) {
        return Json.amount(Json.at(meta, "usage", "usd_spent"))
                .or(() -> Json.amount(Json.at(meta, "usage", "credits_used")).map(c -> c.divide(CREDITS_IN_A_DOLLAR)))
                .or(() -> Json.amount(usd))
                .map(amount -> Cost.usd(amount, source))
                .orElse(null);
    }
}
