package io.videojob.sandbox.script;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One thing a {@link Fault} does, as the sandbox carries it out: how the request is taken, whether and when the work is
 * done, what is answered, how the answer leaves, and how many requests this is for.
 *
 * @param pause in the vendor's time; {@link #FOREVER} until released
 * @param answer turns the vendor's own answer into the one that is sent; own answers are empty when no work is done
 */
public record FaultStep(
        Arrival arrival, Work work, Duration pause, UnaryOperator<Answer> answer, Departure departure, int times) {

    /** Longer than any test. */
    public static final Duration FOREVER = Duration.ofDays(365_000);

    /** As many requests as come. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** No fault at all. */
    public static final FaultStep NONE =
            new FaultStep(Arrival.READ, Work.AFTER_PAUSE, Duration.ZERO, UnaryOperator.identity(), Departure.WHOLE, 1);

    /** How the request is taken. */
    public enum Arrival {
        READ,
        /** Closed before the body is read. */
        CLOSED_UNREAD,
        /** Reset while the body is being sent. */
        RESET,
        /** Read to its end, then closed. */
        CLOSED
    }

    /** Whether the vendor does what was asked. */
    public enum Work {
        NONE,
        BEFORE_PAUSE,
        AFTER_PAUSE
    }

    /** How the answer leaves. */
    public enum Departure {
        WHOLE,
        /** Whole, and then the connection is dropped without a word: the client's pool holds a dead one. */
        WHOLE_THEN_CLOSED,
        /** The connection ends instead. */
        NOTHING,
        HEAD_ONLY,
        HALF_BODY,
        /** Half the body, and then silence until released. */
        HALF_BODY_THEN_SILENCE
    }

    FaultStep withWork(Work other) {
        return new FaultStep(arrival, other, pause, answer, departure, times);
    }

    FaultStep withArrival(Arrival other) {
        return new FaultStep(other, work, pause, answer, departure, times);
    }

    FaultStep withPause(Duration other) {
        return new FaultStep(arrival, work, other, answer, departure, times);
    }

    FaultStep withAnswer(UnaryOperator<Answer> other) {
        return new FaultStep(arrival, work, pause, other, departure, times);
    }

    FaultStep withDeparture(Departure other) {
        return new FaultStep(arrival, work, pause, answer, other, times);
    }

    FaultStep withTimes(int other) {
        return new FaultStep(arrival, work, pause, answer, departure, other);
    }
}
