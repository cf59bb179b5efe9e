package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private final ScriptedVendor vendor = new ScriptedVendor();

    @AfterEach
    void close() {
        vendor.close();
    }

    private VendorState look(String body) {
        vendor.answers(200, body);
        return vendor.aimlapi.fetch("7");
    }

    @Test
    void theIdIsOneParameterWhateverIsInIt() {
        vendor.answers(200, Bodies.body("answers/queued"));

        vendor.aimlapi.fetch("6a3ada23:klingai/video-o1&x=1 +%");

        assertThat(vendor.request().getPath())
                .isEqualTo("/v2/video/generations?generation_id=6a3ada23%3Aklingai%2Fvideo-o1%26x%3D1%20%2B%25");
    }

    @ParameterizedTest
    @CsvSource({
        "queued, QUEUED",
        "waiting, QUEUED",
        "pending, QUEUED",
        "submitted, QUEUED",
        "preparing, QUEUED",
        "generating, RUNNING",
        "active, RUNNING",
        "processing, RUNNING",
        "running, RUNNING",
        "completed, SUCCEEDED",
        "complete, SUCCEEDED",
        "succeeded, SUCCEEDED",
        "success, SUCCEEDED",
        "error, FAILED",
        "failed, FAILED",
        "canceled, FAILED",
        "cancelled, FAILED",
        "expired, FAILED",
        "timeout, FAILED",
        "COMPLETED, SUCCEEDED",
        "Error, FAILED"
    })
    void everyWordHasItsSense(String word, Phase phase) {
        VendorState state = look(Bodies.with("answers/completed-object", "status", word));

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.word()).isEqualTo(word);
        assertThat(state.isKnownWord()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brewing", "unknown", ""})
    void anotherWordMeansNotFinished(String word) {
        VendorState state = look(Bodies.with("answers/completed-object", "status", word));

        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.isKnownWord()).isFalse();
        assertThat(state.word()).isEqualTo(word);
        assertThat(state.outputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "answers/completed-object, https://cdn.aimlapi.com/whale/inference_output%2Fvideo%2F2025-02-07%2F0c4d54db-da1b-404a-a495-600426796415%2Foutput.mp4?REDACTED",
        "answers/completed-list-of-objects, https://cdn.aimlapi.com/generations/hedgehog/1759866285599-0cdfb138-c03a-49d4-a601-4f6413e27b15.mp4",
        "answers/completed-list-of-links, https://cdn.aimlapi.com/wolf/d462f7e3-bdc6-43ac-8c2a-ac2d61dea014.mp4?REDACTED",
        "answers/completed-with-placeholder-error, https://cdn.aimlapi.com/generations/hedgehog/1759866285599-0cdfb138-c03a-49d4-a601-4f6413e27b15.mp4",
        "answers/succeeded, https://cdn.aimlapi.com/panda/pixverse%2Fmp4%2Fmedia%2Fweb%2Fori%2FPUQnIoDi49sKyQ48-vAtQ_seed0.mp4"
    })
    void everyShapeOfVideoIsRead(String body, String link) {
        VendorState state = look(Bodies.body(body));

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.outputs()).containsExactly(Output.of(link));
        assertThat(state.failure()).isEmpty();
    }

    @Test
    void aContentTypeIsKept() {
        assertThat(look(Bodies.body("answers/completed-with-file-facts")).outputs())
                .singleElement()
                .satisfies(o -> assertThat(o.contentType()).contains("video/mp4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"completed\"}",
                "{\"status\":\"completed\",\"video\":null}",
                "{\"status\":\"completed\",\"video\":{\"url\":\" \"}}",
                "{\"status\":\"completed\",\"video\":[7,null,{}]}"
            })
    void doneWithoutAVideoHasNoOutputs(String body) {
        VendorState state = look(body);

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.outputs()).isEmpty();
    }

    @Test
    void theCostOfAFinishedJobIsChargedIfTheAnswerSaysOne() {
        assertThat(look(Bodies.body("answers/completed-with-model")).cost())
                .contains(Cost.usd(new BigDecimal("0.06"), Cost.Source.CHARGED));
        assertThat(look(Bodies.body("answers/completed-object")).cost()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "answers/error-detail, INVALID_INPUT, [face_detection_error] Could not detect face in the image",
        "answers/error-name-message, CONTENT_REJECTED, [ContentPolicy] blocked",
        "answers/error-text, VENDOR_FAULT, 'Something wrong with the server. Please, try again later.'"
    })
    void aFailedJobSaysWhyAndIsNotBilled(String body, FailureReason reason, String words) {
        VendorState state = look(Bodies.body(body));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure()).contains(reason);
        assertThat(state.answer()).hasToString(words);
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
    }

    @Test
    void aFailureWithoutAWordThatTellsIsNobodysFault() {
        assertThat(look("{\"status\":\"error\"}").failure()).contains(FailureReason.OTHER);
        assertThat(look("{\"status\":\"error\",\"error\":{\"name\":\"Error\",\"message\":\"task failed\"}}")
                        .failure())
                .contains(FailureReason.OTHER);
        assertThat(look("{\"status\":\"timeout\"}").failure()).contains(FailureReason.VENDOR_TIMEOUT);
    }

    /** The vendor's live OpenAPI document quotes this text of an upstream. */
    @Test
    void whatMayBeContentIsContent() {
        assertThat(look(Bodies.with(
                                "answers/error-name-message",
                                "error",
                                Map.of("name", "Error", "message", "the input image may contain real person")))
                        .failure())
                .contains(FailureReason.CONTENT_REJECTED);
    }

    /** Nothing says that there is no job: one that is not seen for a while may be paid for all the same. */
    @Test
    void unknownWithAnErrorIsAJobThatIsNotFoundAndEndsNone() {
        assertThatThrownBy(() -> look(Bodies.body("answers/unknown-error")))
                .isInstanceOfSatisfying(
                        ProviderException.class, no -> assertThat(no.reason()).isEqualTo(RefusalReason.NOT_FOUND))
                .hasMessageContaining("invalid params, task_id cannot by empty");
    }

    @ParameterizedTest
    @CsvSource({
        "401, errors/401-problem, AUTHENTICATION",
        "429, errors/429-too-many-requests, RATE_LIMITED",
        "500, errors/500-maintenance, UNAVAILABLE",
        "504, errors/504-generation-timeout, UNAVAILABLE"
    })
    void aRefusedLookIsAProviderException(int status, String body, RefusalReason reason) {
        vendor.answers(status, Bodies.body(body));

        assertThat(catchThrowableOfType(ProviderException.class, () -> vendor.aimlapi.fetch("7"))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void anUnreadableLookIsAProtocolException() {
        vendor.answers(200, Bodies.body("errors/502-html"));

        assertThatThrownBy(() -> vendor.aimlapi.fetch("7")).isInstanceOf(ProtocolException.class);
    }
}
