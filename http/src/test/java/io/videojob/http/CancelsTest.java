package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.spi.CancelOutcome;
import java.io.IOException;
import java.util.Set;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelsTest {
    private final MockWebServer server = new MockWebServer();
    private VendorHttp http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        http = Acme.at(server.url("/").uri()).build();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.shutdown();
    }

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
