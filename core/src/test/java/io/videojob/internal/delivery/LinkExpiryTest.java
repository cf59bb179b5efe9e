package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkExpiryTest {

    @ParameterizedTest
    @CsvSource({
        "X-Amz-Algorithm=AWS4&X-Amz-Date=20260501T115000Z&X-Amz-Expires=600&X-Amz-Signature=0, 2026-05-01T12:00:00Z",
        "X-Tos-Expires=86400&X-Tos-Date=20260501T120000Z, 2026-05-02T12:00:00Z",
        "X-Goog-Date=20260501T120000Z&X-Goog-Expires=1, 2026-05-01T12:00:01Z",
        "x-amz-date=20260501T115000Z&x-amz-expires=600, 2026-05-01T12:00:00Z",
        "OSSAccessKeyId=a&Expires=1777636800&Signature=b%3D, 2026-05-01T12:00:00Z",
        "Expires=1777636800000, 2026-05-01T12:00:00Z",
        "sv=1&se=2026-05-01T12%3A00%3A00Z&sig=x, 2026-05-01T12:00:00Z",
        "se=2026-05-01, 2026-05-01T00:00:00Z",
        "Expires=1777636800&X-Amz-Date=20260501T110000Z&X-Amz-Expires=60, 2026-05-01T11:01:00Z",
    })
    void aSignedLinkTellsWhenItDies(String query, Instant expiry) {
        assertThat(LinkExpiry.of("https://cdn.example.com/a.mp4?" + query)).contains(expiry);
        assertThat(LinkExpiry.of("https://cdn.example.com/a.mp4?" + query + "#t=1"))
                .contains(expiry);
    }

    @Test
    void aTokenTellsWhenItDies() {
        String payload = "{\"sub\":\"x\", \"exp\" : 1777636800}";
        String token = "eyJhbGciOiJIUzI1NiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";

        assertThat(LinkExpiry.of("https://cdn.example.com/a.mp4?_jwt=" + token))
                .contains(Instant.parse("2026-05-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example.com/a.mp4",
                "https://cdn.example.com/a.mp4?cacheKey=abc",
                "https://cdn.example.com/a.mp4?Expires=soon&se=never&X-Amz-Expires=600",
                "https://cdn.example.com/a.mp4?X-Amz-Date=2026&X-Amz-Expires=600",
                "https://cdn.example.com/a.mp4?X-Amz-Date=20260501T115000Z&X-Amz-Expires=-1",
                "https://cdn.example.com/a.mp4?Expires=600",
                "https://cdn.example.com/a.mp4?v=1.2.3&t=a.bb.c&%zz=%zz&&=",
                "data:,a?Expires=1777636800",
            })
    void anyOtherLinkTellsNothing(String link) {
        assertThat(LinkExpiry.of(link)).isEmpty();
    }
}
