package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_MODEL;
import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static io.videojob.sandbox.Samples.EACHLABS_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the vendors do to their models while programs rely on them. */
class DriftTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    private static List<Object> ids(AimlApiSandbox vendor) {
        return Caller.withoutKey(vendor).get("/v1/models").objects("data").stream()
                .map(model -> (Object) String.valueOf(model.get("id")))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> deprecations(AimlApiSandbox vendor, String query) {
        return Caller.withoutKey(vendor).get("/v1/models/deprecations" + query).objects("data");
    }

    private static Reply create(AimlApiSandbox vendor, String model) {
        Map<String, @Nullable Object> body = Samples.aimlapi();
        body.put("model", model);
        return Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(body));
    }

    private static Reply create(EachlabsSandbox vendor, String model, @Nullable Object... input) {
        return Caller.of(vendor).post("/v1/prediction", "model", model, "input", Json.object(input));
    }

    @Test
    void aModelThatIsGoneIsNeitherListedNorFound(Sandbox sandbox) {
        sandbox.aimlapi().withoutModel(AIMLAPI_MODEL);
        assertThat(ids(sandbox.aimlapi())).hasSize(141).doesNotContain(AIMLAPI_MODEL);
        assertThat(create(sandbox.aimlapi(), AIMLAPI_MODEL).status()).isEqualTo(404);
        assertThat(create(sandbox.aimlapi(), "kling-video/o1/video-to-video/reference")
                        .status())
                .as("its alias")
                .isEqualTo(404);
        assertThat(deprecations(sandbox.aimlapi(), "")).isEmpty();

        sandbox.eachlabs().withoutModel("veo-3");
        Caller anybody = Caller.withoutKey(sandbox.eachlabs());
        assertThat(anybody.get("/v1/models?limit=500").items()).hasSize(192);
        assertThat(anybody.get("/v1/models/veo-3").status()).isEqualTo(404);
        Reply refused = create(sandbox.eachlabs(), "veo-3", "prompt", "p");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.string("error")).isEqualTo("Failed to fetch model: model not found");
        assertThat(sandbox.eachlabs().jobs()).isEmpty();
    }

    @Test
    void aNewModelIsListedAndServes(Sandbox sandbox) {
        sandbox.aimlapi().newModel("klingai/video-o2");
        assertThat(ids(sandbox.aimlapi())).hasSize(143).contains("klingai/video-o2");
        assertThat(create(sandbox.aimlapi(), "klingai/video-o2").status()).isEqualTo(200);

        sandbox.eachlabs().newModel("kling-o2");
        assertThat(Caller.withoutKey(sandbox.eachlabs())
                        .get("/v1/models?name=kling-o2")
                        .items())
                .singleElement()
                .satisfies(model -> assertThat(model).containsEntry("title", "kling-o2"));
        assertThat(create(sandbox.eachlabs(), "kling-o2", "prompt", "p").status())
                .isEqualTo(200);
        assertThat(create(sandbox.eachlabs(), "kling-o2").status()).isEqualTo(400);
    }

    @Test
    void aModelWithAnEndLeavesTheListAndServesUntilThatDay(AimlApiSandbox vendor) {
        vendor.deprecate(AIMLAPI_MODEL, today().plusDays(10), "klingai/video-v3-omni-1080p-text-to-video");
        assertThat(ids(vendor)).doesNotContain(AIMLAPI_MODEL);
        assertThat(create(vendor, AIMLAPI_MODEL).status()).isEqualTo(200);
        assertThat(deprecations(vendor, ""))
                .containsExactly(Json.object(
                        "id",
                        AIMLAPI_MODEL,
                        "aliases",
                        List.of("kling-video/o1/video-to-video/reference"),
                        "status",
                        "deprecated",
                        "deprecated_at",
                        today().toString(),
                        "shutdown_at",
                        today().plusDays(10).toString(),
                        "replaced_by",
                        "klingai/video-v3-omni-1080p-text-to-video",
                        "reason",
                        null));

        clock.advance(Duration.ofDays(10));
        assertThat(create(vendor, AIMLAPI_MODEL).status()).isEqualTo(404);
        assertThat(deprecations(vendor, "?status=withdrawn"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("status", "withdrawn")
                        .containsEntry("reason", "provider_delisted"));
    }

    @Test
    void aModelWithoutANamedEndStaysListed(AimlApiSandbox vendor) {
        vendor.deprecate("luma/ray-2", null, null);
        assertThat(ids(vendor)).contains("luma/ray-2");
        assertThat(deprecations(vendor, ""))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("status", "deprecated")
                        .containsEntry("shutdown_at", null)
                        .containsEntry("replaced_by", null));
    }

    @Test
    void aModelFoldedIntoAnotherServesOnUnderItsOldName(AimlApiSandbox vendor) {
        vendor.supersede("luma/ray-2", "luma/ray-flash-2");
        assertThat(ids(vendor)).doesNotContain("luma/ray-2");
        assertThat(Caller.withoutKey(vendor).get("/v1/models?id=luma/ray-2").objects("data"))
                .singleElement()
                .satisfies(model -> assertThat(model)
                        .containsEntry("id", "luma/ray-flash-2")
                        .containsEntry("aliases", List.of("luma/ray-2")));
        assertThat(create(vendor, "luma/ray-2").string("id")).endsWith(":luma/ray-flash-2");
        assertThat(deprecations(vendor, "?status=superseded,withdrawn"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("shutdown_at", null)
                        .containsEntry("replaced_by", "luma/ray-flash-2")
                        .containsEntry("reason", "consolidated"));
        assertThat(deprecations(vendor, "?status=deprecated")).isEmpty();
        assertThat(deprecations(vendor, "?status=nonsense")).hasSize(1);
    }

    @Test
    void theNewestEndComesFirst(AimlApiSandbox vendor) {
        vendor.deprecate("luma/ray-1-6", today().minusDays(30), "luma/ray-2");
        vendor.deprecate("luma/ray-2", today().plusDays(5), null);
        vendor.deprecate("luma/ray-flash-2", null, null);
        assertThat(deprecations(vendor, ""))
                .extracting(entry -> entry.get("id"))
                .containsExactly("luma/ray-2", "luma/ray-flash-2", "luma/ray-1-6");
        assertThat(deprecations(vendor, "?status=withdrawn"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("deprecated_at", today().minusDays(30).toString()));
    }

    @Test
    void aFieldThatIsGoneIsRefusedAndANewOneTaken(EachlabsSandbox vendor) {
        vendor.dropField("veo-3", "negative_prompt");
        vendor.putField("veo-3", "camera", Map.of("type", "string", "enum", List.of("still", "pan")));
        Reply model = Caller.withoutKey(vendor).get("/v1/models/veo-3");
        assertThat(Json.asObject(model.at("request_schema", "properties")))
                .doesNotContainKey("negative_prompt")
                .containsEntry("camera", Json.object("type", "string", "enum", List.of("still", "pan")));

        assertThat(create(vendor, "veo-3", "prompt", "p", "negative_prompt", "n")
                        .status())
                .isEqualTo(400);
        assertThat(create(vendor, "veo-3", "prompt", "p", "camera", "pan").status())
                .isEqualTo(200);
        assertThat(create(vendor, "veo-3", "prompt", "p", "camera", "zoom").status())
                .isEqualTo(400);
    }

    @Test
    void aRequiredFieldThatIsGoneIsNotRequired(EachlabsSandbox vendor) {
        vendor.dropField(EACHLABS_MODEL, "video_url");
        assertThat(create(vendor, EACHLABS_MODEL, "prompt", "p").status()).isEqualTo(200);
        assertThat(vendor.jobs().get(0).usd()).as("costs what it did").isEqualByComparingTo("0.70");
    }

    @Test
    void aChangedLimitIsTheNewOne(EachlabsSandbox vendor) {
        vendor.putField(EACHLABS_MODEL, "duration", Map.of("type", "integer", "enum", List.of(3, 7)));
        assertThat(create(vendor, EACHLABS_MODEL, "prompt", "p", "video_url", Samples.VIDEO, "duration", "5")
                        .status())
                .isEqualTo(400);
        assertThat(create(vendor, EACHLABS_MODEL, "prompt", "p", "video_url", Samples.VIDEO, "duration", 7)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTestThatNamesAModelWhichIsNotThereIsToldSo(Sandbox sandbox) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.eachlabs().withoutModel("veo-33"))
                .withMessageContaining("veo-33");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.eachlabs().newModel("veo-3"));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.eachlabs().dropField("veo-3", "camera"));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.aimlapi().deprecate("veo-3", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.aimlapi().supersede("luma/ray-2", "luma/ray-2"));
    }
}
