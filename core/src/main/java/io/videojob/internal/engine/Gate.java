package io.videojob.internal.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.videojob.RefusalReason;
import io.videojob.Timing;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a provider's line: circuit breaker, then slots and budget, then rate. The breaker and the smoothing of
 * the rate are Resilience4j's, on our clock and deciding only; slots, budget and the exact window are the journal's.
 */
final class Gate {
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);
    /** By then a job that was let through is on its way, and is answered within the limits' time for it. */
    private static final Duration SOON = Rules.ANSWER_MARGIN.dividedBy(2);

    private final String provider;
    private final AdmissionLimits limits;
    private final Timing timing;
    private final CircuitBreaker breaker;
    private final @Nullable RateLimiter smoother;
    private final OthersShare others;
    private volatile long triedAt;
    private volatile boolean crowded;
    private volatile @Nullable String waitedFor;

    Gate(String provider, AdmissionLimits limits, Timing timing) {
        this.provider = provider;
        this.limits = limits;
        this.timing = timing;
        this.others = new OthersShare(limits.maxInFlight(), timing);
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(OPEN_FOR)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .currentTimestampFunction(clock -> timing.nanoTime(), TimeUnit.NANOSECONDS)
                        .clock(new TimingClock(timing))
                        .build());
        this.smoother = limits.creates() == 0
                ? null
                : RateLimiter.of(
                        provider,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(spacing())
                                .timeoutDuration(Duration.ZERO)
                                .build(),
                        (Supplier<Long>) timing::nanoTime);
    }

    /** One job through, or when to ask again. */
    Admission admit(JobJournal journal) {
        if (smoother != null && smoother.getMetrics().getAvailablePermissions() < 1) {
            return Admission.notBefore(timing.now().plus(spacing()), "sends are kept apart");
        }
        if (!mayTry()) {
            waitedFor = shutWords();
            return Admission.notBefore(timing.now().plus(OPEN_FOR.dividedBy(6)), shutWords());
        }
        Admission admission = journal.admit(provider, current(), timing.now());
        crowded = admission.job().isEmpty() && !admission.isLineEmpty();
        waitedFor = crowded ? admission.why() : waitedFor;
        if (admission.job().isEmpty()) {
            breaker.releasePermission();
        } else if (smoother != null) {
            smoother.reservePermission();
        }
        return admission;
    }

    /** True if a send that was let through then has left the window, or will before it is answered. */
    boolean isForgotten(Instant admittedAt) {
        return smoother != null && timing.now().isAfter(admittedAt.plus(limits.window()));
    }

    /** True if a send that was let through then may be answered later than it is expected to be. */
    boolean isSlow(Instant admittedAt) {
        return smoother != null && timing.now().isAfter(admittedAt.plus(SOON));
    }

    /** Half open, the breaker lets one through; if that one was never sent, its permission comes back after a while. */
    private boolean mayTry() {
        if (breaker.tryAcquirePermission()) {
            triedAt = timing.nanoTime();
            return true;
        }
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN
                && timing.nanoTime() - triedAt > limits.answerWithin().toNanos()) {
            breaker.transitionToOpenState();
        }
        return false;
    }

    /** What kept the line waiting last; null if nothing did so far. */
    @Nullable
    String waitedFor() {
        return waitedFor;
    }

    /** True if jobs stand in line for want of a slot, money or rate. */
    boolean isCrowded() {
        return crowded;
    }

    /** True if the provider failed so often that nothing is sent to it for a while. */
    boolean isShut() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    String shutWords() {
        return provider + " failed again and again: nothing is sent to it for a while";
    }

    /** Learns from the end of a create. */
    void ended(SubmitOutcome outcome) {
        boolean failed = switch (outcome.kind()) {
            case NOT_SENT, UNCERTAIN -> true;
            case REFUSED -> outcome.reason().orElse(null) == RefusalReason.UNAVAILABLE;
            case ACCEPTED -> false;
        };
        if (failed) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new CreateFailed());
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        if (outcome.kind() == SubmitOutcome.Kind.ACCEPTED) {
            others.accepted();
        } else if (outcome.reason().orElse(null) == RefusalReason.CONCURRENCY_LIMITED) {
            others.refused();
        }
    }

    private AdmissionLimits current() {
        int by = others.slots();
        return by == 0
                ? limits
                : new AdmissionLimits(
                        limits.maxInFlight() - by,
                        limits.creates(),
                        limits.window(),
                        limits.answerWithin(),
                        limits.spending());
    }

    /**
     * Sends are kept apart by a tenth of their share of the window: a burst is spread over some seconds, and no job waits for
     * the sake of evenness; how many there are in a window is the journal's to hold.
     */
    private Duration spacing() {
        return limits.window().dividedBy(10L * limits.creates());
    }

    /** What the breaker counts; never thrown. */
    private static final class CreateFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        CreateFailed() {
            super(null, null, false, false);
        }
    }
}
