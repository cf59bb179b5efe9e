package io.videojob.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.RefusalReason;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** An invented vendor, as small as one can be. */
final class Acme {
    static final String KEY = "sk-0123456789abcdef";
    static final Map<String, Object> BODY = Map.of("prompt", "a raccoon");

    interface Wire {
        @POST("v1/jobs")
        Call<Job> create(@Body Map<String, Object> body);

        @GET("v1/jobs")
        Call<Job> job(@Query("id") String id);

        @GET
        Call<Job> anywhere(@Url String url);

        record Job(
                @Nullable String id,
                @Nullable Boolean done,
                @Nullable Object input) {}
    }

    private Acme() {}

    static VendorHttp.Builder at(URI baseUrl) {
        return VendorHttp.builder("acme", baseUrl)
                .header("Authorization", "Bearer " + KEY)
                .suspectedIdHeader("x-job-id")
                .connectTimeout(Duration.ofSeconds(5))
                .callTimeout(Duration.ofSeconds(5));
    }

    static SubmitOutcome create(VendorHttp http) {
        return create(http, Duration.ofSeconds(5));
    }

    static SubmitOutcome create(VendorHttp http, Duration timeout) {
        return Creates.send(http.creates(Wire.class, timeout).create(BODY), TABLE, answer -> {
            String id = answer.body().id();
            return id == null
                    ? null
                    : SubmitOutcome.accepted(
                            id,
                            VendorState.builder(VendorState.Phase.QUEUED, "queued")
                                    .build());
        });
    }

    static Wire.Job look(VendorHttp http) {
        return Reads.get(http.reads(Wire.class).job("7"), TABLE);
    }

    static final ErrorTable TABLE = new ErrorTable() {
        @Override
        public RefusalReason reason(ErrorBody error) {
            return error.says("too many jobs") ? RefusalReason.CONCURRENCY_LIMITED : ErrorTable.byStatus(error);
        }

        @Override
        public boolean provesNothingMade(ErrorBody error) {
            return error.json().equals(java.util.Optional.of(Map.of("error", "closed for maintenance")));
        }
    };

    static MockResponse json(String body) {
        return new MockResponse().setHeader("Content-Type", "application/json").setBody(body);
    }

    /** {@code {"id":"xxx…"}} of that many bytes of text. */
    static Buffer longJson(long bytes) {
        Buffer body = new Buffer().writeUtf8("{\"id\":\"");
        byte[] chunk = "x".repeat(1 << 16).getBytes(UTF_8);
        for (long left = bytes; left > 0; left -= chunk.length) {
            body.write(chunk);
        }
        return body.writeUtf8("\"}");
    }

    static Buffer gzip(Buffer plain) throws java.io.IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeAll(plain);
        }
        return packed;
    }
}
