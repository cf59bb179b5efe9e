package io.videojob.internal.engine;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.RetryConfig;
import io.videojob.RefusalReason;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether and when a create is tried again at the same provider. Resilience4j decides; it never waits here: the count lives
 * in the record and the wait in the engine, so both survive a restart.
 */
public final class RetryPolicy {
    private final RetryConfig config;

    private RetryPolicy(RetryConfig config) {
        this.config = config;
    }

    /**
     * A policy.
     *
     * @param maxAttempts creates in all, the first included; at least 1
     * @param base the first wait; each further one is twice as long
     * @param max the longest wait
     */
    public static RetryPolicy of(int maxAttempts, Duration base, Duration max) {
        return new RetryPolicy(RetryConfig.<SubmitOutcome>custom()
                .maxAttempts(maxAttempts)
                .intervalFunction(IntervalFunction.ofExponentialBackoff(base, 2.0, max))
                .retryOnResult(RetryPolicy::mayPass)
                .build());
    }

    /** Creates in all. */
    int maxAttempts() {
        return config.getMaxAttempts();
    }

    /** The wait before the next create after {@code tries} of them came to {@code outcome}; empty if there is no next. */
    Optional<Duration> delayAfter(int tries, SubmitOutcome outcome) {
        if (tries >= config.getMaxAttempts()
                || !config.<SubmitOutcome>getResultPredicate().test(outcome)) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofMillis(config.<SubmitOutcome>getIntervalBiFunction().apply(tries, Either.right(outcome))));
    }

    /** True for what provably made nothing and may be over in a while. Never for an uncertain create. */
    static boolean mayPass(SubmitOutcome outcome) {
        return switch (outcome.kind()) {
            case NOT_SENT -> true;
            case REFUSED ->
                outcome.reason()
                        .filter(r -> r == RefusalReason.RATE_LIMITED
                                || r == RefusalReason.CONCURRENCY_LIMITED
                                || r == RefusalReason.UNAVAILABLE)
                        .isPresent();
            default -> false;
        };
    }
}
