package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.catalog.ModelProfile;
import io.videojob.http.AccountBuilder;
import io.videojob.spi.Submission;
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
    static final String KEY = "0123456789abcdef-test";
    static final String TAG = "vj-4711-1-1";
    static final Instant SENT_AT = Instant.parse("2026-01-01T00:00:00Z");

    final MockWebServer server = new MockWebServer();
    final AimlApi aimlapi;

    ScriptedVendor() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.aimlapi = builder().build();
    }

    AccountBuilder<AimlApi> builder() {
        return AimlApi.builder().apiKey(KEY).baseUrl(url()).callTimeout(Duration.ofSeconds(20));
    }

    URI url() {
        return server.url("/").uri();
    }

    ScriptedVendor answers(int status, String body) {
        return answers(new MockResponse().setResponseCode(status).setBody(body));
    }

    ScriptedVendor answers(MockResponse response) {
        server.enqueue(response.setHeader("Content-Type", "application/json"));
        return this;
    }

    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            assertThat(request).as("a request").isNotNull();
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Submission.Builder video() {
        return Submission.builder(
                        TAG,
                        "klingai/video-o1-image-to-video",
                        Map.of("prompt", "a raccoon", "image_url", "https://example.com/a.png"),
                        SENT_AT)
                .timeout(Duration.ofSeconds(20));
    }

    Submission.Builder image() {
        return image(Map.of("prompt", "a raccoon"));
    }

    Submission.Builder image(Map<String, Object> input) {
        ModelProfile profile = profile("klingai/image-o1");
        return Submission.builder(TAG, profile.slug(), input, SENT_AT)
                .timeout(Duration.ofSeconds(20))
                .profile(profile);
    }

    ModelProfile profile(String slug) {
        return aimlapi.traits().profiles().find(slug).orElseThrow();
    }

    @Override
    public void close() {
        aimlapi.close();
        try {
            server.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
