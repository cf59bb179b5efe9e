package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTablesTest {
    private static final StatusWords STATUS =
            new StatusWords(Map.of(Phase.QUEUED, List.of("New"), Phase.SUCCEEDED, List.of("done", "ready")));

    private static final FailureWords FAILURES = new FailureWords()
            .row(FailureReason.CONTENT_REJECTED, "policy|nudity")
            .row(FailureReason.VENDOR_FAULT, "broke");

    @ParameterizedTest
    @CsvSource({"new, QUEUED", "NEW, QUEUED", "' done ', SUCCEEDED", "Ready, SUCCEEDED"})
    void aWordHasItsSenseWhateverItsCase(String word, Phase phase) {
        assertThat(STATUS.phase(word)).contains(phase);
        VendorState state = STATUS.state(word).build();
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.word()).isEqualTo(word.strip());
        assertThat(state.isKnownWord()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "brewing"})
    void anotherWordRunsAndIsNotKnown(String word) {
        assertThat(STATUS.phase(word)).isEmpty();
        assertThat(STATUS.state(word).build().phase()).isEqualTo(Phase.RUNNING);
        assertThat(STATUS.state(word).build().isKnownWord()).isFalse();
        assertThat(STATUS.state(null).build().word()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"it broke, VENDOR_FAULT", "it BROKE our Policy, CONTENT_REJECTED", "who knows, OTHER"})
    void theFirstRowThatFitsIsTheReason(String words, FailureReason reason) {
        assertThat(FAILURES.reason(ErrorBody.ofJob(words))).isEqualTo(reason);
        assertThat(FAILURES.reason(ErrorBody.ofJob(Map.of("name", words, "message", "x"))))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"E_NUDE, CONTENT_REJECTED", "e_nude, CONTENT_REJECTED", "E_OIL, VENDOR_FAULT", "E_NUDES, OTHER"})
    void aCodeIsComparedWholeAndWhateverItsCase(String code, FailureReason reason) {
        FailureCodes codes = new FailureCodes()
                .row(FailureReason.CONTENT_REJECTED, "e_nude e_face")
                .row(FailureReason.VENDOR_FAULT, "E_OIL");

        assertThat(codes.reason(code)).isEqualTo(reason);
        assertThat(codes.reason(null, "new", code, "E_FACE"))
                .isEqualTo(reason == FailureReason.OTHER ? FailureReason.CONTENT_REJECTED : reason);
    }

    @Test
    void codesOfAResourceAreReadOrItIsToldThatItIsMissing() {
        FailureCodes codes = FailureCodes.read(WordTablesTest.class, "codes.properties");

        assertThat(codes.reason("E_NUDE")).isEqualTo(FailureReason.CONTENT_REJECTED);
        assertThat(codes.reason("e_oil")).isEqualTo(FailureReason.VENDOR_FAULT);
        assertThatThrownBy(() -> FailureCodes.read(WordTablesTest.class, "gone.properties"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone.properties");
    }

    @Test
    void aJobThatIsDoneWithoutAFileHasLostItsResult() {
        assertThat(StatusWords.done("ready", List.of(Output.of("https://a")))
                        .build()
                        .phase())
                .isEqualTo(Phase.SUCCEEDED);
        VendorState lost = StatusWords.done("ready", List.of()).build();
        assertThat(lost.phase()).isEqualTo(Phase.FAILED);
        assertThat(lost.word()).isEqualTo("ready");
        assertThat(lost.failure()).contains(FailureReason.RESULT_LOST);
    }

    @Test
    void aSettledIdSaysHowItsJobEnded() {
        VendorState once = SettledId.state(SettledId.givenOnce("a:b")).orElseThrow();
        VendorState never = SettledId.state(SettledId.neverMade("a:b")).orElseThrow();

        assertThat(once.failure()).contains(FailureReason.RESULT_LOST);
        assertThat(once.billing()).contains(Billing.BILLED);
        assertThat(never.failure()).contains(FailureReason.OTHER);
        assertThat(never.billing()).contains(Billing.NOT_BILLED);
        assertThat(SettledId.state("a:b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "much", "1e999999999", "[]", "true", "null", "\"\""})
    void whatIsNoAmountIsNone(String json) {
        Object value = json.startsWith("1e") || json.equals("much") ? json : Json.read(json);

        assertThat(Json.amount(value)).isEmpty();
    }

    @Test
    void anAmountIsExact() {
        assertThat(Json.amount(Json.read("0.10"))).contains(new BigDecimal("0.10"));
        assertThat(Json.amount("0.001240000")).contains(new BigDecimal("0.001240000"));
        assertThat(Json.at(Json.read("{\"a\":{\"b\":[1]}}"), "a", "b")).isEqualTo(List.of(1L));
        assertThat(Json.at(Json.read("{\"a\":7}"), "a", "b")).isNull();
        assertThat(Json.textAt(Json.read("{\"a\":\" \"}"), "a")).isNull();
    }
}
