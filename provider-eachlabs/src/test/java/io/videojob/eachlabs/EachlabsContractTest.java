package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.http.Json;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState.Phase;
import io.videojob.testkit.Answer;
import io.videojob.testkit.VendorScript;
import io.videojob.testkit.VideoProviderContract;
import io.videojob.testkit.WebhookSigning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract of every provider, with the bodies that the vendor prints. */
class EachlabsContractTest extends VideoProviderContract {
    private static final WebhookSigning SIGNING =
            WebhookSigning.hmacSha256("X-Webhook-Signature", "X-Webhook-Timestamp", "sha256=");

    @Override
    protected VendorScript script() {
        VendorScript.Builder script = VendorScript.builder(new EachlabsFactory())
                .request(VideoRequest.builder("kling-o1/image-to-video")
                        .prompt("@Image1 learns to fly")
                        .firstFrame("https://example.com/raccoon.png")
                        .build())
                .accepted(body("answers/created"), "d63b9b70-5a2e-4c8f-9b1d-3e7a86c40f52")
                .cancels(Answer.ok(body("answers/cancel-models")), Answer.of(409, body("errors/409")))
                .webhooks(SIGNING, body("webhooks/a-succeeded-object"), "abc123-def456-ghi789", "succeeded")
                .weakerWebhook("the bare secret", (body, secret, at) -> Map.of("X-Webhook-Secret", secret))
                .lookUp(Lookup.candidates(List.of("p-1")), sent -> found(sent, Json.write(sent.body())))
                .lookUp(Lookup.notSeen(), sent -> found(sent, "{\"prompt\":\"another\"}"))
                .lookUp(Lookup.notSeen(), sent -> List.of(Answer.ok("{\"executions\":[]}")))
                .lists(
                        Listing.ALL,
                        List.of(ListedJob.builder("exec_abc123")
                                .models(List.of("flux-1-1-pro"))
                                .createdAt(Instant.parse("2026-01-01T00:00:00Z"))
                                .word("success", Phase.SUCCEEDED)
                                .cost(new BigDecimal("0.05"))
                                .build()),
                        Answer.ok(body("answers/executions")),
                        Answer.ok("{\"executions\":[],\"total_count\":1,\"offset\":1,\"limit\":100}"));
        return refusals(states(script)).build();
    }

    private static VendorScript.Builder states(VendorScript.Builder script) {
        return script.finished(
                        body("answers/success-string"),
                        "success",
                        "https://storage.example.com/predictions/abc123/image.jpg")
                .finished(
                        body("answers/success-array"),
                        "success",
                        "https://cdn-us.eachlabs.ai/uploads/9b967c93-6e1d-4a5f-b2c8-40d7e93a51f6.mp4")
                .finished(
                        body("answers/success-model-page"),
                        "success",
                        "https://cdn-us.eachlabs.ai/uploads/9b967c93-6e1d-4a5f-b2c8-40d7e93a51f6.mp4")
                .words(Phase.QUEUED, "created", "starting", "pending", "queued")
                .words(Phase.RUNNING, "processing", "running")
                .words(Phase.SUCCEEDED, "succeeded", "completed")
                .words(Phase.FAILED, "error", "failed", "failure", "timeout")
                .words(Phase.CANCELED, "cancelled", "canceled")
                .failed(body("answers/error-envelope"), FailureReason.INVALID_INPUT)
                .failed(body("answers/error-after-accept"), FailureReason.VENDOR_FAULT)
                .failed(body("answers/error-code-and-message"), FailureReason.VENDOR_FAULT)
                .failed(body("answers/success-without-files"), FailureReason.RESULT_LOST);
    }

    private static VendorScript.Builder refusals(VendorScript.Builder script) {
        Stream.of("400-empty", "400-invalid-input", "400-model-required")
                .forEach(file -> script.refuses(400, body("errors/" + file), RefusalReason.INVALID_REQUEST));
        return script.refuses(400, body("errors/model-page"), RefusalReason.INVALID_REQUEST)
                .refuses(401, body("errors/401"), RefusalReason.AUTHENTICATION)
                .refuses(401, body("errors/401-empty"), RefusalReason.AUTHENTICATION)
                .refuses(402, body("errors/402"), RefusalReason.OUT_OF_CREDITS)
                .refuses(402, body("errors/402-balance"), RefusalReason.OUT_OF_CREDITS)
                .refuses(403, body("errors/403"), RefusalReason.AUTHENTICATION)
                .refuses(404, body("errors/404-gateway"), RefusalReason.NOT_FOUND)
                .refuses(404, body("errors/404-model"), RefusalReason.NOT_FOUND)
                .refuses(404, body("errors/404-prediction"), RefusalReason.NOT_FOUND)
                .refuses(408, body("errors/408"), RefusalReason.UNAVAILABLE)
                .refuses(409, body("errors/409"), RefusalReason.OTHER)
                .refuses(422, body("errors/422"), RefusalReason.INVALID_REQUEST)
                .refuses(422, body("errors/422-empty"), RefusalReason.INVALID_REQUEST)
                .refuses(429, body("errors/429-at-once"), RefusalReason.CONCURRENCY_LIMITED)
                .refuses(429, body("errors/429-concurrent"), RefusalReason.CONCURRENCY_LIMITED)
                .refuses(429, body("errors/429-rate"), RefusalReason.RATE_LIMITED)
                .refuses(500, body("errors/500-create"), RefusalReason.UNAVAILABLE)
                .refuses(500, body("errors/500-look"), RefusalReason.UNAVAILABLE)
                .refuses(502, body("errors/502"), RefusalReason.UNAVAILABLE);
    }

    /** The list in its documented form with one row of our model, and that row's prediction with an input. */
    private static List<Answer> found(Submission sent, String input) {
        String row = "{\"id\":\"p-1\",\"model\":\"" + sent.model() + "\"}";
        return List.of(
                Answer.ok("{\"executions\":[" + row + "],\"total_count\":1,\"offset\":0,\"limit\":100}"),
                Answer.ok("{\"executions\":[],\"total_count\":1,\"offset\":1,\"limit\":100}"),
                Answer.ok(Bodies.with("answers/processing", "input", Json.read(input))));
    }
}
