package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

class PathIdTest extends AtAcme {
    interface Wire {
        @GET("v1/jobs/{id}")
        Call<Map<String, Object>> job(@Path("id") String id);

        @POST("v1/jobs/{id}/again")
        Call<Map<String, Object>> again(@Path("id") String id);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "", " "})
    void anIdThatNoAddressCanHoldNamesNoJobAndNothingIsAsked(String id) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> Reads.get(http.reads(Wire.class).job(id), Acme.TABLE))
                .satisfies(no -> assertThat(no.reason()).isEqualTo(RefusalReason.NOT_FOUND))
                .withMessageContaining("acme")
                .withMessageContaining("\"" + id + "\"");
        assertThat(Reads.find(() -> Reads.get(http.reads(Wire.class).job(id), Acme.TABLE)))
                .isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"..., ...", "a/.., a%2F..", "../a, ..%2Fa", "%2e, %252e", "a:b, a:b", "ä, %C3%A4"})
    void everyOtherIdIsOnePartOfThePath(String id, String path) throws InterruptedException {
        server.enqueue(Acme.json("{}"));
        Reads.get(http.reads(Wire.class).job(id), Acme.TABLE);

        assertThat(server.takeRequest().getPath()).isEqualTo("/v1/jobs/" + path);
    }

    @Test
    void aCreateWithSuchAnIdInItsPathIsNotSent() {
        SubmitOutcome outcome =
                Creates.send(http.creates(Wire.class, Duration.ofSeconds(5)).again(".."), Acme.TABLE, answer -> null);

        assertThat(outcome.kind()).isEqualTo(SubmitOutcome.Kind.REFUSED);
        assertThat(outcome.answer().message().orElseThrow()).contains("\"..\"", "nothing was sent");
        assertThat(server.getRequestCount()).isZero();
    }
}
