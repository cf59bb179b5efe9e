package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.spi.CancelOutcome;
import java.util.Set;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelsTest extends AtAcme {
    private CancelOutcome cancel() {
        return Cancels.send(http.reads(Acme.Wire.class).create(Acme.BODY), Acme.TABLE, Set.of(409));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 205})
    void aGoodAnswerWithoutABodyIsAccepted(int status) {
        server.enqueue(new MockResponse().setResponseCode(status));

        assertThat(cancel().kind()).isEqualTo(CancelOutcome.Kind.ACCEPTED);
    }

    @Test
    void anEmptyAnswerInChunksIsAcceptedToo() {
        server.enqueue(new MockResponse().setChunkedBody("", 1));

        assertThat(cancel().kind()).isEqualTo(CancelOutcome.Kind.ACCEPTED);
    }

    @Test
    void anAnswerThatCanNotBeReadIsNotAccepted() {
        server.enqueue(new MockResponse().setBody("<html>"));

        assertThatThrownBy(this::cancel).isInstanceOf(ProtocolException.class);
    }

    @Test
    void onlyTheStatusThatSaysSoIsTooLate() {
        server.enqueue(new MockResponse().setResponseCode(409));
        server.enqueue(new MockResponse().setResponseCode(404));

        assertThat(cancel().kind()).isEqualTo(CancelOutcome.Kind.TOO_LATE);
        assertThatThrownBy(this::cancel).isInstanceOf(ProviderException.class);
    }
}
