package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images come with the answer to their create, and with no other. */
class ImagesTest {
    private final ScriptedVendor vendor = new ScriptedVendor();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void theAnswerIsFinal() {
        vendor.answers(
                new MockResponse().setBody(Bodies.body("answers/images")).setHeader("x-inference-id", "V1StGXR8"));

        SubmitOutcome outcome = vendor.aimlapi.submit(vendor.image().build());

        RecordedRequest request = vendor.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/images/generations HTTP/1.1");
        assertThat(request.getHeader("X-Client-Request-Id")).isEqualTo(ScriptedVendor.TAG);
        VendorState state = outcome.state().orElseThrow();
        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.outputs())
                .containsExactly(
                        Output.of(
                                "https://cdn.aimlapi.com/flamingo/files/b/0a86f297/-XYQFo9KwWdoIiU8LywM4_21acef8f06694a78a0bc1f443875cfa3.png"));
        assertThat(state.cost()).contains(Cost.usd(new BigDecimal("0.0294"), Cost.Source.CHARGED));
        assertThat(outcome.vendorJobId().orElseThrow()).contains("V1StGXR8");
    }

    @Test
    void withoutAnIdOfTheVendorTheTagNamesTheJob() {
        vendor.answers(200, Bodies.body("answers/images"));

        assertThat(vendor.aimlapi.submit(vendor.image().build()).vendorJobId().orElseThrow())
                .contains(ScriptedVendor.TAG);
    }

    /** The schema of image-o1: an item has url, b64_json, or null for either. */
    @Test
    void anImageIsALinkOrItsBytesInTheFormatAskedFor() {
        vendor.answers(
                200,
                "{\"data\":[{\"url\":\"https://example.com/1.webp\",\"b64_json\":null},{\"url\":null,\"b64_json\":\"UklGRg==\"}],\"meta\":null}");

        VendorState state = vendor.aimlapi
                .submit(vendor.image(Map.of("output_format", "webp")).build())
                .state()
                .orElseThrow();

        assertThat(state.outputs())
                .extracting(Output::uri)
                .containsExactly("https://example.com/1.webp", "data:image/webp;base64,UklGRg==");
        assertThat(state.outputs().get(1).contentType()).contains("image/webp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":null,\"meta\":null}", "{\"data\":[]}", "{\"data\":[{\"url\":null}]}", "{}", "[]"})
    void anAnswerWithoutImagesIsUncertain(String body) {
        vendor.answers(200, body);

        assertThat(vendor.aimlapi.submit(vendor.image().build()).kind()).isEqualTo(SubmitOutcome.Kind.UNCERTAIN);
    }

    @Test
    void theTimeoutIsTheModels() {
        vendor.answers(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

        assertThat(vendor.profile("klingai/image-o1").createTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(vendor.aimlapi
                        .submit(vendor.image().timeout(Duration.ofMillis(200)).build())
                        .kind())
                .isEqualTo(SubmitOutcome.Kind.UNCERTAIN);
    }

    @Test
    void theJobOfADeliveredAnswerCannotBeHadAgain() {
        vendor.answers(200, Bodies.body("answers/images"));
        String id = vendor.aimlapi.submit(vendor.image().build()).vendorJobId().orElseThrow();

        VendorState later = vendor.aimlapi.fetch(id);

        assertThat(later.phase()).isEqualTo(Phase.FAILED);
        assertThat(later.failure()).contains(FailureReason.RESULT_LOST);
        assertThat(later.billing()).contains(Billing.BILLED);
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aLostAnswerWhoseRunTheLogListsIsLostAndBilled() {
        vendor.answers(
                200,
                Bodies.log(
                        Map.of("client_request_id", ScriptedVendor.TAG, "inference_id", "inf-9", "status", "succeeded"),
                        false));

        Lookup lookup =
                vendor.aimlapi.locate(vendor.image().suspectedId("inf-9").build(), id -> false);

        assertThat(lookup.kind()).isEqualTo(Lookup.Kind.FOUND);
        assertThat(vendor.request().getPath()).startsWith("/v2/logs?");
        VendorState state = vendor.aimlapi.fetch(lookup.ids().get(0));
        assertThat(state.failure()).contains(FailureReason.RESULT_LOST);
        assertThat(state.billing()).contains(Billing.BILLED);
    }

    @Test
    void aLostAnswerWhoseFailureTheLogListsCostsNothing() {
        vendor.answers(
                200,
                Bodies.log(
                        Map.of("client_request_id", ScriptedVendor.TAG, "inference_id", "inf-9", "status", "failed"),
                        false));

        Lookup lookup = vendor.aimlapi.locate(vendor.image().build(), id -> false);

        VendorState state = vendor.aimlapi.fetch(lookup.ids().get(0));
        assertThat(state.failure()).contains(FailureReason.OTHER);
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }
}
