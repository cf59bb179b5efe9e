package io.videojob.internal.engine;

import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.SpendingLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What does not change within a random run.
 *
 * @param vendors how many candidates a job has
 * @param processes how many engines work on the journal
 * @param caps what every vendor's account takes
 * @param saving true if results are saved without anybody waiting for them
 * @param lateWebhooks true if the vendors post the end of every job once more, long after all is quiet
 * @param dice what every other accident of the run is thrown with
 */
record RunSetting(
        int vendors,
        int processes,
        Rules.Failover failover,
        Rules.Uncertain uncertain,
        Search search,
        CancelOutcome.Kind cancel,
        Caps caps,
        boolean saving,
        boolean lateWebhooks,
        long dice) {

    static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final Candidate.Times TIMES =
            new Candidate.Times(Duration.ofMinutes(2), LONGEST_RUN, Duration.ofSeconds(30));
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(40);
    private static final Duration ABSENCE_PROVES_AFTER = Duration.ofMinutes(2);

    /** How a lost answer's job can be looked for. */
    enum Search {
        /** In no way, but by an id. */
        NONE,
        /** By our tag, once it has ended. */
        LOG_OF_ENDED,
        /** By our tag, from the beginning: after a while absence proves that there is none. */
        LOG_OF_ALL,
        /** By model, input and time. */
        LIKENESS
    }

    /**
     * What an account takes; 0 is no limit.
     *
     * @param slots how many jobs at once
     * @param creates how many creates in any {@link #WINDOW}
     * @param budgetJobs for how many jobs the budget suffices
     */
    record Caps(int slots, int creates, int budgetJobs) {
        /** How many jobs at once are worth their time: one by one through a single slot, a crowd takes days. */
        int most() {
            return budgetJobs > 0 ? 12 : slots > 0 ? 20 * slots : Integer.MAX_VALUE;
        }
    }

    AdmissionLimits limits() {
        BigDecimal budget =
                caps.budgetJobs() == 0 ? null : RunVendor.PRICE.multiply(BigDecimal.valueOf(caps.budgetJobs()));
        return new AdmissionLimits(
                caps.slots(),
                caps.creates(),
                WINDOW,
                ANSWER_WITHIN,
                new SpendingLimits(budget, null, Duration.ofDays(300)));
    }

    Rules rules(List<RunVendor> all) {
        Rules.ProviderRules each = new Rules.ProviderRules(
                RetryPolicy.of(3, Duration.ofSeconds(1), Duration.ofSeconds(30)),
                Duration.ofSeconds(2),
                search == Search.LOG_OF_ALL ? ABSENCE_PROVES_AFTER : null);
        Map<String, Rules.ProviderRules> rules = all.stream().collect(Collectors.toMap(v -> v.name, v -> each));
        return new Rules(
                failover,
                uncertain,
                Duration.ofMinutes(3),
                Pacer.shareOfAge(Duration.ofSeconds(10), Duration.ofSeconds(90)),
                rules,
                null);
    }

    /**
     * How far a process's clock may be wrong. Likeness goes by time, absence proves nothing to a clock that jumps, and a
     * window is as exact as the clocks that it is seen by.
     */
    Duration mostSkew() {
        if (caps.creates() > 0) {
            return Duration.ZERO;
        }
        return switch (search) {
            case LOG_OF_ALL -> Duration.ZERO;
            case LIKENESS -> Duration.ofMinutes(8);
            default -> Duration.ofHours(2);
        };
    }
}
