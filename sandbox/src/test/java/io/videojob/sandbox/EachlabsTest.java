package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.EACHLABS_MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.OutputShape;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EachlabsTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(EachlabsSandbox vendor, Map<String, @Nullable Object> body) {
        return Caller.of(vendor).post("/v1/prediction/", Json.write(body));
    }

    private static Reply createWith(EachlabsSandbox vendor, String field, @Nullable Object value) {
        Map<String, @Nullable Object> input = Samples.eachlabsInput();
        input.put(field, value);
        return create(vendor, Json.object("model", EACHLABS_MODEL, "input", input));
    }

    private static Reply look(EachlabsSandbox vendor, String id) {
        return Caller.of(vendor).get("/v1/prediction/" + id);
    }

    @Test
    void aJobGoesFromCreatedOverProcessingToSuccess(EachlabsSandbox vendor) {
        Reply created = create(vendor, Samples.eachlabs());
        assertThat(created.json()).containsOnlyKeys("status", "message", "predictionID");
        assertThat(created.string("status")).isEqualTo("success");
        String id = created.string("predictionID");

        Reply early = look(vendor, id);
        assertThat(early.string("status")).isEqualTo("created");
        assertThat(early.at("input")).isEqualTo(Samples.eachlabsInput());
        assertThat(early.at("output")).isNull();
        assertThat(early.at("metrics", "cost")).isEqualTo(0L);

        clock.advance(Duration.ofSeconds(100));
        assertThat(look(vendor, id).string("status")).isEqualTo("processing");
        clock.advance(Duration.ofSeconds(80));
        Reply done = look(vendor, id);
        assertThat(done.string("status")).isEqualTo("success");
        assertThat(done.string("output"))
                .startsWith(vendor.baseUrl() + "/files/")
                .endsWith(".mp4");
        assertThat(done.at("metrics", "cost")).isEqualTo(new BigDecimal("0.70"));
        assertThat(done.at("metrics", "predict_time")).isEqualTo(new BigDecimal("180.000"));
        assertThat(done.string("urls", "cancel")).endsWith("/v1/prediction/" + id + "/cancel");
    }

    @Test
    void eitherKeyHeaderOpensTheDoorAndNothingElse(EachlabsSandbox vendor) {
        Caller bearer = Caller.withoutKey(vendor, "Authorization", "Bearer " + vendor.key());
        assertThat(bearer.post("/v1/prediction", Json.write(Samples.eachlabs())).status())
                .isEqualTo(200);

        Caller wrong = Caller.withoutKey(vendor, "X-API-Key", "wrong");
        Reply refused = wrong.post("/v1/prediction", Json.write(Samples.eachlabs()));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.string("error")).isEqualTo("Invalid or missing API key");
        assertThat(wrong.get("/v1/prediction/some-id").text()).isEqualTo("{}");
    }

    @Test
    void theRequestIdIsEchoed(EachlabsSandbox vendor) {
        Caller tagged = Caller.of(vendor, "X-Request-Id", "tag-7");
        assertThat(tagged.get("/v1/prediction/nobody").header("X-Request-Id")).isEqualTo("tag-7");
        assertThat(Caller.of(vendor).get("/v1/prediction/nobody").header("X-Request-Id"))
                .isNotEmpty();
    }

    @Test
    void eachWayToAskWronglyHasItsAnswer(EachlabsSandbox vendor) {
        Caller caller = Caller.of(vendor);
        assertThat(caller.post("/v1/prediction", "{\"model\"").status()).isEqualTo(422);
        assertThat(caller.post("/v1/prediction", "input", Json.object()).string("error"))
                .isEqualTo("model field is required");
        assertThat(caller.post("/v1/prediction", "model", "kling-o9", "input", Json.object())
                        .string("error"))
                .isEqualTo("Failed to fetch model: model not found");
        assertThat(caller.post("/v1/prediction", "model", EACHLABS_MODEL).text())
                .isEqualTo("{}");
        assertThat(caller.get("/v1/prediction/nobody").string("error")).isEqualTo("Prediction not found");
        assertThat(caller.get("/v1/nothing").string("error")).isEqualTo("not found");
        assertThat(caller.post("/v1/prediction/nobody/cancel", "").status()).isEqualTo(404);
        assertThat(caller.post("/v1/prediction", "x".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
        assertThat(vendor.jobs()).isEmpty();
    }

    @Test
    void aFieldTheSchemaLacksIsRefused(EachlabsSandbox vendor) {
        Reply refused = createWith(vendor, "webhook_url", "https://example.com/hook");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("status")).isEqualTo(400L);
        assertThat(refused.string("error")).isEqualTo("Invalid input for model");
        assertThat(refused.list("details")).singleElement().asString().startsWith("webhook_url");
    }

    @Test
    void aNullInTheInputIsA500(EachlabsSandbox vendor) {
        Reply failed = createWith(vendor, "aspect_ratio", null);
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.string("error")).isEqualTo("Failed to create prediction");
    }

    @Test
    void mediaMustBePublicAndHttps(EachlabsSandbox vendor) {
        for (String link : List.of(
                "http://example.com/a.mp4",
                "https://localhost/a.mp4",
                "https://192.168.1.2/a.mp4",
                "data:video/mp4;base64,AAAA")) {
            assertThat(createWith(vendor, "video_url", link).status()).as(link).isEqualTo(400);
        }
    }

    @Test
    void durationIsTextHere(EachlabsSandbox vendor) {
        assertThat(createWith(vendor, "duration", 5).status()).isEqualTo(400);
        assertThat(createWith(vendor, "duration", "10").status()).isEqualTo(200);
    }

    @Test
    void imagesAndElementsCountTogether(EachlabsSandbox vendor) {
        Map<String, @Nullable Object> input = Samples.eachlabsInput();
        Map<String, ?> element =
                Json.object("frontal_image_url", Samples.IMAGE, "reference_image_urls", List.of(Samples.IMAGE));
        input.put("elements", List.of(element, element));
        input.put("image_urls", List.of(Samples.IMAGE, Samples.IMAGE));
        Map<String, @Nullable Object> body = Json.object("model", EACHLABS_MODEL, "input", input);
        assertThat(create(vendor, body).status()).isEqualTo(200);
        input.put("image_urls", List.of(Samples.IMAGE, Samples.IMAGE, Samples.IMAGE));
        assertThat(create(vendor, body).list("details"))
                .singleElement()
                .asString()
                .contains("At most 4 together");
    }

    @Test
    void anElementWithoutOtherViewsPassesTheSchemaAndFailsUnbilled(EachlabsSandbox vendor) {
        Reply created = createWith(vendor, "elements", List.of(Json.object("frontal_image_url", Samples.IMAGE)));
        assertThat(created.status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(3));
        Reply failed = look(vendor, created.string("predictionID"));
        assertThat(failed.string("status")).isEqualTo("error");
        assertThat(failed.string("output", "error_message"))
                .isEqualTo("elementReferList: size must be between 1 and 3");
        assertThat(vendor.bill()).isEqualTo(Bill.NOTHING);
    }

    @Test
    void aFailureComesInTheVendorsEnvelopeWith200(EachlabsSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        vendor.nextJob(
                JobScript.failure(Failure.envelope("PROVIDER_REJECTED", "PROVIDER", "unsafe")),
                JobScript.failure(Failure.text("Error: it broke")).endAs("failed"));
        String id = Samples.create(vendor);
        Reply failed = look(vendor, id);
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.string("status")).isEqualTo("error");
        assertThat(failed.string("output", "error_code")).isEqualTo("PROVIDER_REJECTED");
        assertThat(failed.string("output", "execution_id")).isEqualTo(id);
        assertThat(failed.string("output", "model_slug")).isEqualTo(EACHLABS_MODEL);
        assertThat(failed.at("metrics", "cost")).isEqualTo(0L);
        assertThat(look(vendor, Samples.create(vendor)).at("output")).isEqualTo("Error: it broke");
    }

    @Test
    void outputsComeInEveryShapeThatWasSeen(EachlabsSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        vendor.nextJob(
                JobScript.success().output(OutputShape.links()),
                JobScript.success().output(OutputShape.nested("video", "url")),
                JobScript.success().output(OutputShape.jsonText()));
        assertThat(look(vendor, Samples.create(vendor)).list("output")).hasSize(1);
        assertThat(look(vendor, Samples.create(vendor)).string("output", "video", "url"))
                .endsWith(".mp4");
        String text = look(vendor, Samples.create(vendor)).string("output");
        assertThat(Json.readObject(text)).containsOnlyKeys("url");
    }

    @Test
    void picturesAreAListOfLinks(EachlabsSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        Map<String, @Nullable Object> input =
                Json.object("prompt", "a raccoon", "image_urls", List.of(Samples.IMAGE), "num_images", 2);
        String id =
                create(vendor, Json.object("model", "kling-o1", "input", input)).string("predictionID");
        assertThat(look(vendor, id).list("output")).hasSize(2);
        assertThat(vendor.bill()).isEqualTo(new Bill(1, new BigDecimal("0.056")));
    }

    @Test
    void aCancelEndsTheJobUnbilledUnlessItIsIgnored(EachlabsSandbox vendor) {
        vendor.nextJob(JobScript.success(), JobScript.success().ignoreCancel());
        String canceled = Samples.create(vendor);
        String stubborn = Samples.create(vendor);
        for (String id : List.of(canceled, stubborn)) {
            Reply answer = Caller.of(vendor).post("/v1/prediction/" + id + "/cancel", "");
            assertThat(answer.string("status")).isEqualTo("cancelled");
            assertThat(answer.string("predictionID")).isEqualTo(id);
        }
        clock.advance(Duration.ofMinutes(3));
        assertThat(look(vendor, canceled).string("status")).isEqualTo("cancelled");
        assertThat(look(vendor, canceled).at("output")).isNull();
        assertThat(look(vendor, stubborn).string("status")).isEqualTo("success");
        assertThat(vendor.bill().jobs()).isEqualTo(1);
    }

    @Test
    void executionsAreListedNewestFirstWithoutTheirInput(EachlabsSandbox vendor) {
        String first = Samples.create(vendor);
        clock.advance(Duration.ofMinutes(3));
        String second = Samples.create(vendor);
        Reply list = Caller.of(vendor).get("/v1/executions?model=" + EACHLABS_MODEL + "&limit=100");
        assertThat(list.string("executions", 0, "id")).isEqualTo(second);
        assertThat(list.string("executions", 0, "status")).isEqualTo("created");
        assertThat(list.at("executions", 0, "completed_at")).isNull();
        assertThat(list.string("executions", 1, "id")).isEqualTo(first);
        assertThat(list.at("executions", 1, "execution_cost")).isEqualTo(new BigDecimal("0.70"));
        assertThat(Json.asObject(list.at("executions", 0))).doesNotContainKey("input");
    }

    @Test
    void executionsAreFilteredByModelAndTime(EachlabsSandbox vendor) {
        Samples.create(vendor);
        Instant between = clock.now().plusSeconds(30);
        clock.advance(Duration.ofMinutes(1));
        String second = Samples.create(vendor);
        Caller caller = Caller.of(vendor);
        assertThat(caller.get("/v1/executions?from=" + between).list("executions"))
                .hasSize(1);
        assertThat(caller.get("/v1/executions?from=" + between).string("executions", 0, "id"))
                .isEqualTo(second);
        assertThat(caller.get("/v1/executions?to=" + between).list("executions"))
                .hasSize(1);
        assertThat(caller.get("/v1/executions?model=kling-o1").list("executions"))
                .isEmpty();
        assertThat(caller.get("/v1/executions?offset=1").list("executions")).hasSize(1);
        assertThat(caller.get("/v1/executions?limit=101").status()).isEqualTo(400);
        assertThat(caller.get("/v1/executions?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void theNewerExecutionsPageByCursor(EachlabsSandbox vendor) {
        String first = Samples.create(vendor);
        Samples.create(vendor);
        Samples.create(vendor);
        Reply page = Caller.of(vendor).get("/v2/executions?limit=2");
        assertThat(page.at("has_more")).isEqualTo(true);
        Reply last = Caller.of(vendor).get("/v2/executions?limit=2&cursor=" + page.string("next_cursor"));
        assertThat(last.list("executions")).hasSize(1);
        assertThat(last.string("executions", 0, "id")).isEqualTo(first);
        assertThat(last.at("has_more")).isEqualTo(false);
        assertThat(Caller.of(vendor).get("/v2/executions?cursor=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void aFallbackSelectorIsNotForThisAccount(EachlabsSandbox vendor) {
        Map<String, @Nullable Object> body = Samples.eachlabs();
        body.put("fallback_selector", "my-fallback");
        assertThat(create(vendor, body).status()).isEqualTo(403);
    }
}
