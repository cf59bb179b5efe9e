package io.videojob.aimlapi;

import static io.videojob.aimlapi.Bodies.body;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState.Phase;
import io.videojob.testkit.Answer;
import io.videojob.testkit.VendorScript;
import io.videojob.testkit.VideoProviderContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract of every provider, with the bodies that the vendor prints. */
class AimlApiContractTest extends VideoProviderContract {
    private static final String HEDGEHOG =
            "https://cdn.aimlapi.com/generations/hedgehog/1759866285599-0cdfb138-c03a-49d4-a601-4f6413e27b15.mp4";

    @Override
    protected VendorScript script() {
        VendorScript.Builder script = VendorScript.builder(new AimlApiFactory())
                .request(VideoRequest.builder("kling-o1/image-to-video")
                        .prompt("@Image1 learns to fly")
                        .firstFrame("https://example.com/raccoon.png")
                        .build())
                .accepted(body("answers/queued-usd"), "o6exWVrThO6-truuOKUEI")
                .suspectedIdHeader("x-inference-id")
                .noCancel()
                .noWebhooks()
                .lookUp(Lookup.found("inf-9"), AimlApiContractTest::logged)
                .lookUp(Lookup.notSeen(), sent -> List.of(Answer.ok(body("answers/logs"))))
                .lists(
                        Listing.ENDED,
                        List.of(row("inf-1"), row("inf-1"), row("inf-1"), row("inf-2")),
                        Answer.ok(Bodies.log(Map.of(), true)),
                        Answer.ok(Bodies.log(Map.of("inference_id", "inf-2"), false)));
        samples().forEach(script::sample);
        return refusals(states(script)).build();
    }

    /** Of fields that go only with others. */
    private static Stream<VideoRequest> samples() {
        String picture = "https://example.com/raccoon.png";
        String video = "https://example.com/raccoon.mp4";
        Stream<VideoRequest> videos = Stream.of(
                request("alibaba/happyhorse-1-0")
                        .sourceVideo(video)
                        .keepAudio(true)
                        .build(),
                request("beeble/switchx-video-to-video")
                        .sourceVideo(video)
                        .option("alpha_mode", "select")
                        .option("alpha_url", picture)
                        .option("alpha_keyframe_index", 0)
                        .build());
        Stream<VideoRequest> hugs = Stream.of("pro", "standard")
                .map(tier -> VideoRequest.builder("aimlapi:klingai/kling-video-v1.6-" + tier + "-effects")
                        .referenceImages(picture, picture)
                        .option("effect_scene", "hug")
                        .build());
        Stream<VideoRequest> silent = Stream.of("1080p", "720p")
                .map(size -> request("klingai/video-v3-omni-" + size + "-image-to-video")
                        .firstFrame(picture)
                        .lastFrame(picture)
                        .generateAudio(false)
                        .build());
        return Stream.of(videos, hugs, silent).flatMap(all -> all);
    }

    private static VideoRequest.Builder request(String model) {
        return VideoRequest.builder("aimlapi:" + model).prompt("a raccoon learns to fly");
    }

    private static VendorScript.Builder states(VendorScript.Builder script) {
        return script.finished(
                        body("answers/completed-object"),
                        "completed",
                        "https://cdn.aimlapi.com/whale/inference_output%2Fvideo%2F2025-02-07%2F0c4d54db-da1b-404a-a495-600426796415%2Foutput.mp4?REDACTED")
                .finished(body("answers/completed-list-of-objects"), "completed", HEDGEHOG)
                .finished(
                        body("answers/completed-list-of-links"),
                        "completed",
                        "https://cdn.aimlapi.com/wolf/d462f7e3-bdc6-43ac-8c2a-ac2d61dea014.mp4?REDACTED")
                .finished(body("answers/completed-with-placeholder-error"), "completed", HEDGEHOG)
                .finished(
                        body("answers/succeeded"),
                        "succeeded",
                        "https://cdn.aimlapi.com/panda/pixverse%2Fmp4%2Fmedia%2Fweb%2Fori%2FPUQnIoDi49sKyQ48-vAtQ_seed0.mp4")
                .words(Phase.QUEUED, "queued", "waiting", "pending", "submitted", "preparing")
                .words(Phase.RUNNING, "generating", "active", "processing", "running")
                .words(Phase.SUCCEEDED, "complete", "success")
                .words(Phase.FAILED, "error", "failed", "canceled", "cancelled", "expired", "timeout")
                .failed(body("answers/error-detail"), FailureReason.INVALID_INPUT)
                .failed(body("answers/error-name-message"), FailureReason.CONTENT_REJECTED)
                .failed(body("answers/error-text"), FailureReason.VENDOR_FAULT);
    }

    private static VendorScript.Builder refusals(VendorScript.Builder script) {
        Stream.of("500-internal", "500-something-wrong", "500-maintenance", "500-coupon")
                .forEach(file -> script.refuses(500, body("errors/" + file), RefusalReason.UNAVAILABLE));
        return script.refuses(400, body("errors/400-validation"), RefusalReason.INVALID_REQUEST)
                .refuses(401, body("errors/401-no-key"), RefusalReason.AUTHENTICATION)
                .refuses(401, body("errors/401-problem"), RefusalReason.AUTHENTICATION)
                .refuses(403, body("errors/403-out-of-credits"), RefusalReason.OUT_OF_CREDITS)
                .refuses(429, body("errors/429-too-many-requests"), RefusalReason.RATE_LIMITED)
                .refuses(429, body("errors/429-free-tier"), RefusalReason.OUT_OF_CREDITS)
                .refuses(429, body("errors/429-free-tier-as-printed"), RefusalReason.OUT_OF_CREDITS)
                .refuses(502, body("errors/502-html"), RefusalReason.UNAVAILABLE)
                .refuses(503, body("errors/503-unavailable"), RefusalReason.UNAVAILABLE)
                .refuses(504, body("errors/504-generation-timeout"), RefusalReason.UNAVAILABLE);
    }

    private static ListedJob row(String id) {
        return ListedJob.builder(id)
                .models(List.of("openai/gpt-5"))
                .createdAt(Instant.parse("2026-07-02T03:04:05Z"))
                .word("succeeded", Phase.SUCCEEDED)
                .cost(new BigDecimal("0.25"))
                .sendTag("customer-42")
                .build();
    }

    private static List<Answer> logged(Submission sent) {
        return List.of(Answer.ok(Bodies.log(
                Map.of("client_request_id", sent.sendTag(), "inference_id", "inf-9", "status", "succeeded"), false)));
    }
}
