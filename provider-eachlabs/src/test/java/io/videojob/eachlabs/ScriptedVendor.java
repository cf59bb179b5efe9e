package io.videojob.eachlabs;

import io.videojob.http.AccountBuilder;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** The adapter before a server that says what it is told to. */
final class ScriptedVendor implements AutoCloseable {
    static final String KEY = "smk_test-key-4711";
    static final Instant SENT_AT = Instant.parse("2026-01-01T00:00:00Z");

    final MockWebServer server = new MockWebServer();
    final Eachlabs eachlabs;

    ScriptedVendor() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.eachlabs = builder().build();
    }

    AccountBuilder<Eachlabs> builder() {
        return Eachlabs.builder().apiKey(KEY).baseUrl(url()).callTimeout(Duration.ofSeconds(20));
    }

    URI url() {
        return server.url("/").uri();
    }

    void answers(int status, String body) {
        server.enqueue(new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(body));
    }

    /** What a look makes of this answer. */
    VendorState look(String answer) {
        answers(200, answer);
        return eachlabs.fetch("abc123-def456-ghi789");
    }

    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("nothing was sent");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Submission.Builder submission(Map<String, Object> input) {
        return Submission.builder("send-1", "kling-o1-video-to-video-edit", input, SENT_AT)
                .timeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        eachlabs.close();
        try {
            server.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
