package io.videojob.eachlabs;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.eachlabs.EachlabsWire.Prediction;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.http.FailureCodes;
import io.videojob.http.Json;
import io.videojob.http.Outputs;
import io.videojob.http.StatusWords;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** What the vendor's words mean. */
final class EachlabsMapper {
    static final StatusWords WORDS = new StatusWords(Map.of(
            Phase.QUEUED, List.of("created", "starting", "pending", "queued"),
            Phase.RUNNING, List.of("processing", "running"),
            Phase.SUCCEEDED, List.of("success", "succeeded", "completed"),
            Phase.FAILED, List.of("error", "failed", "failure", "timeout"),
            Phase.CANCELED, List.of("cancelled", "canceled")));

    /** A 429 for jobs at once (errors.mdx, "429: Too Many Requests") clears when one ends; any other is for a rate. */
    static final ErrorTable ERRORS = error -> error.says("concurrent executions", "executions were started at once")
            ? RefusalReason.CONCURRENCY_LIMITED
            : ErrorTable.byStatus(error);

    /** By error code, by {@code classification.category}, by status word. */
    private static final FailureCodes REASONS = FailureCodes.read(EachlabsMapper.class, "failures.properties");

    /** Where an output's links stand, the video before its by-products. */
    private static final List<String> LINK_KEYS =
            List.of("url", "video_url", "video", "videos", "output", "outputs", "image", "images", "audio_url");

    private EachlabsMapper() {}

    /** {@code status: success} of a create says no more than that it was accepted. */
    static @Nullable SubmitOutcome accepted(Response<Map<String, Object>> answer) {
        String id = Json.firstText(answer.body(), "predictionID", "prediction_id", "predictionId", "id");
        return id == null
                ? null
                : SubmitOutcome.accepted(id, WORDS.state("created").build());
    }

    static VendorState state(Prediction said) {
        String word = Json.required(Json.textAt(said.status()), "eachlabs: a prediction without a status");
        VendorState.Builder state = WORDS.state(word);
        List<Output> outputs = Outputs.linksOf(said.output(), LINK_KEYS);
        return switch (WORDS.phase(word).orElse(Phase.RUNNING)) {
            case QUEUED, RUNNING -> state.build();
            case SUCCEEDED ->
                charged(said, StatusWords.done(word, outputs))
                        .billing(Billing.BILLED)
                        .build();
            case FAILED -> charged(said, failed(said, word)).build();
            case CANCELED -> charged(said, state).build();
        };
    }

    /** The words stand in the output, as an envelope or as text, or beside it. */
    private static VendorState.Builder failed(Prediction said, String word) {
        ErrorBody error = ErrorBody.ofJob(said.output(), said.error(), said.message(), said.details());
        String category = Json.textAt(Json.unpacked(said.output()), "classification", "category");
        FailureReason reason = REASONS.reason(error.code().orElse(null), category, word);
        return VendorState.builder(Phase.FAILED, word).failure(reason, error.answer());
    }

    /**
     * {@code metrics.cost} is the authoritative charge of an ended job (billing-limits.mdx). That failed and canceled jobs cost
     * nothing, the vendor says of one product only: there it decides.
     */
    private static VendorState.Builder charged(Prediction said, VendorState.Builder state) {
        Json.amount(Json.at(said.metrics(), "cost"))
                .ifPresent(cost -> state.cost(Cost.usd(cost, Cost.Source.CHARGED))
                        .billing(cost.signum() == 0 ? Billing.NOT_BILLED : Billing.BILLED));
        return state;
    }
}
