package io.videojob.internal.engine;

import io.videojob.Difference;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.SavedFile;
import io.videojob.VendorAnswer;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a job: {@link Engine#apply} turns each into the next record. Facts are never dropped. */
sealed interface Event {

    /** Admission let the job through at that time. */
    record Admitted(Instant at) implements Event {}

    /** The job was let through so long ago that its send does not count any more: it has to ask anew. */
    record Lapsed() implements Event {}

    /** Nothing is sent to the candidate's provider for now: another candidate may serve; else the job stays in line. */
    record GateShut(String kind, String why) implements Event {}

    /** The job stays in line for lack of something that it would lack elsewhere, too. */
    record Kept(String kind, String why) implements Event {}

    /**
     * A create is about to begin; its intent is written with this.
     *
     * @param why what kept the line waiting last; null if nothing did
     */
    record Begun(Intent intent, @Nullable String why) implements Event {}

    /** A time that the record names has come. */
    record TimeCame() implements Event {}

    /**
     * A create came to an end.
     *
     * @param send which of the attempt's sends, 1 for the first
     */
    record Created(int attempt, int send, SubmitOutcome outcome) implements Event {}

    /** A look at that id, begun at that time, was answered. */
    record Looked(int attempt, String vendorJobId, VendorState state, Instant begunAt) implements Event {}

    /** A look-up was answered; twins and claimed ids are ruled out already. */
    record Located(int attempt, Lookup lookup) implements Event {}

    /** The vendor answered the wish to cancel that id. */
    record CancelAnswered(int attempt, String vendorJobId, CancelOutcome outcome) implements Event {}

    /**
     * An exchange that only asks, or cancels, begun at that time, failed.
     *
     * @param vendorJobId the id that it was about; null if none was known
     */
    record Failed(int attempt, ExchangeKind kind, @Nullable String vendorJobId, Mishap mishap, Instant begunAt)
            implements Event {}

    /**
     * A webhook spoke of the attempt.
     *
     * @param signed true if its body is proved to be the vendor's; else an id in it is no more than a suspicion
     */
    record Heard(int attempt, String vendorJobId, String word, boolean signed) implements Event {}

    /** A process begins to save the results. */
    record SavingBegun() implements Event {}

    /** All results are saved. */
    record Saved(List<SavedFile> files) implements Event {}

    /** Not all could be saved. */
    record NotSaved(String why) implements Event {}

    /** The vendor names other links for what it made. */
    record Renewed(List<Output> outputs) implements Event {}

    /**
     * What was delivered is not what was asked for.
     *
     * @param output which of the job's outputs, 1 for the first
     */
    record Differed(int output, List<Difference> differences) implements Event {}

    /** Another job of the journal holds that id: it can't be this one's. */
    record IdTaken(int attempt, String vendorJobId, String holder) implements Event {}

    /** Another job takes an orphan over, to deliver it. */
    record Released(String vendorJobId) implements Event {}

    /** The user wants it to end. */
    record CancelWished() implements Event {}

    /** The user says which vendor's job it is. */
    record Adopted(String vendorJobId) implements Event {}

    /** The user gives the uncertain attempt up. */
    record GivenUp() implements Event {}

    /** The user has it sent again. */
    record SendAgain() implements Event {}

    /** The user waits on: the deadline moves, a parked job goes on. */
    record Resumed(Instant until) implements Event {}

    /**
     * What went wrong with an exchange that only asks.
     *
     * @param kind {@code unreachable}, {@code unreadable}, or the refusal's word
     * @param refusal set when the vendor answered no
     */
    record Mishap(
            String kind,
            String message,
            @Nullable RefusalReason refusal,
            @Nullable Duration retryAfter,
            VendorAnswer answer) {}
}
