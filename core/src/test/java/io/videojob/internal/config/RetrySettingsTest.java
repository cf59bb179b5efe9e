package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.spi.ProviderTraits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often and how long is waited: of four that may say so, the nearest counts. */
class RetrySettingsTest {
    private static final ProviderTraits PLAIN =
            ProviderTraits.builder(List.of()).build();
    private static final ProviderTraits SLOW = ProviderTraits.builder(List.of())
            .retryDelays(Duration.ofSeconds(30), Duration.ofSeconds(120))
            .build();

    private static RetrySettings retry(int attempts, int baseSeconds, int maxSeconds) {
        return new RetrySettings(attempts, Duration.ofSeconds(baseSeconds), Duration.ofSeconds(maxSeconds));
    }

    @Test
    void retriesAreTheProvidersThenTheUsersThenTheAdaptersThenOurs() {
        assertThat(Given.file().read().retry("acme", PLAIN)).isEqualTo(retry(5, 1, 60));
        assertThat(Given.file().read().retry("acme", SLOW)).isEqualTo(retry(5, 30, 120));
        assertThat(Given.file("videojob.retry.base-delay = 2s", "videojob.retry.max-attempts = 7")
                        .read()
                        .retry("acme", SLOW))
                .isEqualTo(retry(7, 2, 120));
        assertThat(Given.file(
                                "videojob.retry.base-delay = 2s",
                                "videojob.retry.max-delay = 90s",
                                "videojob.retry.max-attempts = 7",
                                "videojob.provider.acme.retry.base-delay = 4s",
                                "videojob.provider.acme.retry.max-attempts = 1")
                        .read()
                        .retry("acme", SLOW))
                .isEqualTo(retry(1, 4, 90));
        assertThat(Given.file()
                        .env("VIDEOJOB_PROVIDER_ACME_RETRY_MAX_DELAY", "50s")
                        .read()
                        .retry("acme", SLOW))
                .isEqualTo(retry(5, 30, 50));
    }

    @Test
    void ofDelaysThatDoNotFitTheStrongerOneStays() {
        assertThat(Given.file("videojob.retry.max-delay = 20s").read().retry("acme", SLOW))
                .isEqualTo(retry(5, 20, 20));
        assertThat(Given.file("videojob.retry.base-delay = 90s").read().retry("acme", PLAIN))
                .isEqualTo(retry(5, 90, 90));
        assertThat(Given.file("videojob.retry.max-delay = 20s", "videojob.provider.acme.retry.base-delay = 40s")
                        .read()
                        .retry("acme", PLAIN))
                .isEqualTo(retry(5, 40, 40));
    }

    @Test
    void delaysFromOneHandThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Given.file("videojob.retry.base-delay = 90s", "videojob.retry.max-delay = 20s")
                        .read())
                .hasMessageContaining("videojob.retry.base-delay is longer than videojob.retry.max-delay = 20s");
        assertThatThrownBy(() -> Given.file(
                                "videojob.provider.acme.retry.base-delay = 90s",
                                "videojob.provider.acme.retry.max-delay = 20s")
                        .read())
                .hasMessageContaining("videojob.provider.acme.retry.base-delay is longer");
    }
}
