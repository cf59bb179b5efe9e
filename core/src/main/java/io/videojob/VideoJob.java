package io.videojob;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A handle on one job. The job itself lives in the journal; handles come and go. Thread-safe. */
public interface VideoJob {

    /** Our id of the job; {@link VideoJobs#find(JobId)} takes it. */
    JobId id();

    /** The job as it stands in the journal now. */
    JobSnapshot snapshot();

    /**
     * Looks at the vendor's job now, on this thread, instead of when its time comes; at most one exchange's timeout. Does
     * nothing more than {@link #snapshot()} for a job that has ended, is parked, or has no vendor's job yet. A look that
     * fails leaves the job as it was; {@link JobSnapshot#trouble()} may tell.
     */
    JobSnapshot refresh();

    /**
     * Waits until the job has ended.
     *
     * @throws StillRunningException if it has not by then; the job goes on
     * @throws SubmissionUncertainException if it is parked because a paid job may exist that we can't find
     * @throws JobFailedException and the other exceptions of a job that ended badly
     * @throws JobDetachedException if the {@link VideoJobs} is closed meanwhile
     */
    VideoResult await(Duration atMost) throws InterruptedException;

    /**
     * Waits as {@link #await(Duration)}, and asks for the end of the job, as {@link #cancel()}, if it has not ended by then:
     * for those whom a late result is of no use. A vendor may refuse, or bill what it did.
     *
     * @throws StillRunningException if the job has not ended by then; the wish to cancel is written down
     */
    VideoResult awaitOrCancel(Duration atMost) throws InterruptedException;

    /**
     * The end of the job, as a future of its own for each call: cancelling it ends the waiting, not the job. Ends as
     * {@link #await(Duration)} would, with the exception itself as the cause.
     */
    CompletableFuture<VideoResult> completion();

    /**
     * Tells {@code listener} how the job stands, and then of every change that this process sees, in order, on the library's
     * own threads, until it has ended or the subscription is closed.
     */
    Subscription onChange(Consumer<JobSnapshot> listener);

    /**
     * Asks for the end of the job. Best effort: {@link JobSnapshot#cancellation()} tells what became of it. A job that is
     * just being sent waits for the answer first.
     */
    void cancel();

    /** Everything that happened so far. */
    Explanation explain();

    /**
     * Settles an uncertain attempt: this is the vendor's job that the lost answer belonged to. What the vendor says it cost
     * takes the place of the money that was reserved.
     *
     * @throws IllegalArgumentException if the reference is of another provider than the attempt, or belongs to another job
     * @throws IllegalStateException if the job has no attempt to settle
     */
    void adopt(VendorRef vendorRef);

    /**
     * Settles an uncertain attempt: nobody looks for it any more, and the job ends as failed with its billing unknown. An
     * id that arrives later is kept as an orphan. The money that was reserved counts as spent, because it may be billed.
     *
     * @throws IllegalStateException if the job is not uncertain
     */
    void giveUp();

    /**
     * Settles an uncertain attempt: the request is sent again although a first job may exist and be billed. The first counts
     * as spent, the second reserves its own money; {@code videojob.budget.per-job} doesn't stop what its user wishes.
     *
     * @throws IllegalStateException if the job is not uncertain
     */
    void sendAgain();
}
