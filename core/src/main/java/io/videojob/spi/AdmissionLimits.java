package io.videojob.spi;

import java.time.Duration;

/**
 * What a provider's account takes at present.
 *
 * @param maxInFlight how many jobs may hold a slot at once; 0 for no limit
 * @param creates how many sends may lie in any {@code window}; 0 for no limit
 * @param window the sliding window of {@code creates}
 * @param answerWithin by when an admitted send has been answered at the latest; until then it counts as just sent
 * @param spending what may be spent
 */
public record AdmissionLimits(
        int maxInFlight, int creates, Duration window, Duration answerWithin, SpendingLimits spending) {

    /** How late an answer may come and still be told from that to another send of the same job. */
    private static final Duration LATE = Duration.ofHours(1);

    /**
     * For how long a send is remembered from when it counts: longer than the window, since an answer may come late, and must
     * not be taken for one to an earlier send of the job.
     */
    public Duration remembered() {
        return window.plus(LATE);
    }

    /** No limit at all. */
    public static AdmissionLimits none() {
        return new AdmissionLimits(0, 0, Duration.ofMinutes(1), Duration.ofMinutes(2), SpendingLimits.none());
    }
}
