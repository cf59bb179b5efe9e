package io.videojob.http;

import static io.videojob.http.RawServer.HANG_UP;
import static io.videojob.http.RawServer.SILENCE;
import static io.videojob.http.RawServer.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest extends AtAcme {
    @Test
    void readsOverOneConnectionAndEncodesIds() throws Exception {
        server.enqueue(Acme.json("{\"id\":7,\"done\":null,\"more\":{\"a\":[]}}"));
        server.enqueue(Acme.json("{\"input\":[9007199254740993,0.10,\"x\",null,true]}"));

        assertThat(Reads.get(http.reads(Acme.Wire.class).job("a:b/c d"), Acme.TABLE)
                        .id())
                .isEqualTo("7");
        Acme.Wire.Job job = Acme.look(http);

        assertThat(job.id()).isNull();
        assertThat(job.input()).hasToString("[9007199254740993, 0.10, x, null, true]");
        assertThat(server.takeRequest().getPath()).isEqualTo("/v1/jobs?id=a%3Ab%2Fc%20d");
        assertThat(server.takeRequest().getSequenceNumber()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, AUTHENTICATION",
        "403, AUTHENTICATION",
        "404, NOT_FOUND",
        "408, UNAVAILABLE",
        "418, OTHER",
        "429, RATE_LIMITED",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE",
        "504, UNAVAILABLE"
    })
    void aNoIsAProviderExceptionAfterOneRequest(int status, RefusalReason reason) {
        server.enqueue(Acme.json("{\"message\":\"no\"}").setResponseCode(status).setHeader("Retry-After", "0"));

        ProviderException no = catchThrowableOfType(ProviderException.class, () -> Acme.look(http));

        assertThat(no.reason()).isEqualTo(reason);
        assertThat(no.retryAfter()).contains(Duration.ZERO);
        assertThat(no.answer().orElseThrow().httpStatus()).isEqualTo(status);
        assertThat(no).hasMessageContaining("acme").hasMessageContaining("no");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectedLookIsAFailedLook(int status) throws IOException {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            server.enqueue(new MockResponse().setResponseCode(status).setHeader("Location", elsewhere.url("/")));

            assertThatThrownBy(() -> Acme.look(http))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("base URL moved");
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"id\":\"7\"",
                "{\"id\":{}}",
                "{\"id\":\"7\"}]",
                "<html></html>",
                "{\"done\":\"perhaps\"}",
                "{\"input\":-}"
            })
    void anUnreadableAnswerIsAProtocolException(String body) {
        server.enqueue(Acme.json(body));

        assertThatThrownBy(() -> Acme.look(http)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aThrowingRecordIsAProtocolException() {
        server.enqueue(Acme.json("{\"id\":\"7\"}"));

        assertThatThrownBy(() -> Reads.get(http.reads(Strict.class).job(), Acme.TABLE))
                .isInstanceOf(ProtocolException.class);
    }

    interface Strict {
        @retrofit2.http.GET("v1/jobs")
        retrofit2.Call<Job> job();

        record Job(String id) {
            public Job {
                throw new IllegalArgumentException(id);
            }
        }
    }

    @Test
    void fiftyMegabytesAreAProtocolException() throws IOException {
        server.enqueue(
                new MockResponse().setBody(Acme.gzip(Acme.longJson(50 << 20))).setHeader("Content-Encoding", "gzip"));

        assertThatThrownBy(() -> Acme.look(http))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("longer than 8 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n"
            })
    void aCutAnswerIsAProtocolException(String answer) throws IOException {
        try (RawServer raw = new RawServer(answers(answer));
                VendorHttp there = Acme.at(raw.url()).build()) {

            assertThatThrownBy(() -> Acme.look(there)).isInstanceOf(ProtocolException.class);
            assertThat(raw.requests()).hasSize(1);
        }
    }

    @Test
    void aKeptConnectionThatDiesIsAFailedLookAndNoSecondRequest() throws IOException {
        try (RawServer raw = new RawServer(answers(RawServer.json("{\"id\":\"7\"}"), HANG_UP));
                VendorHttp there = Acme.at(raw.url()).build()) {
            assertThat(Acme.look(there).id()).isEqualTo("7");

            assertThatThrownBy(() -> Acme.look(there)).isInstanceOf(TransportException.class);
            assertThat(raw.requests()).hasSize(2);
        }
    }

    @Test
    void silenceIsATransportExceptionAfterTheTimeout() throws IOException {
        try (RawServer raw = new RawServer(answers(SILENCE));
                VendorHttp there =
                        Acme.at(raw.url()).callTimeout(Duration.ofMillis(300)).build()) {

            assertThatThrownBy(() -> Acme.look(there)).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void nobodyThereIsATransportException() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (VendorHttp there = Acme.at(nobody).build()) {
            assertThatThrownBy(() -> Acme.look(there)).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void closingLeavesNoConnection() throws Exception {
        try (RawServer raw = new RawServer(answers(RawServer.json("{\"id\":\"7\"}"), HANG_UP))) {
            VendorHttp there = Acme.at(raw.url()).build();
            Acme.look(there);

            there.close();

            assertThatThrownBy(() -> Acme.look(there)).isInstanceOf(TransportException.class);
            assertThat(raw.requests()).hasSize(1);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(
                            t -> t.getName().startsWith("OkHttp") || t.getName().startsWith("Okio"))
                    .allMatch(Thread::isDaemon);
        }
    }
}
