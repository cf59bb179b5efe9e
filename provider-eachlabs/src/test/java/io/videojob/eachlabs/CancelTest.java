package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.spi.CancelOutcome;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    @ParameterizedTest
    @ValueSource(strings = {"answers/cancel-models", "answers/cancel-video"})
    void theVendorTakesTheWishAndNoMoreIsClaimed(String file) {
        vendor.answers(200, body(file));

        assertThat(vendor.eachlabs.cancel("abc/123").kind()).isEqualTo(CancelOutcome.Kind.ACCEPTED);
        RecordedRequest request = vendor.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/prediction/abc%2F123/cancel HTTP/1.1");
        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeader("X-API-Key")).isEqualTo(ScriptedVendor.KEY);
    }

    @Test
    void aConflictMeansThatTheJobHadEnded() {
        vendor.answers(409, body("errors/409"));
        CancelOutcome outcome = vendor.eachlabs.cancel("p-1");

        assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.TOO_LATE);
        assertThat(outcome.answer().message()).contains("conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "401, errors/401-empty, AUTHENTICATION",
        "404, errors/404-prediction, NOT_FOUND",
        "500, errors/500-look, UNAVAILABLE",
    })
    void aRefusedWishSaysWhy(int status, String file, RefusalReason reason) {
        vendor.answers(status, body(file));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> vendor.eachlabs.cancel("p-1"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void anAnswerThatCanNotBeReadCancelsNothing() {
        vendor.answers(200, "<html>welcome</html>");

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> vendor.eachlabs.cancel("p-1"));
    }
}
