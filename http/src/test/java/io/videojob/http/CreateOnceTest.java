package io.videojob.http;

import static io.videojob.http.RawServer.HANG_UP;
import static io.videojob.http.RawServer.SILENCE;
import static io.videojob.http.RawServer.answers;
import static io.videojob.spi.SubmitOutcome.Kind.ACCEPTED;
import static io.videojob.spi.SubmitOutcome.Kind.NOT_SENT;
import static io.videojob.spi.SubmitOutcome.Kind.REFUSED;
import static io.videojob.spi.SubmitOutcome.Kind.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.spi.SubmitOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A create goes over the wire once, or provably not at all. */
class CreateOnceTest {

    @Test
    void aHostThatRefusesTheConnectionIsNotSent() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (VendorHttp http = Acme.at(nobody).build()) {
            SubmitOutcome outcome = Acme.create(http);

            assertThat(outcome.kind()).isEqualTo(NOT_SENT);
            assertThat(outcome.answer().message().orElseThrow())
                    .contains("acme")
                    .contains(nobody.toString());
        }
    }

    @Test
    void anUnknownHostIsNotSent() {
        // RFC 6761: no name below .invalid is ever found
        try (VendorHttp http = Acme.at(URI.create("https://acme.invalid")).build()) {
            SubmitOutcome outcome = Acme.create(http);

            assertThat(outcome.kind()).isEqualTo(NOT_SENT);
            assertThat(outcome.answer().message().orElseThrow()).contains("host is unknown");
        }
    }

    @Test
    void aFailedTlsHandshakeIsNotSent() throws IOException {
        try (RawServer server = new RawServer(answers(RawServer.json("{\"id\":\"7\"}")));
                VendorHttp http = Acme.at(URI.create(server.url().toString().replace("http:", "https:")))
                        .build()) {

            assertThat(Acme.create(http, Duration.ofSeconds(2)).kind()).isEqualTo(NOT_SENT);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatNeverShakesHandsIsNotSent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                VendorHttp http = Acme.at(URI.create("https://127.0.0.1:" + silent.getLocalPort()))
                        .build()) {

            assertThat(Acme.create(http, Duration.ofMillis(300)).kind()).isEqualTo(NOT_SENT);
        }
    }

    @Test
    void aRequestThatCannotBeWrittenIsRefusedAndNothingSent() throws IOException {
        try (RawServer server = new RawServer();
                VendorHttp http = Acme.at(server.url()).build()) {
            SubmitOutcome outcome = Creates.send(
                    http.creates(Acme.Wire.class, Duration.ofSeconds(5)).create(null), Acme.TABLE, answer -> null);

            assertThat(outcome.kind()).isEqualTo(REFUSED);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void theBodyOfACreateCanBeWrittenOnce() {
        try (VendorHttp http = Acme.at(URI.create("https://acme.example")).build()) {
            var call = http.creates(Acme.Wire.class, Duration.ofSeconds(5)).create(Acme.BODY);

            assertThat(call.request().body().isOneShot()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HANG_UP,
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n{\"id\":\"7\"}",
                "SSH-2.0-OpenSSH_9.6\r\n"
            })
    void aConnectionThatBreaksAfterTheRequestIsUncertainAndOneRequest(String answer) throws IOException {
        try (RawServer server = new RawServer(answers(answer));
                VendorHttp http = Acme.at(server.url()).build()) {

            assertThat(Acme.create(http).kind()).isEqualTo(UNCERTAIN);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theHeadOfACutAnswerStillNamesTheJob() throws IOException {
        try (RawServer server = new RawServer(
                        answers("HTTP/1.1 200 OK\r\nx-job-id: 7:a/b\r\nContent-Length: 10\r\n\r\n{\"id\":"));
                VendorHttp http = Acme.at(server.url()).build()) {
            SubmitOutcome outcome = Acme.create(http);

            assertThat(outcome.vendorJobId()).contains("7:a/b");
            assertThat(outcome.answer().httpStatus()).isEqualTo(200);
        }
    }

    @Test
    void silenceEndsWithTheTimeoutUncertain() throws IOException {
        try (RawServer server = new RawServer(answers(SILENCE));
                VendorHttp http = Acme.at(server.url()).build()) {

            assertThat(Acme.create(http, Duration.ofMillis(300)).kind()).isEqualTo(UNCERTAIN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatStopsInItsBodyIsUncertainAfterTheTimeout() throws IOException {
        String begun = "HTTP/1.1 200 OK\r\nx-job-id: 7\r\nContent-Length: 10\r\n\r\n{\"id\":" + SILENCE;
        try (RawServer server = new RawServer(answers(begun));
                VendorHttp http = Acme.at(server.url()).build()) {
            SubmitOutcome outcome = Acme.create(http, Duration.ofMillis(300));

            assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
            assertThat(outcome.vendorJobId()).contains("7");
            assertThat(outcome.answer().message().orElseThrow()).contains("no whole answer within 0.3 s");
        }
    }

    /** What a pooled connection would do: the vendor hangs up between two creates, or just as the second one arrives. */
    @Test
    void aCreateNeverMeetsAConnectionThatServedBefore() throws IOException {
        String answer = RawServer.json("{\"id\":\"7\"}");
        try (RawServer server = new RawServer(answers(answer, HANG_UP), answers(answer, HANG_UP));
                VendorHttp http = Acme.at(server.url()).build()) {

            assertThat(Acme.look(http).id()).isEqualTo("7");
            assertThat(Acme.create(http).kind()).isEqualTo(ACCEPTED);
            assertThat(Acme.create(http).kind()).isEqualTo(ACCEPTED);

            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void manyCreatesAtOnceAreOneRequestEach() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return Acme.json("{\"id\":\"7\"}");
                }
            });
            server.start();
            ExecutorService threads = Executors.newFixedThreadPool(20);
            try (VendorHttp http = Acme.at(server.url("/").uri()).build()) {
                List<CompletableFuture<SubmitOutcome>> all = IntStream.range(0, 60)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> Acme.create(http), threads))
                        .toList();

                assertThat(all).allSatisfy(f -> assertThat(f.join().kind()).isEqualTo(ACCEPTED));
                assertThat(server.getRequestCount()).isEqualTo(60);
                for (int i = 0; i < 60; i++) {
                    assertThat(server.takeRequest().getSequenceNumber())
                            .as("requests before on the same connection")
                            .isZero();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void closingBreaksOffACreateWhichIsThenUncertain() throws Exception {
        try (RawServer server = new RawServer(answers(SILENCE))) {
            VendorHttp http = Acme.at(server.url()).build();
            CompletableFuture<SubmitOutcome> create =
                    CompletableFuture.supplyAsync(() -> Acme.create(http, Duration.ofMinutes(5)));
            while (server.requests().isEmpty()) {
                Thread.onSpinWait();
            }

            http.close();

            assertThat(create.get().kind()).isEqualTo(UNCERTAIN);
        }
    }

    @Test
    void numbersGoOutAsTheyAreAndNullsNotAtAll() throws Exception {
        try (MockWebServer server = new MockWebServer();
                VendorHttp http = Acme.at(server.url("/proxy/acme").uri()).build()) {
            server.enqueue(Acme.json("{}"));
            Map<String, Object> body = new java.util.LinkedHashMap<>();
            body.put("seed", 9_007_199_254_740_993L);
            body.put("scale", new BigDecimal("1.50"));
            body.put("nothing", null);
            body.put("elements", List.of(Map.of("on", true)));

            Creates.send(http.creates(Acme.Wire.class, Duration.ofSeconds(5)).create(body), Acme.TABLE, answer -> null);

            RecordedRequest request = server.takeRequest();
            assertThat(request.getPath()).isEqualTo("/proxy/acme/v1/jobs");
            assertThat(request.getBody().readUtf8())
                    .isEqualTo("{\"seed\":9007199254740993,\"scale\":1.50,\"elements\":[{\"on\":true}]}");
        }
    }
}
