package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_MODEL;
import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.script.OutputShape;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AimlApiTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(AimlApiSandbox vendor, String... headers) {
        return Caller.of(vendor, headers).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
    }

    private static Reply look(AimlApiSandbox vendor, String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return Caller.of(vendor).get(AIMLAPI_VIDEOS + "?generation_id=" + encoded);
    }

    @Test
    void aJobGoesFromQueuedOverGeneratingToCompleted(AimlApiSandbox vendor) {
        Reply created = create(vendor);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.string("status")).isEqualTo("queued");
        String id = created.string("id");
        assertThat(id).endsWith(":" + AIMLAPI_MODEL);

        clock.advance(Duration.ofMinutes(1));
        assertThat(look(vendor, id).string("status")).isEqualTo("generating");
        assertThat(look(vendor, id).json()).containsOnlyKeys("id", "status");

        clock.advance(Duration.ofMinutes(2));
        Reply done = look(vendor, id);
        assertThat(done.string("status")).isEqualTo("completed");
        assertThat(done.json()).doesNotContainKey("meta");
        assertThat(done.string("video", "url")).startsWith(vendor.baseUrl() + "/files/");
        assertThat(vendor.looks()).isEqualTo(3);
    }

    @Test
    void theSubmitTellsTheCostAndTheIds(AimlApiSandbox vendor) {
        Reply created = create(vendor, "X-Client-Request-Id", "job.1:send-2");
        assertThat(created.at("meta", "usage", "credits_used")).isEqualTo(1_680_000L);
        assertThat(created.at("meta", "usage", "usd_spent")).isEqualTo(new BigDecimal("0.840"));
        assertThat(created.header("x-aimlapi-credits-used")).isEqualTo("1680000");
        assertThat(created.header("x-inference-id")).isEqualTo(created.string("id"));
        assertThat(created.header("x-client-request-id")).isEqualTo("job.1:send-2");
        assertThat(created.header("x-request-id")).isNotEmpty();
    }

    @Test
    void aJobThatEndsBeforeItsCreateIsAnsweredWasSaidToBeCompletedWithoutItsFilm(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.success().endBeforeAnswer());
        Reply created = create(vendor);
        assertThat(created.string("status")).isEqualTo("completed");
        assertThat(created.string("video", "url")).endsWith(".mp4");
        assertThat(created.at("meta", "usage", "usd_spent")).isEqualTo(new BigDecimal("0.840"));
    }

    @Test
    void aClientRequestIdWithOtherCharactersIsSilentlyDropped(AimlApiSandbox vendor) {
        Reply created = create(vendor, "X-Client-Request-Id", "no spaces");
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("x-client-request-id")).isEmpty();
    }

    @Test
    void onlyTheRightBearerKeyIsTaken(AimlApiSandbox vendor) {
        for (Caller caller : List.of(
                Caller.withoutKey(vendor),
                Caller.withoutKey(vendor, "Authorization", "Bearer wrong"),
                Caller.withoutKey(vendor, "X-API-Key", vendor.key()))) {
            Reply refused = caller.post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.string("error", "name")).isEqualTo("UnauthorizedException");
            assertThat(refused.string("instance")).isEqualTo(AIMLAPI_VIDEOS);
        }
        assertThat(vendor.jobs()).isEmpty();
    }

    @Test
    void unknownModelsIdsAndPathsAre404(AimlApiSandbox vendor) {
        Caller caller = Caller.of(vendor);
        assertThat(caller.post(AIMLAPI_VIDEOS, "model", "klingai/video-o2", "prompt", "x")
                        .status())
                .isEqualTo(404);
        assertThat(caller.post(AIMLAPI_VIDEOS, Json.write(Samples.image(1))).status())
                .isEqualTo(404);
        assertThat(look(vendor, "nobody").status()).isEqualTo(404);
        assertThat(look(vendor, "nobody").header("x-inference-id")).isEmpty();
        assertThat(caller.get(AIMLAPI_VIDEOS + "/some-id").status()).isEqualTo(404);
        assertThat(caller.get("/v3/anything").string("error", "name")).isEqualTo("NotFoundException");
    }

    @Test
    void aBadBodyIsRefusedWithHints(AimlApiSandbox vendor) {
        Map<String, @Nullable Object> body = Samples.aimlapi();
        body.put("aspect_ratio", "auto");
        Reply refused = Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(body));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("message"))
                .isEqualTo(
                        "Body validation error\nInvalid enum value. Expected '16:9' | '9:16' | '1:1', received 'auto'");
        assertThat(refused.json()).containsOnlyKeys("message", "path", "requestId", "statusCode", "timestamp");
        assertThat(vendor.creates().get(0).problems())
                .singleElement()
                .asString()
                .startsWith("aspect_ratio");
        assertThat(vendor.creates().get(0).jobId()).isEmpty();
    }

    @Test
    void unknownFieldsAndADurationAsTextPassAndAreOnRecord(AimlApiSandbox vendor) {
        Map<String, @Nullable Object> body = Samples.aimlapi();
        body.put("duration", "10");
        body.put("seed", 7);
        assertThat(Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(body)).status())
                .isEqualTo(200);
        assertThat(vendor.creates().get(0).problems()).hasSize(2);
    }

    @Test
    void anAliasNamesTheSameModel(AimlApiSandbox vendor) {
        Map<String, @Nullable Object> body = Samples.aimlapi();
        body.put("model", "kling-video/o1/video-to-video/reference");
        Reply created = Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(body));
        assertThat(created.string("id")).endsWith(":" + AIMLAPI_MODEL);
    }

    @Test
    void onlyACompletedJobIsBilled(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.success(), JobScript.failure(Failure.named("ContentPolicy", "blocked")));
        create(vendor);
        String failing = create(vendor).string("id");
        assertThat(vendor.bill()).isEqualTo(Bill.NOTHING);
        assertThat(vendor.expectedBill()).isEqualTo(new Bill(1, new BigDecimal("0.84")));

        clock.advance(Duration.ofMinutes(4));
        assertThat(vendor.bill()).isEqualTo(new Bill(1, new BigDecimal("0.84")));
        assertThat(look(vendor, failing).string("status")).isEqualTo("error");
        assertThat(look(vendor, failing).string("error", "message")).isEqualTo("blocked");
    }

    @Test
    void oddWordsShapesAndIdNamesCanBeScripted(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.success()
                .saying("waiting", "reviewing")
                .endAs("succeeded")
                .output(OutputShape.links())
                .idField("generation_id")
                .placeholderError());
        Reply created = create(vendor);
        String id = created.string("generation_id");
        assertThat(created.json()).doesNotContainKey("id").containsEntry("status", "waiting");

        clock.advance(Duration.ofSeconds(100));
        assertThat(look(vendor, id).string("status")).isEqualTo("reviewing");
        clock.advance(Duration.ofSeconds(100));
        Reply done = look(vendor, id);
        assertThat(done.string("status")).isEqualTo("succeeded");
        assertThat(done.list("video")).singleElement().asString().endsWith(".mp4");
        assertThat(done.string("error", "name")).isEqualTo("<name>");
    }

    @Test
    void failuresComeInEveryShapeThatWasSeen(AimlApiSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        vendor.nextJob(
                JobScript.failure(
                        Failure.details("Could not detect face in the image", "face_detection_error", "image_url")),
                JobScript.failure(Failure.text("it broke")),
                JobScript.failure(Failure.silent()).endAs("failed"));
        String details = create(vendor).string("id");
        assertThat(look(vendor, details).at("error", "detail", 0, "loc")).isEqualTo(List.of("body", "image_url"));
        assertThat(look(vendor, create(vendor).string("id")).at("error")).isEqualTo("it broke");
        Reply silent = look(vendor, create(vendor).string("id"));
        assertThat(silent.at("error")).isNull();
        assertThat(silent.string("status")).isEqualTo("failed");
    }

    @Test
    void aHeldJobRunsUntilItIsFinished(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.success().hold());
        String id = create(vendor).string("id");
        clock.advance(Duration.ofDays(1));
        assertThat(look(vendor, id).string("status")).isEqualTo("generating");
        vendor.finish(id);
        assertThat(look(vendor, id).string("status")).isEqualTo("completed");
    }

    @Test
    void thereAreNoLimitsUnlessTheyAreAskedFor(AimlApiSandbox vendor) {
        for (int i = 0; i < 12; i++) {
            assertThat(create(vendor).status()).isEqualTo(200);
        }
        vendor.limits(Limits.of(0, 12));
        Reply refused = create(vendor);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.string("message")).isEqualTo("Too Many Requests");
        assertThat(vendor.tooManyRequests()).isEqualTo(1);
        assertThat(vendor.mostInFlight()).isEqualTo(12);
    }

    @Test
    void picturesComeWithTheAnswerAndAreBilledAtOnce(AimlApiSandbox vendor) {
        Reply made = Caller.of(vendor).post("/v1/images/generations", Json.write(Samples.image(3)));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.list("data")).hasSize(3);
        assertThat(made.at("data", 0, "b64_json")).isNull();
        assertThat(made.at("meta", "usage", "credits_used")).isEqualTo(176_400L);
        assertThat(made.header("x-inference-id")).isNotEmpty();
        assertThat(vendor.bill()).isEqualTo(new Bill(1, new BigDecimal("0.0882")));

        byte[] png =
                Caller.withoutKey(vendor).get(made.string("data", 2, "url")).bytes();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void picturesComeAsBase64WhenScripted(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.success().base64());
        Reply made = Caller.of(vendor).post("/v1/images/generations", Json.write(Samples.image(1)));
        assertThat(made.at("data", 0, "url")).isNull();
        assertThat(Base64.getDecoder().decode(made.string("data", 0, "b64_json")))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aPictureThatFailsIsAnErrorAndUnbilled(AimlApiSandbox vendor) {
        vendor.nextJob(JobScript.failure(Failure.silent()));
        Reply failed = Caller.of(vendor).post("/v1/images/generations", Json.write(Samples.image(1)));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(vendor.bill()).isEqualTo(Bill.NOTHING);
    }
}
