package io.videojob.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendors' own lists of their models, which need no key. */
@ExtendWith(SandboxExtension.class)
class ModelListsTest {
    private static List<Map<String, @Nullable Object>> aimlapi(AimlApiSandbox vendor, String query) {
        return Caller.withoutKey(vendor).get("/v1/models" + query).objects("data");
    }

    private static List<Map<String, @Nullable Object>> eachlabs(EachlabsSandbox vendor, String query) {
        return Caller.withoutKey(vendor).get("/v1/models" + query).items();
    }

    @Test
    void aimlapiListsItsModelsWithTheirTypes(AimlApiSandbox vendor) {
        Reply reply = Caller.withoutKey(vendor).get("/v1/models");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).containsOnlyKeys("object", "data").containsEntry("object", "list");
        assertThat(reply.objects("data"))
                .hasSize(142)
                .allSatisfy(model -> assertThat(model).containsOnlyKeys("id", "aliases", "type", "info", "tags"))
                .contains(Json.object(
                        "id",
                        Samples.AIMLAPI_MODEL,
                        "aliases",
                        List.of("kling-video/o1/video-to-video/reference"),
                        "type",
                        "internal/video-generations/submit",
                        "info",
                        Json.object("name", Samples.AIMLAPI_MODEL, "developer", "Kling AI"),
                        "tags",
                        List.of("playground:video")));
        assertThat(aimlapi(vendor, "?type=internal/video-generations/submit")).hasSize(141);
        assertThat(aimlapi(vendor, "?type=OpenAI/image-generations"))
                .extracting(model -> model.get("id"))
                .containsExactly("klingai/image-o1");
    }

    @Test
    void aimlapiFindsModelsByIdAndAlias(AimlApiSandbox vendor) {
        assertThat(aimlapi(vendor, "?id=luma/ray-2,kling-video/o1/video-to-video/reference"))
                .extracting(model -> model.get("id"))
                .containsExactlyInAnyOrder("luma/ray-2", Samples.AIMLAPI_MODEL);
        assertThat(aimlapi(vendor, "?id=luma/ray-2&id=luma/ray-flash-2")).hasSize(2);
        assertThat(aimlapi(vendor, "?id=nobody/nothing")).isEmpty();
        assertThat(Caller.withoutKey(vendor).get("/models").objects("data")).hasSize(142);
    }

    @Test
    void aimlapiHasNothingDeprecatedToBeginWith(AimlApiSandbox vendor) {
        Reply reply = Caller.withoutKey(vendor).get("/v1/models/deprecations");
        assertThat(reply.json())
                .containsOnlyKeys("object", "generated_at", "data")
                .containsEntry("data", List.of());
    }

    @Test
    void eachlabsListsItsModelsInPages(EachlabsSandbox vendor) {
        List<Map<String, @Nullable Object>> all = eachlabs(vendor, "?limit=500");
        assertThat(all)
                .hasSize(193)
                .allSatisfy(model -> assertThat(model)
                        .containsOnlyKeys("title", "slug", "version", "output_type", "request_schema"));
        assertThat(eachlabs(vendor, "")).hasSize(50).isEqualTo(all.subList(0, 50));
        List<Object> paged = new ArrayList<>();
        for (int offset = 0; offset < 250; offset += 60) {
            paged.addAll(eachlabs(vendor, "?limit=60&offset=" + offset));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(eachlabs(vendor, "?offset=1000")).isEmpty();
    }

    @Test
    void eachlabsRefusesPagesThatCantBe(EachlabsSandbox vendor) {
        for (String limit : List.of("0", "501", "many", "-1")) {
            Reply refused = Caller.withoutKey(vendor).get("/v1/models?limit=" + limit);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.string("error")).isEqualTo("invalid limit parameter");
        }
        assertThat(Caller.withoutKey(vendor).get("/v1/models?offset=-1").status())
                .isEqualTo(400);
    }

    @Test
    void eachlabsSearchesNamesInAnyCase(EachlabsSandbox vendor) {
        assertThat(eachlabs(vendor, "?name=PIXVERSE-v5-6"))
                .isNotEmpty()
                .allSatisfy(
                        model -> assertThat(String.valueOf(model.get("slug"))).startsWith("pixverse-v5-6"));
        assertThat(eachlabs(vendor, "?name=Veo%203%20%7C%20Fast"))
                .extracting(model -> model.get("slug"))
                .contains("veo-3-fast");
    }

    @Test
    void eachlabsDescribesOneModelWithItsSchemaAsPublished(EachlabsSandbox vendor) {
        Reply reply = Caller.withoutKey(vendor).get("/v1/models/pixverse-v5-6-text-to-video");
        assertThat(reply.json()).containsOnlyKeys("title", "slug", "version", "output_type", "request_schema", "cost");
        assertThat(reply.string("title")).isEqualTo("Pixverse v5.6 | Text to Video");
        assertThat(reply.string("output_type")).isEqualTo("video");
        assertThat(reply.at("cost")).isNull();
        assertThat(reply.list("request_schema", "required")).isEqualTo(List.of("prompt"));
        assertThat(reply.list("request_schema", "properties", "duration", "enum"))
                .isEqualTo(List.of("5", "8", "10"));
        assertThat(reply.at("request_schema", "additionalProperties")).isEqualTo(false);
        assertThat(reply.text()).doesNotContain("\"x-");
        assertThat(Caller.withoutKey(vendor).get("/v1/models/kling-o1").string("output_type"))
                .isEqualTo("array");
    }

    @Test
    void eachlabsKnowsNoOtherModel(EachlabsSandbox vendor) {
        Reply reply = Caller.withoutKey(vendor).get("/v1/models/nobody");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.string("error")).isEqualTo("Failed to fetch model: model not found");
    }

    @Test
    void listsAreCountedAndFailWhenToldTo(EachlabsSandbox vendor) {
        vendor.on(Operation.LIST, Fault.answer(EachlabsAnswers.error(500, "Failed to fetch models: internal error")));
        assertThat(Caller.withoutKey(vendor).get("/v1/models").status()).isEqualTo(500);
        assertThat(Caller.withoutKey(vendor).get("/v1/models/veo-3").status()).isEqualTo(200);
        assertThat(vendor.requests(Operation.LIST)).hasSize(2);
        assertThat(vendor.looks()).isZero();
        assertThat(vendor.requests(Operation.LOOKUP)).isEmpty();
    }
}
