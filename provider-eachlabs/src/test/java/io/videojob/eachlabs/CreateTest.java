package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.ScriptedVendor.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.RefusalReason;
import io.videojob.http.Json;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VendorState;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
    private static final Map<String, Object> INPUT = Map.of("prompt", "a raccoon", "keep_audio", true);

    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    @Test
    void sendsModelAndInputToThePredictionEndpointWithTheKeyAndTheTag() {
        vendor.answers(200, body("answers/created"));
        vendor.eachlabs.submit(submission(INPUT).build());

        RecordedRequest request = vendor.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/prediction/ HTTP/1.1");
        assertThat(request.getHeader("X-API-Key")).isEqualTo(ScriptedVendor.KEY);
        assertThat(request.getHeader("Authorization")).isNull();
        assertThat(request.getHeader("X-Request-Id")).isEqualTo("send-1");
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        assertThat(Json.read(request.getBody().readUtf8()))
                .isEqualTo(Map.of("model", "kling-o1-video-to-video-edit", "input", INPUT));
    }

    @Test
    void sendsTheKeyAsBearerWhenAskedTo() {
        vendor.answers(200, body("answers/created"));
        try (Eachlabs bearer = vendor.builder().set("auth", "bearer").build()) {
            bearer.submit(submission(INPUT).build());
        }

        RecordedRequest request = vendor.request();
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + ScriptedVendor.KEY);
        assertThat(request.getHeader("X-API-Key")).isNull();
    }

    @Test
    void namesTheWebhookBesideTheInputAndNotInIt() {
        vendor.answers(200, body("answers/created"));
        vendor.eachlabs.submit(submission(INPUT)
                .webhook(URI.create("https://hooks.example.com/videojob/t0k3n"), "whsec_test")
                .build());

        assertThat(Json.read(vendor.request().getBody().readUtf8()))
                .isEqualTo(Map.of(
                        "model", "kling-o1-video-to-video-edit",
                        "input", INPUT,
                        "webhook_url", "https://hooks.example.com/videojob/t0k3n",
                        "webhook_secret", "whsec_test"));
    }

    @Test
    void passesTheInputOfAModelThatNoProfileKnowsAsItIsGiven() {
        Map<String, Object> input = Map.of(
                "seed",
                9007199254740993L,
                "cfg_scale",
                new BigDecimal("0.1"),
                "elements",
                List.of(Map.of("frontal_image_url", "https://example.com/a.png")));
        vendor.answers(200, body("answers/created"));
        vendor.eachlabs.submit(submission(input).build());

        assertThat(vendor.request().getBody().readUtf8())
                .contains("\"seed\":9007199254740993", "\"cfg_scale\":0.1")
                .contains("\"elements\":[{\"frontal_image_url\":\"https://example.com/a.png\"}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void aGoodAnswerOnlyMeansThatTheJobIsQueued(int status) {
        vendor.answers(status, body("answers/created"));
        SubmitOutcome outcome = vendor.eachlabs.submit(submission(INPUT).build());

        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.vendorJobId()).contains("d63b9b70-5a2e-4c8f-9b1d-3e7a86c40f52");
        assertThat(outcome.state().orElseThrow().phase()).isEqualTo(VendorState.Phase.QUEUED);
        assertThat(outcome.state().orElseThrow().isKnownWord()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"predictionID", "prediction_id", "predictionId", "id"})
    void takesTheIdUnderEveryNameThatIsInUse(String name) {
        vendor.answers(200, Json.write(Map.of("status", "success", name, "abc123-def456-ghi789")));

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).vendorJobId())
                .contains("abc123-def456-ghi789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"success\"}",
                "{\"predictionID\":\"\"}",
                "{}",
                "null",
                "[]",
                "\"ok\"",
                "",
                "{\"predic"
            })
    void aGoodAnswerWithoutAnIdIsUncertain(String answer) {
        vendor.answers(200, answer);

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, errors/400-invalid-input, INVALID_REQUEST, Invalid input for model",
        "400, errors/400-model-required, INVALID_REQUEST, model field is required",
        "400, errors/400-empty, INVALID_REQUEST, Client Error",
        "400, errors/model-page, INVALID_REQUEST, ...",
        "401, errors/401, AUTHENTICATION, Invalid or missing API key",
        "401, errors/401-empty, AUTHENTICATION, Client Error",
        "402, errors/402, OUT_OF_CREDITS, payment required",
        "402, errors/402-balance, OUT_OF_CREDITS, insufficient balance",
        "403, errors/403, AUTHENTICATION, Workflow is locked and cannot be modified",
        "404, errors/404-model, NOT_FOUND, Failed to fetch model: model not found",
        "404, errors/404-gateway, NOT_FOUND, not found",
        "413, errors/400-empty, INVALID_REQUEST, Client Error",
        "422, errors/422, INVALID_REQUEST, invalid request body",
        "422, errors/422-empty, INVALID_REQUEST, Client Error",
        "429, errors/429-concurrent, CONCURRENCY_LIMITED, too many requests",
        "429, errors/429-at-once, CONCURRENCY_LIMITED, too many requests",
        "429, errors/429-rate, RATE_LIMITED, Rate limit exceeded. Please retry after 60 seconds.",
    })
    void aRefusalSaysWhyAndMadeNothing(int status, String file, RefusalReason reason, String message) {
        vendor.answers(status, body(file));
        SubmitOutcome outcome = vendor.eachlabs.submit(submission(INPUT).build());

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).contains(reason);
        assertThat(outcome.answer().httpStatus()).isEqualTo(status);
        assertThat(outcome.answer().message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":400,\"error\":\"Invalid input for model\",\"details\":\"duration\"}",
                "{\"status\":400,\"error\":\"Invalid input for model\",\"details\":[\"duration\"]}",
                "{\"status\":400,\"error\":\"Invalid input for model\",\"details\":{\"message\":\"duration\"}}",
                "{\"status\":\"error\",\"message\":\"Invalid input for model\",\"details\":\"duration\"}",
                "{\"error\":{\"message\":\"Invalid input for model\"},\"details\":\"duration\"}",
            })
    void everyShapeOfAnErrorBodyIsRead(String answer) {
        vendor.answers(400, answer);
        SubmitOutcome outcome = vendor.eachlabs.submit(submission(INPUT).build());

        assertThat(outcome.answer().message()).contains("Invalid input for model");
        assertThat(outcome.answer().details()).contains("duration");
    }

    @Test
    void aRefusalKeepsTheDetailsWhichNameTheCap() {
        vendor.answers(429, body("errors/429-concurrent"));

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).answer().details())
                .hasValueSatisfying(details -> assertThat(details).contains("limited to 10 concurrent executions"));
    }

    @Test
    void aRetryAfterIsHandedOn() {
        vendor.server.enqueue(new MockResponse()
                .setResponseCode(429)
                .setHeader("Retry-After", "90")
                .setBody(body("errors/429-rate")));

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).retryAfter())
                .contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "500, errors/500-create, Failed to create prediction",
        "502, errors/502, workflows-engine unavailable",
        "408, errors/408, Request timeout",
    })
    void whatMayHaveComeAfterTheWorkIsUncertain(int status, String file, String message) {
        vendor.answers(status, body(file));
        SubmitOutcome outcome = vendor.eachlabs.submit(submission(INPUT).build());

        assertThat(outcome.kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(outcome.answer().message()).contains(message);
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>502 Bad Gateway</body></html>", "{"})
    void aServerErrorWithoutReadableWordsIsUncertainToo(String body) {
        vendor.answers(502, body);

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).kind()).isEqualTo(Kind.UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketPolicy.class,
            names = {"DISCONNECT_AFTER_REQUEST", "DISCONNECT_DURING_RESPONSE_BODY"})
    void aLostAnswerIsUncertainAndNothingIsSentAgain(SocketPolicy policy) {
        vendor.server.enqueue(
                new MockResponse().setBody(body("answers/created")).setSocketPolicy(policy));

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aVendorThatIsNotThereWasSentNothing() throws Exception {
        vendor.server.shutdown();

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).kind()).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void theKeyIsInNoMessage() {
        vendor.answers(401, "{\"error\": \"no such key: " + ScriptedVendor.KEY + "\"}");

        assertThat(vendor.eachlabs.submit(submission(INPUT).build()).toString())
                .contains("no such key")
                .doesNotContain(ScriptedVendor.KEY);
    }
}
