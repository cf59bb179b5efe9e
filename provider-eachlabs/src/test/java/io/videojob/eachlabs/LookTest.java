package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.util.List;
import java.util.Locale;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a look is asked for, how the job stands by its words, and looks that fail. */
class LookTest {
    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    @Test
    void asksForThePrediction() {
        vendor.look(body("answers/processing"));

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
            VendorState state = vendor.look(with("answers/success-string", "status", written));

            assertThat(state.phase()).isEqualTo(phase);
            assertThat(state.word()).isEqualTo(written);
            assertThat(state.isKnownWord()).isTrue();
        }
    }

    @Test
    void aWordThatNoTableKnowsMeansNotFinished() {
        VendorState state = vendor.look(with("answers/success-string", "status", "Reviewing"));

        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.word()).isEqualTo("Reviewing");
        assertThat(state.isKnownWord()).isFalse();
        assertThat(state.cost()).isEmpty();
    }

    @Test
    void theZeroCostOfAJobThatRunsIsNoCost() {
        VendorState state = vendor.look(body("answers/processing"));

        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.cost()).isEmpty();
        assertThat(state.billing()).isEmpty();
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
