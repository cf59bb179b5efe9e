package io.videojob.aimlapi;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.http.Json;
import io.videojob.http.Outputs;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the vendor's words mean. */
final class AimlApiMapper {
    /** Nobody can cancel here, so a canceled job is one that the vendor let fall. */
    private static final Map<Phase, Set<String>> WORDS = Map.of(
            Phase.QUEUED, Set.of("queued", "waiting", "pending", "submitted", "preparing"),
            Phase.RUNNING, Set.of("generating", "active", "processing", "running"),
            Phase.SUCCEEDED, Set.of("completed", "complete", "succeeded", "success"),
            Phase.FAILED, Set.of("error", "failed", "canceled", "cancelled", "expired", "timeout"));

    /** "1 USD = 2,000,000 credits" (docs/faq/how-can-i-track-my-funds.md). */
    private static final BigDecimal CREDITS_IN_A_DOLLAR = new BigDecimal(2_000_000);

    /** Takes no 5xx as a refusal: the page on 5xx gives even "under maintenance" to any error without a text of its own. */
    static final ErrorTable ERRORS = error -> {
        boolean noMoney = (error.status() == 403 && error.says("out of credits"))
                || (error.status() == 429 && error.says("free-tier limit"));
        boolean tooManyJobs = error.status() == 429 && error.says("concurren");
        return noMoney
                ? RefusalReason.OUT_OF_CREDITS
                : tooManyJobs ? RefusalReason.CONCURRENCY_LIMITED : ErrorTable.byStatus(error);
    };

    private AimlApiMapper() {}

    /** By the status alone: new pages of the vendor print completed jobs with an {@code error} beside the video. */
    static VendorState state(AimlApiWire.Generation job, @Nullable String usdHeader) {
        String word = job.status() == null ? "" : job.status().strip();
        String lower = word.toLowerCase(Locale.ROOT);
        ErrorBody error = ErrorBody.ofJob(job.error());
        if (lower.equals("unknown") && job.error() != null) {
            // how a poll answers for an id that it doesn't know; says nothing about money
            return failed(word, reason(lower, error), error.answer(), Billing.UNKNOWN);
        }
        Phase phase = WORDS.keySet().stream()
                .filter(p -> WORDS.getOrDefault(p, Set.of()).contains(lower))
                .findFirst()
                .orElse(null);
        if (phase == Phase.FAILED) {
            // "A failed request is billed nothing — the hold is rolled back" (usage-logs.md)
            return failed(word, reason(lower, error), error.answer(), Billing.NOT_BILLED);
        }
        boolean done = phase == Phase.SUCCEEDED;
        VendorState.Builder state = VendorState.builder(phase == null ? Phase.RUNNING : phase, word)
                .outputs(done ? Outputs.of(job.video(), List.of("url")) : List.of())
                .cost(cost(job.meta(), usdHeader, done ? Cost.Source.CHARGED : Cost.Source.HELD));
        return phase == null ? state.unknownWord().build() : state.build();
    }

    static VendorState failed(String word, FailureReason reason, VendorAnswer words, Billing billing) {
        return VendorState.builder(Phase.FAILED, word)
                .failure(reason, words)
                .billing(billing)
                .build();
    }

    /**
     * The vendor documents no codes for failed jobs. So content comes first, and only its own texts for faults are faults:
     * what can't be told apart from a refused content must not be tried elsewhere.
     */
    private static FailureReason reason(String word, ErrorBody error) {
        if (error.says("policy", "moderation", "nsfw", "safety", "sensitive", "prohibited", "inappropriate", "violat")
                || error.says("real person", "blocked", "flagged", "copyright")) {
            return FailureReason.CONTENT_REJECTED;
        }
        if (word.equals("expired") || word.equals("timeout") || error.says("timeout", "timed out")) {
            return FailureReason.VENDOR_TIMEOUT;
        }
        if (error.says("invalid", "validation", "unsupported", "detection_error")) {
            return FailureReason.INVALID_INPUT;
        }
        return error.says(
                        "internal server error",
                        "something wrong with the server",
                        "bad gateway",
                        "service unavailable")
                ? FailureReason.VENDOR_FAULT
                : FailureReason.OTHER;
    }

    /** Links, or the images themselves, which come in the format that was asked for: {@code png} unless said. */
    static List<Output> images(@Nullable Object data, Object format) {
        String type = "image/" + format;
        return Outputs.of(data, List.of("url", "b64_json")).stream()
                .map(o -> o.uri().contains(":") ? o : Output.of("data:" + type + ";base64," + o.uri(), type))
                .toList();
    }

    /** {@code meta.usage.usd_spent}, else its {@code credits_used}, else the header; null if none is an amount. */
    static @Nullable Cost cost(@Nullable Object meta, @Nullable String usdHeader, Cost.Source source) {
        return Json.amount(Json.at(meta, "usage", "usd_spent"))
                .or(() -> Json.amount(Json.at(meta, "usage", "credits_used")).map(c -> c.divide(CREDITS_IN_A_DOLLAR)))
                .or(() -> Json.amount(usdHeader))
                .map(usd -> Cost.usd(usd, source))
                .orElse(null);
    }
}
