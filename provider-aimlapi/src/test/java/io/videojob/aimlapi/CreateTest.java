package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Cost;
import io.videojob.RefusalReason;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VendorState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
    private final ScriptedVendor vendor = new ScriptedVendor();

    @AfterEach
    void close() {
        vendor.close();
    }

    private SubmitOutcome submit() {
        return vendor.aimlapi.submit(ScriptedVendor.video().build());
    }

    @Test
    void sendsTheInputFlatBesideTheModelWithKeyAndTag() {
        vendor.answers(200, Bodies.body("answers/queued"));

        submit();

        RecordedRequest request = vendor.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v2/video/generations HTTP/1.1");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + ScriptedVendor.KEY);
        assertThat(request.getHeader("X-Client-Request-Id")).isEqualTo(ScriptedVendor.TAG);
        assertThat(Bodies.tree(request.getBody().readUtf8()))
                .isEqualTo(Map.of(
                        "model", "klingai/video-o1-image-to-video",
                        "prompt", "a raccoon",
                        "image_url", "https://example.com/a.png"));
    }

    @Test
    void aModelThatNoProfileDescribesGoesToTheVideosRouteAsGiven() {
        vendor.answers(200, Bodies.body("answers/queued"));

        SubmitOutcome outcome = vendor.aimlapi.submit(Submission.builder(
                        ScriptedVendor.TAG,
                        "test/dummy-video",
                        Map.of("test", Map.of("delay", new BigDecimal("0.5"))),
                        ScriptedVendor.SENT_AT)
                .build());

        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(vendor.request().getBody().readUtf8())
                .isEqualTo("{\"test\":{\"delay\":0.5},\"model\":\"test/dummy-video\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "200, answers/queued, cgt-20250704191750-n4qjp",
        "201, answers/queued, cgt-20250704191750-n4qjp",
        "200, answers/queued-tokens, 1fe4344e-3d44-4bf8-9f04-0ac4bb312eec:pixverse/v5/text-to-video",
        "200, answers/queued-generation-id, 339995387916622:minimax/hailuo-02"
    })
    void takesTheIdFromEitherField(int status, String body, String id) {
        vendor.answers(status, Bodies.body(body));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.vendorJobId()).contains(id);
        assertThat(outcome.state().orElseThrow().phase()).isEqualTo(VendorState.Phase.QUEUED);
        assertThat(outcome.state().orElseThrow().word()).isEqualTo("queued");
    }

    @ParameterizedTest
    @CsvSource({"answers/queued-usd, 3.1449605", "answers/queued-credits, 0.7875"})
    void theCostOfTheAnswerIsHeld(String body, BigDecimal usd) {
        vendor.answers(200, Bodies.body(body));

        assertThat(submit().state().orElseThrow().cost()).contains(Cost.usd(usd, Cost.Source.HELD));
    }

    @Test
    void theCostMayBeInAHeaderOnly() {
        vendor.answers(new MockResponse()
                .setBody(Bodies.body("answers/queued"))
                .setHeader("x-aimlapi-usd-spent", "0.001240000"));

        assertThat(submit().state().orElseThrow().cost())
                .contains(Cost.usd(new BigDecimal("0.00124"), Cost.Source.HELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers/queued", "answers/queued-tokens"})
    void noAmountIsNoCost(String body) {
        vendor.answers(200, Bodies.body(body));

        assertThat(submit().state().orElseThrow().cost()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"usage\":7}", "{\"usage\":{\"usd_spent\":\"much\",\"credits_used\":-1}}"})
    void anOddCostDoesNotLoseTheJob(String meta) {
        vendor.answers(200, "{\"id\":\"7\",\"status\":\"queued\",\"meta\":" + meta + "}");

        SubmitOutcome outcome = submit();

        assertThat(outcome.vendorJobId()).contains("7");
        assertThat(outcome.state().orElseThrow().cost()).isEmpty();
    }

    @Test
    void aJobMayFailInItsFirstAnswer() {
        vendor.answers(200, Bodies.body("answers/error-detail"));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.state().orElseThrow().phase()).isEqualTo(VendorState.Phase.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, errors/400-validation, INVALID_REQUEST, Body validation error",
        "401, errors/401-no-key, AUTHENTICATION, requires a valid API key",
        "401, errors/401-problem, AUTHENTICATION, empty string instead of valid API key",
        "403, errors/403-out-of-credits, OUT_OF_CREDITS, run out of credits",
        "429, errors/429-too-many-requests, RATE_LIMITED, Too Many Requests",
        "429, errors/429-free-tier, OUT_OF_CREDITS, Free-tier limit",
        "429, errors/429-free-tier-as-printed, OUT_OF_CREDITS, Free-tier limit"
    })
    void aNoIsRefusedForTheReasonItSays(int status, String body, RefusalReason reason, String words) {
        vendor.answers(status, Bodies.body(body));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).contains(reason);
        assertThat(outcome.answer().message().orElseThrow()).contains(words);
    }

    @Test
    void otherNoesGoByTheirStatus() {
        vendor.answers(403, "{}").answers(404, "");

        assertThat(submit().reason()).contains(RefusalReason.AUTHENTICATION);
        assertThat(submit().reason()).contains(RefusalReason.NOT_FOUND);
    }

    @Test
    void theVendorsRequestIdIsKept() {
        vendor.answers(400, Bodies.body("errors/400-validation"));

        assertThat(submit().answer().requestId()).contains("798b860e-98c2-4e8e-8c50-550bcfc2eccc");
    }

    @ParameterizedTest
    @CsvSource({
        "500, errors/500-internal",
        "500, errors/500-something-wrong",
        "500, errors/500-maintenance",
        "500, errors/500-coupon",
        "502, errors/502-html",
        "503, errors/503-unavailable",
        "504, errors/504-generation-timeout"
    })
    void noServerErrorProvesThatNothingWasMade(int status, String body) {
        vendor.answers(new MockResponse()
                .setResponseCode(status)
                .setBody(Bodies.body(body))
                .setHeader("x-inference-id", "6a3ada23:klingai/video-o1"));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("6a3ada23:klingai/video-o1");
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"\",\"status\":\"queued\"}", "{\"id\":null}", "<html>", "{\"id\":", "null"})
    void anAnswerWithoutAnIdIsUncertainAndTheHeaderASuspect(String body) {
        vendor.answers(new MockResponse().setBody(body).setHeader("x-inference-id", "inf-1"));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("inf-1");
    }

    @Test
    void aLostAnswerIsUncertain() {
        vendor.answers(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

        SubmitOutcome outcome = submit();

        assertThat(outcome.kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(outcome.vendorJobId()).isEmpty();
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theSubmissionsTimeoutCounts() {
        vendor.answers(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

        SubmitOutcome outcome = vendor.aimlapi.submit(
                ScriptedVendor.video().timeout(Duration.ofMillis(200)).build());

        assertThat(outcome.kind()).isEqualTo(Kind.UNCERTAIN);
        assertThat(outcome.answer().message().orElseThrow()).contains("0.2 s");
    }
}
