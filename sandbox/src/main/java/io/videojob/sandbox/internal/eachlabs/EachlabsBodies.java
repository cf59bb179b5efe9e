package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Phase;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.OutputShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Eachlabs says about a prediction. */
final class EachlabsBodies {
    private static final Map<Phase, String> WORDS = Map.of(
            Phase.QUEUED, "created",
            Phase.RUNNING, "processing",
            Phase.SUCCEEDED, "success",
            Phase.FAILED, "error",
            Phase.CANCELED, "cancelled");

    private EachlabsBodies() {}

    static String word(VendorJob job, Instant now) {
        return job.word(now, WORDS);
    }

    /** The answer to a create; its "success" only means accepted. */
    static Answer created(VendorJob job) {
        String idField = job.script().idField().orElse("predictionID");
        return Answer.json(
                200,
                Json.write(Json.object(
                        "status", "success", "message", "Prediction created successfully", idField, job.id())));
    }

    /** The answer to a look: 200, also when the prediction failed. */
    static Answer prediction(VendorJob job, Vendor vendor) {
        Instant now = vendor.pace().now();
        String self = vendor.baseUrl() + "/v1/prediction/" + job.id();
        return Answer.json(
                200,
                Json.write(Json.object(
                        job.script().idField().orElse("id"),
                        job.id(),
                        "input",
                        job.input(),
                        "status",
                        word(job, now),
                        "output",
                        output(job, job.phase(now)),
                        "logs",
                        null,
                        "metrics",
                        metrics(job, vendor),
                        "urls",
                        Json.object("get", self, "cancel", self + "/cancel"))));
    }

    /** Seconds and dollars; both 0 until the end, dollars also after a bad one. */
    static Map<String, @Nullable Object> metrics(VendorJob job, Vendor vendor) {
        return Json.object(
                "predict_time",
                runSeconds(job, vendor),
                "cost",
                cost(job, vendor.pace().now()));
    }

    static BigDecimal cost(VendorJob job, Instant now) {
        return job.phase(now) == Phase.SUCCEEDED ? job.price() : BigDecimal.ZERO;
    }

    static BigDecimal runSeconds(VendorJob job, Vendor vendor) {
        return job.endedAt(vendor.pace().now())
                .map(end -> vendor.pace().vendorTime(Duration.between(job.createdAt(), end)))
                .map(run -> BigDecimal.valueOf(run.toMillis())
                        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UNNECESSARY))
                .orElse(BigDecimal.ZERO);
    }

    /** Results, or what went wrong; null until the end and after a cancel. */
    static @Nullable Object output(VendorJob job, Phase phase) {
        return switch (phase) {
            case SUCCEEDED -> job.script().output().orElse(usual(job)).write(job.links());
            case FAILED ->
                job.failure()
                        .map(failure -> failure.write(job.id(), job.model().slug()))
                        .orElse(null);
            default -> null;
        };
    }

    private static OutputShape usual(VendorJob job) {
        return job.model().makesImages() ? OutputShape.links() : OutputShape.link();
    }
}
