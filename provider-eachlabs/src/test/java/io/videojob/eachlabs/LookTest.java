package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.http.Json;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final String A = "https://cdn-us.eachlabs.ai/uploads/a.mp4";
    private static final String B = "https://cdn-us.eachlabs.ai/uploads/b.mp4";

    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    private VendorState look(String answer) {
        vendor.answers(200, answer);
        return vendor.eachlabs.fetch("abc123-def456-ghi789");
    }

    @Test
    void asksForThePrediction() {
        look(body("answers/processing"));

        assertThat(vendor.request().getRequestLine()).isEqualTo("GET /v1/prediction/abc123-def456-ghi789 HTTP/1.1");
    }

    @Test
    void anIdIsOneOpaquePartOfThePath() {
        vendor.answers(200, body("answers/processing"));
        vendor.eachlabs.fetch("a:b/c?d e%2F..");

        assertThat(vendor.request().getPath()).isEqualTo("/v1/prediction/a:b%2Fc%3Fd%20e%252F..");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "", " "})
    void anIdThatNoPredictionCanHaveIsNotFoundAndNothingIsAsked(String id) {
        for (ThrowingCallable asking :
                List.<ThrowingCallable>of(() -> vendor.eachlabs.fetch(id), () -> vendor.eachlabs.cancel(id))) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(asking)
                    .withMessageContaining("\"" + id + "\"")
                    .satisfies(no -> assertThat(no.reason()).isEqualTo(RefusalReason.NOT_FOUND));
        }
        assertThat(vendor.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "created, QUEUED",
        "starting, QUEUED",
        "pending, QUEUED",
        "queued, QUEUED",
        "processing, RUNNING",
        "running, RUNNING",
        "success, SUCCEEDED",
        "succeeded, SUCCEEDED",
        "completed, SUCCEEDED",
        "error, FAILED",
        "failed, FAILED",
        "failure, FAILED",
        "timeout, FAILED",
        "cancelled, CANCELED",
        "canceled, CANCELED",
    })
    void everyDocumentedWordHasItsSenseWhateverItsCase(String word, Phase phase) {
        for (String written : List.of(word, word.toUpperCase(Locale.ROOT))) {
            VendorState state = look(with("answers/success-string", "status", written));

            assertThat(state.phase()).isEqualTo(phase);
            assertThat(state.word()).isEqualTo(written);
            assertThat(state.isKnownWord()).isTrue();
        }
    }

    @Test
    void aWordThatNoTableKnowsMeansNotFinished() {
        VendorState state = look(with("answers/success-string", "status", "Reviewing"));

        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.word()).isEqualTo("Reviewing");
        assertThat(state.isKnownWord()).isFalse();
        assertThat(state.cost()).isEmpty();
    }

    @Test
    void theZeroCostOfAJobThatRunsIsNoCost() {
        VendorState state = look(body("answers/processing"));

        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.cost()).isEmpty();
        assertThat(state.billing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "answers/success-string, https://storage.example.com/predictions/abc123/image.jpg, 0.05",
        "answers/success-array, https://cdn-us.eachlabs.ai/uploads/9b967c93-6e1d-4a5f-b2c8-40d7e93a51f6.mp4, 0.2865",
    })
    void aSuccessHasItsFileAndItsCharge(String file, String link, BigDecimal cost) {
        VendorState state = look(body(file));

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.outputs()).containsExactly(Output.of(link));
        assertThat(state.cost()).contains(Cost.usd(cost, Cost.Source.CHARGED));
        assertThat(state.billing()).contains(Billing.BILLED);
    }

    @Test
    void aSuccessInTheModelPagesFormHasNoCost() {
        VendorState state = look(body("answers/success-model-page"));

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.cost()).isEmpty();
        assertThat(state.billing()).contains(Billing.BILLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + A + "\"",
                "[\"" + A + "\"]",
                "{\"url\":\"" + A + "\"}",
                "{\"video_url\":\"" + A + "\"}",
                "{\"video\":\"" + A + "\"}",
                "{\"video\":{\"url\":\"" + A + "\"}}",
                "{\"videos\":[\"" + A + "\"]}",
                "{\"videos\":[{\"url\":\"" + A + "\"}]}",
                "{\"output\":\"" + A + "\"}",
                "{\"outputs\":[{\"video\":{\"url\":\"" + A + "\"}}]}",
                "{\"image\":\"" + A + "\"}",
                "{\"images\":[\"" + A + "\"]}",
                "{\"audio_url\":\"" + A + "\"}",
                "\"{\\\"video_url\\\":\\\"" + A + "\\\"}\"",
                "\" [\\\"" + A + "\\\"] \"",
                "[\"" + A + "\",\"" + A + "\",null,7]",
            })
    void everyShapeOfOutputGivesItsFile(String output) {
        assertThat(look(with("answers/success-string", "output", Json.read(output)))
                        .outputs())
                .containsExactly(Output.of(A));
    }

    @Test
    void severalFilesKeepTheirOrderAndTheVideoComesBeforeItsSound() {
        assertThat(look(with("answers/success-string", "output", List.of(B, A))).outputs())
                .containsExactly(Output.of(B), Output.of(A));
        assertThat(look(with("answers/success-string", "output", Map.of("audio_url", B, "video", Map.of("url", A))))
                        .outputs())
                .containsExactly(Output.of(A), Output.of(B));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"\"", "[]", "{}", "\"a fine video\"", "\"{not JSON\"", "{\"thumbnail\":\"" + A + "\"}"
            })
    void aSuccessWithoutAFileIsALostResultThatWasPaidFor(String output) {
        VendorState state = look(with("answers/success-string", "output", Json.read(output)));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure()).contains(FailureReason.RESULT_LOST);
        assertThat(state.word()).isEqualTo("success");
        assertThat(state.billing()).contains(Billing.BILLED);
        assertThat(state.cost()).contains(Cost.usd(new BigDecimal("0.05"), Cost.Source.CHARGED));
    }

    @Test
    void anAnalysisIsNoFile() {
        assertThat(look(body("answers/success-without-files")).failure()).contains(FailureReason.RESULT_LOST);
    }

    @Test
    void aFailureHasItsCodeItsWordsAndCostsNothing() {
        VendorState state = look(body("answers/error-envelope"));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure()).contains(FailureReason.INVALID_INPUT);
        assertThat(state.answer().code()).contains("INPUT_VALIDATION_ERROR");
        assertThat(state.answer().message())
                .contains("ranges: range start 200s is at or beyond source duration 5s (empty output)");
        assertThat(state.cost()).contains(Cost.usd(BigDecimal.ZERO, Cost.Source.CHARGED));
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
        assertThat(state.outputs()).isEmpty();
    }

    @Test
    void aFailureAfterTheVendorTookTheJobIsTheVendorsFault() {
        VendorState state = look(body("answers/error-after-accept"));

        assertThat(state.failure()).contains(FailureReason.VENDOR_FAULT);
        assertThat(state.answer().message()).contains("exec_error");
    }

    @Test
    void aFailureWithoutACostMayHaveBeenBilled() {
        VendorState state = look(body("answers/error-code-and-message"));

        assertThat(state.failure()).contains(FailureReason.VENDOR_FAULT);
        assertThat(state.answer().code()).contains("PROVIDER_RATE_LIMIT");
        assertThat(state.answer().message()).contains("This model is temporarily rate limited. Retry shortly.");
        assertThat(state.cost()).isEmpty();
        assertThat(state.billing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INPUT_VALIDATION_ERROR, INVALID_INPUT",
        "INPUT_DOWNLOAD_ERROR, INVALID_INPUT",
        "PROVIDER_BAD_REQUEST, INVALID_INPUT",
        "PROVIDER_REJECTED, CONTENT_REJECTED",
        "PROVIDER_RATE_LIMIT, VENDOR_FAULT",
        "PROVIDER_AUTH_ERROR, VENDOR_FAULT",
        "PROVIDER_SERVER_ERROR, VENDOR_FAULT",
        "NETWORK_ERROR, VENDOR_FAULT",
        "WORKER_LOST, VENDOR_FAULT",
        "EXECUTION_TIMEOUT, VENDOR_TIMEOUT",
        "PROVIDER_FAILED, VENDOR_FAULT",
        "PIPELINE_CONFIG_ERROR, VENDOR_FAULT",
        "PUBLISH_FAILED, VENDOR_FAULT",
        "ITERATION_ERROR, VENDOR_FAULT",
        "content_moderation, CONTENT_REJECTED",
        "execution_timeout, VENDOR_TIMEOUT",
        "invalid_input, INVALID_INPUT",
        "invalid_user_input, INVALID_INPUT",
        "invalid_model_config, VENDOR_FAULT",
        "provider_auth, VENDOR_FAULT",
        "provider_error, VENDOR_FAULT",
        "provider_rate_limit, VENDOR_FAULT",
        "provider_unavailable, VENDOR_FAULT",
        "internal_error, VENDOR_FAULT",
        "unknown, OTHER",
    })
    void everyErrorCodeHasItsReason(String code, FailureReason reason) {
        Map<String, Object> output = Map.of("error_code", code, "error_message", "words");

        assertThat(look(with("answers/error-code-and-message", "output", output))
                        .failure())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "VALIDATION, INVALID_INPUT", "PROVIDER, OTHER", "AUTH, VENDOR_FAULT", "RATE_LIMIT, VENDOR_FAULT",
        "NETWORK, VENDOR_FAULT", "TIMEOUT, VENDOR_TIMEOUT", "INTERNAL, VENDOR_FAULT", "UNKNOWN, OTHER",
    })
    void theCategoryDecidesWhereTheCodeIsNewOrMissing(String category, FailureReason reason) {
        Map<String, Object> output = Map.of(
                "error_code",
                "SOMETHING_NEW",
                "error",
                "Execution failed",
                "classification",
                Map.of("category", category));

        assertThat(look(with("answers/error-envelope", "output", output)).failure())
                .contains(reason);
    }

    static List<Object> formsOfTheSameFailure() {
        return List.of(
                Map.of("error", "no such file"),
                Map.of("error", Map.of("error_message", "no such file")),
                Map.of("error", "Execution failed", "error_message", "no such file"),
                Map.of(
                        "error_code",
                        "PROVIDER_BAD_REQUEST",
                        "error_message",
                        "{\"code\":\"invalid_command\",\"message\":\"no such file\",\"retryable\":false,"
                                + "\"stage\":\"validate\"}"),
                "no such file",
                "{\"error_message\":\"no such file\"}",
                List.of(Map.of("id", "", "status", "", "output", "", "error", "no such file")));
    }

    @ParameterizedTest
    @MethodSource("formsOfTheSameFailure")
    void everyFormOfAFailureGivesItsWords(Object output) {
        VendorState state = look(with("answers/error-envelope", "output", output));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.answer().message()).contains("no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "message", "details"})
    void wordsBesideAnEmptyOutputCountToo(String field) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("status", "error", field, "no such file"));

        assertThat(look(Json.write(answer)).answer().message()).contains("no such file");
    }

    @Test
    void aFailureWithoutWordsIsAFailureAllTheSame() {
        VendorState state = look("{\"status\":\"error\"}");

        assertThat(state.failure()).contains(FailureReason.OTHER);
        assertThat(state.answer().message()).isEmpty();
    }

    @Test
    void theStatusWordTimeoutIsAReason() {
        assertThat(look("{\"status\":\"timeout\",\"output\":null}").failure()).contains(FailureReason.VENDOR_TIMEOUT);
    }

    @Test
    void aFailureOrCancellationThatCostSomethingWasBilled() {
        Map<String, Object> metrics = Map.of("cost", new BigDecimal("0.7"));

        assertThat(look(with("answers/error-envelope", "metrics", metrics)).billing())
                .contains(Billing.BILLED);
        assertThat(look(Json.write(Map.of("status", "cancelled", "metrics", metrics)))
                        .billing())
                .contains(Billing.BILLED);
    }

    @Test
    void aCancellationThatCostNothingWasNotBilled() {
        VendorState state = look(Json.write(Map.of("status", "cancelled", "metrics", Map.of("cost", 0))));

        assertThat(state.phase()).isEqualTo(Phase.CANCELED);
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
        assertThat(look("{\"status\":\"cancelled\"}").billing()).isEmpty();
    }

    @Test
    void anOddFieldBesideTheResultDoesNotHideIt() {
        assertThat(look("{\"status\":\"success\",\"output\":\"" + A + "\",\"metrics\":\"none\",\"input\":[],"
                                + "\"logs\":{\"a\":1},\"error\":{\"x\":null},\"urls\":7,\"new\":true}")
                        .outputs())
                .containsExactly(Output.of(A));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "{\"status\":null}", "{\"status\":\" \"}", "<html>busy</html>", "{\"sta"
            })
    void anAnswerThatCanNotBeReadSaysNothingAboutTheJob(String answer) {
        vendor.answers(200, answer);

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> vendor.eachlabs.fetch("p-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, errors/401-empty, AUTHENTICATION",
        "404, errors/404-prediction, NOT_FOUND",
        "404, errors/404-gateway, NOT_FOUND",
        "429, errors/429-rate, RATE_LIMITED",
        "500, errors/500-look, UNAVAILABLE",
        "502, errors/502, UNAVAILABLE",
    })
    void aLookThatTheVendorRefusesSaysWhy(int status, String file, RefusalReason reason) {
        vendor.answers(status, body(file));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> vendor.eachlabs.fetch("p-1"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aLookThatBreaksOffMadeNothing() {
        vendor.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> vendor.eachlabs.fetch("p-1"));
    }
}
