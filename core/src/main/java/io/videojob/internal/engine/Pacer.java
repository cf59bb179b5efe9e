package io.videojob.internal.engine;

import java.time.Duration;

/** Says when to look at a job next. Too often wastes calls, too seldom wastes the user's time. */
public interface Pacer {

    /** How long to wait before the next look at a job. */
    Duration nextLook(Pace pace);

    /**
     * What a pacer goes by.
     *
     * @param age since the create was sent
     * @param usualRun of the model
     * @param floor looking more often buys nothing at this vendor
     * @param awaited others wait for the job's slot: what is noticed late is lost to each of them
     */
    record Pace(Duration age, Duration usualRun, Duration floor, boolean awaited) {}

    /**
     * A fixed share of the age, between a minimum and a maximum: early looks are close, late ones apart. The end is noticed
     * a sixteenth of the run too late on average; a hundredth where others wait for it.
     */
    static Pacer shareOfAge(Duration min, Duration max) {
        return pace -> clamp(pace.age().dividedBy(pace.awaited() ? 50 : 8), larger(min, pace.floor()), max);
    }

    /** Always the same interval, as the user set it. */
    static Pacer fixed(Duration interval) {
        return pace -> interval;
    }

    private static Duration clamp(Duration value, Duration min, Duration max) {
        return value.compareTo(min) < 0 ? min : value.compareTo(max) > 0 ? larger(min, max) : value;
    }

    private static Duration larger(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
