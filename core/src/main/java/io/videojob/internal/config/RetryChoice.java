package io.videojob.internal.config;

import static io.videojob.internal.config.Converters.countUpTo;
import static io.videojob.internal.config.Converters.durationUpTo;

import io.videojob.ConfigurationException;
import io.videojob.spi.ProviderTraits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose word on retries counts: the user's for one provider, the user's for all, the adapter's, the library's. */
final class RetryChoice {
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration BASE_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofSeconds(60);

    private final @Nullable Integer maxAttempts;
    private final @Nullable Duration baseDelay;
    private final @Nullable Duration maxDelay;

    /** Reads {@code videojob.retry.*}. */
    RetryChoice(Source source) {
        maxAttempts = source.read(Keys.RETRY_MAX_ATTEMPTS, countUpTo(ProviderConfig.MOST_ATTEMPTS))
                .orElse(null);
        baseDelay = source.read(Keys.RETRY_BASE_DELAY, durationUpTo(ProviderConfig.LONGEST_DELAY))
                .orElse(null);
        maxDelay = source.read(Keys.RETRY_MAX_DELAY, durationUpTo(ProviderConfig.LONGEST_DELAY))
                .orElse(null);
        if (baseDelay != null && maxDelay != null && baseDelay.compareTo(maxDelay) > 0) {
            throw new ConfigurationException(Keys.RETRY_BASE_DELAY + " is longer than " + Keys.RETRY_MAX_DELAY + " = "
                    + Converters.show(maxDelay) + "; make one of them fit");
        }
    }

    /** What is in force for a provider. */
    RetrySettings of(ProviderConfig config, ProviderTraits traits) {
        OptionalInt own = config.retryMaxAttempts();
        int attempts = own.isPresent() ? own.getAsInt() : maxAttempts != null ? maxAttempts : MAX_ATTEMPTS;
        Choice base = choose(config.retryBaseDelay(), baseDelay, traits.retryBaseDelay(), BASE_DELAY);
        Choice max = choose(config.retryMaxDelay(), maxDelay, traits.retryMaxDelay(), MAX_DELAY);
        if (base.delay.compareTo(max.delay) <= 0) {
            return new RetrySettings(attempts, base.delay, max.delay);
        }
        // They come from different hands and don't fit: the stronger one stays, the other moves.
        Duration both = base.rank < max.rank ? base.delay : max.delay;
        return new RetrySettings(attempts, both, both);
    }

    private static Choice choose(
            Optional<Duration> own, @Nullable Duration forAll, Optional<Duration> adapters, Duration library) {
        return Stream.of(
                        own.map(delay -> new Choice(1, delay)),
                        Optional.ofNullable(forAll).map(delay -> new Choice(2, delay)),
                        adapters.map(delay -> new Choice(3, delay)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Choice(4, library));
    }

    /** A delay and whose it is: the lower the rank, the more it counts. */
    private record Choice(int rank, Duration delay) {}
}
