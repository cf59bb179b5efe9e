package io.videojob.atelier;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState.Phase;
import io.videojob.spi.VideoProviderFactory;
import io.videojob.testkit.Answer;
import io.videojob.testkit.VendorScript;
import io.videojob.testkit.WebhookSigning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What Atelier documents. A real vendor's bodies lie in files that say where they were printed. */
public final class AtelierScript {
    private static final String DONE = """
            {"number": "41", "stage": "in the can", "minutes": 3, "reels": [{"href": "https://cdn.atelier.example/41.mp4?sig=1"}]}
            """;

    private AtelierScript() {}

    /** The script, for this factory or one that does a little wrong. */
    public static VendorScript of(VideoProviderFactory factory) {
        return builder(factory).build();
    }

    /** The same, to be changed a little. */
    public static VendorScript.Builder builder(VideoProviderFactory factory) {
        return VendorScript.builder(factory)
                .request(VideoRequest.builder("kling-o1/image-to-video")
                        .prompt("@Image1 learns to fly")
                        .firstFrame("https://example.com/raccoon.png")
                        .build())
                .accepted("{\"number\": \"41\", \"stage\": \"on the shelf\", \"position\": 2}", "41")
                .finished(DONE, "in the can", "https://cdn.atelier.example/41.mp4?sig=1")
                .finished("""
                        {"stage": "in the can", "reels": ["https://cdn.atelier.example/1.mp4", "https://cdn.atelier.example/2.mp4"]}
                        """, "in the can", "https://cdn.atelier.example/1.mp4", "https://cdn.atelier.example/2.mp4")
                .words(Phase.QUEUED, "on the shelf")
                .words(Phase.RUNNING, "drawing", "inking")
                .words(Phase.FAILED, "spoiled")
                .words(Phase.CANCELED, "torn up")
                .failed(
                        "{\"stage\": \"spoiled\", \"complaint\": \"The script is indecent.\"}",
                        FailureReason.CONTENT_REJECTED)
                .failed("{\"stage\": \"spoiled\", \"complaint\": \"spilled ink\"}", FailureReason.VENDOR_FAULT)
                .failed("{\"stage\": \"spoiled\"}", FailureReason.OTHER)
                .refuses(400, "{\"error\": \"no such paper\"}", RefusalReason.INVALID_REQUEST)
                .refuses(401, "{\"error\": \"no ticket\"}", RefusalReason.AUTHENTICATION)
                .refuses(429, "{\"error\": \"all easels are taken\"}", RefusalReason.CONCURRENCY_LIMITED)
                .refuses(503, "{\"error\": \"out to lunch\"}", RefusalReason.UNAVAILABLE)
                .suspectedIdHeader("Atelier-Film")
                .cancels(Answer.ok("{\"stage\": \"torn up\"}"), Answer.of(409, "{\"error\": \"the film is done\"}"))
                .webhooks(
                        WebhookSigning.hmacSha256("Atelier-Seal", "Atelier-Sealed-At", "v1="), DONE, "41", "in the can")
                .weakerWebhook("the bare seal", (body, secret, at) -> Map.of("Atelier-Seal", secret))
                .lookUp(Lookup.found("41"), AtelierScript::listed)
                .lookUp(Lookup.notSeen(), sent -> List.of(Answer.ok("{\"films\": []}")))
                .lists(
                        Listing.ALL,
                        List.of(
                                done(),
                                ListedJob.builder("40")
                                        .word("drawing", Phase.RUNNING)
                                        .build()),
                        Answer.ok("""
                                {"films": [{"number": "41", "style": "flipbook-9", "ordered": "2026-01-01T09:00:00Z",
                                 "stage": "in the can", "bill": {"dollars": 0.75}, "reference": "mine-1"}]}
                                """),
                        Answer.ok("{\"films\": [{\"number\": \"40\", \"stage\": \"drawing\"}]}"),
                        Answer.ok("{\"films\": []}"));
    }

    private static ListedJob done() {
        return ListedJob.builder("41")
                .models(List.of("flipbook-9"))
                .createdAt(Instant.parse("2026-01-01T09:00:00Z"))
                .word("in the can", Phase.SUCCEEDED)
                .cost(new BigDecimal("0.75"))
                .sendTag("mine-1")
                .build();
    }

    /** As if it could do no more than it must. */
    public static VendorScript bare(VideoProviderFactory factory) {
        return builder(factory).noCancel().noWebhooks().noLookUp().noList().build();
    }

    /** As if the references in a list weren't ours: who looks for a lost job finds candidates. */
    public static VendorScript vague(VideoProviderFactory factory) {
        return builder(factory)
                .noLookUp()
                .lookUp(Lookup.candidates(List.of("41")), AtelierScript::listed)
                .lookUp(Lookup.notSeen(), sent -> List.of(Answer.ok("{\"films\": []}")))
                .build();
    }

    private static List<Answer> listed(Submission sent) {
        return List.of(Answer.ok("{\"films\": [{\"number\": \"41\", \"reference\": \"" + sent.sendTag() + "\"}]}"));
    }
}
