package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"0, PT0S", "120, PT2M", "' 7 ', PT7S", "999999999999999, P365D"})
    void seconds(String header, Duration wait) {
        assertThat(RetryAfter.of(answer(header).build())).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "soon", "1.5", "99999999999999999999", "Wed, 21 Oct 2015", "2015-10-21T07:28:00Z"})
    void whatIsNeitherIsNotThere(String header) {
        assertThat(RetryAfter.of(answer(header).build())).isEmpty();
    }

    @Test
    void aDateCountsFromTheAnswersArrivalWhenTheVendorTellsNoTime() {
        Response answer = answer("Wed, 21 Oct 2015 07:28:00 GMT")
                .receivedResponseAtMillis(Instant.parse("2015-10-21T07:27:15Z").toEpochMilli())
                .build();

        assertThat(RetryAfter.of(answer)).contains(Duration.ofSeconds(45));
    }

    @Test
    void aDatePastIsNow() {
        Response answer = answer("Wed, 21 Oct 2015 07:28:00 GMT")
                .header("Date", "Wed, 21 Oct 2015 08:00:00 GMT")
                .build();

        assertThat(RetryAfter.of(answer)).contains(Duration.ZERO);
    }

    private static Response.Builder answer(String retryAfter) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(429)
                .message("")
                .header("Retry-After", retryAfter);
    }
}
