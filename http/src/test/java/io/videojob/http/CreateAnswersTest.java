package io.videojob.http;

import static io.videojob.spi.SubmitOutcome.Kind.ACCEPTED;
import static io.videojob.spi.SubmitOutcome.Kind.REFUSED;
import static io.videojob.spi.SubmitOutcome.Kind.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.RefusalReason;
import io.videojob.spi.SubmitOutcome;
import java.io.IOException;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer a create can get, over a real socket, and what it comes to. Always one request. */
class CreateAnswersTest extends AtAcme {
    @AfterEach
    void wasSentOnce() {
        assertThat(server.getRequestCount()).as("creates on the wire").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void anIdIsAccepted(int status) throws Exception {
        server.enqueue(Acme.json("{\"id\":\"7:a/b\",\"new\":[1]}").setResponseCode(status));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(ACCEPTED);
        assertThat(outcome.vendorJobId()).contains("7:a/b");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/jobs HTTP/1.1");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + Acme.KEY);
        assertThat(request.getBody().readUtf8()).isEqualTo("{\"prompt\":\"a raccoon\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, AUTHENTICATION",
        "402, OUT_OF_CREDITS",
        "403, AUTHENTICATION",
        "404, NOT_FOUND",
        "413, INVALID_REQUEST",
        "415, INVALID_REQUEST",
        "422, INVALID_REQUEST",
        "429, RATE_LIMITED"
    })
    void aNoIsRefused(int status, RefusalReason reason) {
        server.enqueue(Acme.json("{\"error\":\"no\"}").setResponseCode(status).setHeader("x-job-id", "7"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(REFUSED);
        assertThat(outcome.reason()).contains(reason);
        assertThat(outcome.retryAfter()).isEmpty();
        assertThat(outcome.answer().httpStatus()).isEqualTo(status);
        assertThat(outcome.answer().message()).contains("no");
    }

    @Test
    void theAdaptersTableSaysWhichRefusal() {
        server.enqueue(Acme.json("{\"error\":\"Too many jobs\"}").setResponseCode(429));

        assertThat(Acme.create(http).reason()).contains(RefusalReason.CONCURRENCY_LIMITED);
    }

    @Test
    void retryAfterInSeconds() {
        server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "17"));

        assertThat(Acme.create(http).retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Test
    void retryAfterAsADateByTheVendorsClock() {
        server.enqueue(new MockResponse()
                .setResponseCode(429)
                .setHeader("Date", "Wed, 21 Oct 2015 07:27:00 GMT")
                .setHeader("Retry-After", "Wed, 21 Oct 2015 07:28:30 GMT"));

        assertThat(Acme.create(http).retryAfter()).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 304})
    void aRedirectIsRefusedAndTheKeyGoesNowhereElse(int status) throws IOException {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            server.enqueue(new MockResponse().setResponseCode(status).setHeader("Location", elsewhere.url("/v1/jobs")));

            SubmitOutcome outcome = Acme.create(http);

            assertThat(outcome.kind()).isEqualTo(REFUSED);
            assertThat(outcome.reason()).contains(RefusalReason.UNAVAILABLE);
            assertThat(outcome.answer().message().orElseThrow()).contains("base URL moved");
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 406, 408, 409, 410, 425, 500, 501, 502, 503, 504, 520})
    void whatMayComeAfterTheWorkWasBegunIsUncertain(int status) {
        server.enqueue(Acme.json("{\"error\":\"oops\"}").setResponseCode(status).setHeader("x-job-id", "7:b"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("7:b");
        assertThat(outcome.answer().httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void anInvitationToAskAgainAtOnceIsDeclined(int status) {
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("Retry-After", "0"));
        server.enqueue(Acme.json("{\"id\":\"second\"}"));

        assertThat(Acme.create(http).kind()).isEqualTo(UNCERTAIN);
    }

    @Test
    void aFiveHundredWithTheExactDocumentedBodyIsRefused() {
        server.enqueue(Acme.json("{\"error\":\"closed for maintenance\"}")
                .setResponseCode(500)
                .setHeader("Retry-After", "0"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(REFUSED);
        assertThat(outcome.reason()).contains(RefusalReason.UNAVAILABLE);
        assertThat(outcome.retryAfter()).contains(Duration.ZERO);
    }

    @Test
    void aFiveHundredWithAlmostThatBodyIsUncertain() {
        server.enqueue(
                Acme.json("{\"error\":\"closed for maintenance\",\"id\":7}").setResponseCode(500));

        assertThat(Acme.create(http).kind()).isEqualTo(UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":null}",
                "null",
                "",
                "[]",
                "7",
                "{\"id\":{\"a\":1}}",
                "{\"id\":\"7\"",
                "{\"id\":\"7\"}}",
                "{\"id\" \"7\"}",
                "<html><body>Welcome</body></html>",
                "\u0000\u0001\u0002",
                "{\"id\":\"7\",\"done\":\"perhaps\"}",
                "{\"id\":\"7\",\"input\":1e999999999}"
            })
    void aGoodAnswerThatNamesNoJobIsUncertain(String body) {
        server.enqueue(Acme.json(body).setHeader("x-job-id", "7"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("7");
        assertThat(outcome.answer().httpStatus()).isEqualTo(200);
    }

    @Test
    void noContentIsUncertain() {
        server.enqueue(new MockResponse().setResponseCode(204));

        assertThat(Acme.create(http).kind()).isEqualTo(UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"input\":"})
    void bottomlessNestingIsUncertain(String level) {
        server.enqueue(Acme.json(level.repeat(200_000)));

        assertThat(Acme.create(http).kind()).isEqualTo(UNCERTAIN);
    }

    @Test
    void fiftyMegabytesAreUncertainWhateverLengthTheyClaim() {
        server.enqueue(new MockResponse()
                .setChunkedBody(Acme.longJson(50 << 20), 1 << 16)
                .setHeader("x-job-id", "7"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("7");
        assertThat(outcome.answer().message().orElseThrow()).contains("longer than 8 MiB");
    }

    @Test
    void fiftyMegabytesInASmallZipAreUncertain() throws IOException {
        Buffer packed = Acme.gzip(Acme.longJson(50 << 20));
        assertThat(packed.size()).isLessThan(1 << 20);
        server.enqueue(new MockResponse().setBody(packed).setHeader("Content-Encoding", "gzip"));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
        assertThat(outcome.answer().message().orElseThrow()).contains("longer than 8 MiB");
    }

    @Test
    void anAnswerWithinTheLimitIsRead() throws IOException {
        server.enqueue(
                new MockResponse().setBody(Acme.gzip(Acme.longJson(7 << 20))).setHeader("Content-Encoding", "gzip"));

        assertThat(Acme.create(http).vendorJobId().orElseThrow()).hasSize(7 << 20);
    }

    @Test
    void aRefusalStaysOneThoughItsBodyIsCut() {
        server.enqueue(Acme.json("{\"error\":\"" + "no ".repeat(10_000) + "\"}")
                .setResponseCode(402)
                .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));

        SubmitOutcome outcome = Acme.create(http);

        assertThat(outcome.kind()).isEqualTo(REFUSED);
        assertThat(outcome.reason()).contains(RefusalReason.OUT_OF_CREDITS);
    }

    @Test
    void aRefusalStaysOneThoughItsBodyHasNoEnd() {
        server.enqueue(new MockResponse().setResponseCode(400).setChunkedBody(Acme.longJson(50 << 20), 1 << 16));

        assertThat(Acme.create(http).reason()).contains(RefusalReason.INVALID_REQUEST);
    }

    @Test
    void anAdapterThatStumblesOverTheAnswerLeavesItUncertain() {
        server.enqueue(Acme.json("{\"id\":\"7\"}").setHeader("x-job-id", "7"));

        SubmitOutcome outcome = Creates.send(
                http.creates(Acme.Wire.class, Duration.ofSeconds(5)).create(Acme.BODY), Acme.TABLE, answer -> {
                    throw new IllegalStateException("a bug");
                });

        assertThat(outcome.kind()).isEqualTo(UNCERTAIN);
        assertThat(outcome.vendorJobId()).contains("7");
    }
}
