package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.http.Json;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look says of a job that has ended badly: why, in whose words, and whether it was billed. */
class LookFailureTest {
    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    @Test
    void aFailureHasItsCodeItsWordsAndCostsNothing() {
        VendorState state = vendor.look(body("answers/error-envelope"));

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
        VendorState state = vendor.look(body("answers/error-after-accept"));

        assertThat(state.failure()).contains(FailureReason.VENDOR_FAULT);
        assertThat(state.answer().message()).contains("exec_error");
    }

    @Test
    void aFailureWithoutACostMayHaveBeenBilled() {
        VendorState state = vendor.look(body("answers/error-code-and-message"));

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

        assertThat(vendor.look(with("answers/error-code-and-message", "output", output))
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

        assertThat(vendor.look(with("answers/error-envelope", "output", output)).failure())
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
        VendorState state = vendor.look(with("answers/error-envelope", "output", output));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.answer().message()).contains("no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "message", "details"})
    void wordsBesideAnEmptyOutputCountToo(String field) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("status", "error", field, "no such file"));

        assertThat(vendor.look(Json.write(answer)).answer().message()).contains("no such file");
    }

    @Test
    void aFailureWithoutWordsIsAFailureAllTheSame() {
        VendorState state = vendor.look("{\"status\":\"error\"}");

        assertThat(state.failure()).contains(FailureReason.OTHER);
        assertThat(state.answer().message()).isEmpty();
    }

    @Test
    void theStatusWordTimeoutIsAReason() {
        assertThat(vendor.look("{\"status\":\"timeout\",\"output\":null}").failure())
                .contains(FailureReason.VENDOR_TIMEOUT);
    }

    @Test
    void aFailureOrCancellationThatCostSomethingWasBilled() {
        Map<String, Object> metrics = Map.of("cost", new BigDecimal("0.7"));

        assertThat(vendor.look(with("answers/error-envelope", "metrics", metrics))
                        .billing())
                .contains(Billing.BILLED);
        assertThat(vendor.look(Json.write(Map.of("status", "cancelled", "metrics", metrics)))
                        .billing())
                .contains(Billing.BILLED);
    }

    @Test
    void aCancellationThatCostNothingWasNotBilled() {
        VendorState state = vendor.look(Json.write(Map.of("status", "cancelled", "metrics", Map.of("cost", 0))));

        assertThat(state.phase()).isEqualTo(Phase.CANCELED);
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
        assertThat(vendor.look("{\"status\":\"cancelled\"}").billing()).isEmpty();
    }
}
