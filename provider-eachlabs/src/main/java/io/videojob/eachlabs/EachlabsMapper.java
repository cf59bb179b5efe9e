package io.videojob.eachlabs;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.ProtocolException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the vendor's words mean. */
final class EachlabsMapper {

    /** A 429 for jobs at once clears when one ends (errors.mdx, "429: Too Many Requests"); any other is a rate. */
    static final ErrorTable ERRORS =
            e -> e.status() == 429 && e.says("concurrent executions", "executions were started at once")
                    ? RefusalReason.CONCURRENCY_LIMITED
                    : ErrorTable.byStatus(e);

    private static final Map<String, Phase> PHASES = table(Map.of(
            Phase.QUEUED, "created starting pending queued",
            Phase.RUNNING, "processing running",
            Phase.SUCCEEDED, "success succeeded completed",
            Phase.FAILED, "error failed failure timeout",
            Phase.CANCELED, "cancelled canceled"));

    /**
     * By error code (errors.mdx), by the newer lower-case codes, by {@code classification.category}, by status word.
     *
     * <p>PROVIDER_REJECTED is for content or for a link that can't be loaded; they can't be told apart, so it counts as
     * content. After PROVIDER_FAILED the vendor advises to send once more, so it is the vendor's fault. The categories
     * PROVIDER and UNKNOWN say nothing.
     */
    private static final Map<String, FailureReason> REASONS = table(Map.of(
            FailureReason.CONTENT_REJECTED,
            "provider_rejected content_moderation",
            FailureReason.INVALID_INPUT,
            "input_validation_error input_download_error provider_bad_request invalid_input invalid_user_input"
                    + " validation",
            FailureReason.VENDOR_TIMEOUT,
            "execution_timeout timeout",
            FailureReason.VENDOR_FAULT,
            "provider_rate_limit provider_auth_error provider_server_error network_error worker_lost"
                    + " provider_failed pipeline_config_error publish_failed iteration_error"
                    + " provider_auth provider_error provider_unavailable invalid_model_config internal_error"
                    + " auth rate_limit network internal"));

    /** Where an output's links stand, the video before its by-products. */
    private static final List<String> LINK_KEYS =
            List.of("url", "video_url", "video", "videos", "output", "outputs", "image", "images", "audio_url");

    private EachlabsMapper() {}

    static VendorState state(EachlabsWire.Prediction said) {
        String word = said.status();
        if (word == null || word.isBlank()) {
            throw new ProtocolException("eachlabs: a prediction without a status", null, null);
        }
        Phase phase = PHASES.get(word.toLowerCase(Locale.ROOT));
        if (phase == null) {
            return VendorState.builder(Phase.RUNNING, word).unknownWord().build();
        }
        return switch (phase) {
            case QUEUED, RUNNING -> VendorState.builder(phase, word).build();
            case SUCCEEDED -> succeeded(said, word);
            case FAILED -> unpaid(said, failed(said, word));
            case CANCELED -> unpaid(said, VendorState.builder(phase, word));
        };
    }

    private static VendorState succeeded(EachlabsWire.Prediction said, String word) {
        List<Output> outputs =
                Trees.links(said.output(), LINK_KEYS).distinct().map(Output::of).toList();
        VendorAnswer nothing = VendorAnswer.ofMessage("the prediction is a success, its output holds no file");
        VendorState.Builder state = outputs.isEmpty()
                ? VendorState.builder(Phase.FAILED, word).failure(FailureReason.RESULT_LOST, nothing)
                : VendorState.builder(Phase.SUCCEEDED, word).outputs(outputs);
        return state.billing(Billing.BILLED).cost(cost(said).orElse(null)).build();
    }

    private static VendorState.Builder failed(EachlabsWire.Prediction said, String word) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        if (Trees.parsed(said.output()) instanceof Map<?, ?> envelope) {
            envelope.forEach((key, value) -> words.put(String.valueOf(key), Trees.parsed(value)));
        } else {
            words.put("error_message", said.output());
            words.put("error", said.error());
            words.put("message", said.message());
            words.put("details", said.details());
        }
        words.values().removeIf(value -> value == null || value.equals(""));
        ErrorBody error = ErrorBody.ofJob(words);
        Object category = words.get("classification") instanceof Map<?, ?> map ? map.get("category") : null;
        FailureReason reason = Stream.of(error.code().orElse(""), String.valueOf(category), word)
                .map(name -> REASONS.get(name.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(FailureReason.OTHER);
        return VendorState.builder(Phase.FAILED, word).failure(reason, error.answer());
    }

    /** That failed and canceled jobs cost nothing, the vendor says of one product only: the reported cost decides. */
    private static VendorState unpaid(EachlabsWire.Prediction said, VendorState.Builder state) {
        cost(said)
                .ifPresent(cost ->
                        state.cost(cost).billing(cost.amount().signum() == 0 ? Billing.NOT_BILLED : Billing.BILLED));
        return state.build();
    }

    /** {@code metrics.cost}, the authoritative charge of an ended job (billing-limits.mdx). */
    private static Optional<Cost> cost(EachlabsWire.Prediction said) {
        return said.metrics() instanceof Map<?, ?> metrics && metrics.get("cost") instanceof Number cost
                ? Optional.of(Cost.usd(new BigDecimal(cost.toString()), Cost.Source.CHARGED))
                : Optional.empty();
    }

    /** From "meaning to its words" to "word to its meaning". */
    private static <T> Map<String, T> table(Map<T, String> words) {
        Map<String, T> table = new HashMap<>();
        words.forEach((meaning, all) -> Stream.of(all.split(" ")).forEach(word -> table.put(word, meaning)));
        return Map.copyOf(table);
    }
}
