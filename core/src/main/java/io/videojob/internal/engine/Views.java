package io.videojob.internal.engine;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.Explanation;
import io.videojob.FailureReason;
import io.videojob.FieldReport;
import io.videojob.JobCanceledException;
import io.videojob.JobFailedException;
import io.videojob.JobSnapshot;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.StillRunningException;
import io.videojob.SubmissionUncertainException;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.VideoJobException;
import io.videojob.VideoRequest;
import io.videojob.spi.StoredJob;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record as its readers see it: snapshots, explanations, exceptions. */
public final class Views {
    private Views() {}

    /** The record that a journal holds. */
    public static JobRecord record(StoredJob stored) {
        return Columns.read(stored);
    }

    /** The record as a snapshot. */
    public static JobSnapshot snapshot(JobRecord record) {
        return JobSnapshot.builder(record.id, record.status(), record.createdAt)
                .deadline(record.deadline)
                .attempts(record.attempts.stream()
                        .sorted((a, b) -> Boolean.compare(b.isAside(), a.isAside()))
                        .map(attempt -> attempt(record, attempt))
                        .toList())
                .outputs(record.end == null ? List.of() : record.end.outputs())
                .model(Optional.ofNullable(record.request)
                        .map(VideoRequest::model)
                        .orElse(null))
                .vendorStatus(record.attempt().word)
                .trouble(record.trouble)
                .cancellation(record.cancellation)
                .tag(Optional.ofNullable(record.request)
                        .flatMap(VideoRequest::tag)
                        .orElse(null))
                .build();
    }

    private static AttemptSnapshot attempt(JobRecord record, Attempt a) {
        Candidate candidate = record.candidateOf(a);
        return AttemptSnapshot.builder(a.number, candidate.provider())
                .model(candidate.model())
                .vendorRef(a.vendorJobId == null ? null : VendorRef.of(candidate.provider(), a.vendorJobId))
                .outcome(a.state.word())
                .billing(a.billing)
                .cost(a.cost)
                .error(a.answer == VendorAnswer.nothing() ? null : a.answer)
                .sent(a.sentAt, a.sends)
                .answerBy(a == record.attempt() && record.intent != null ? record.intent.answerBy() : null)
                .build();
    }

    /** Everything that happened. */
    public static Explanation explanation(JobRecord record) {
        return new Explanation(snapshot(record), record.history);
    }

    /** What became of the request's fields at the candidate that counts. */
    public static List<FieldReport> fields(JobRecord record) {
        return record.candidate().fields();
    }

    /** The provider of the attempt that counts. */
    public static String provider(JobRecord record) {
        return record.candidate().provider();
    }

    /** What the attempt that counts did cost. */
    public static Optional<Cost> cost(JobRecord record) {
        return Optional.ofNullable(record.attempt().cost);
    }

    /** True if there is something to deliver. */
    public static boolean isDelivered(JobRecord record) {
        return record.end != null && record.end.kind() == JobEnd.Kind.SUCCEEDED;
    }

    /** True if waiting is over: the job has ended, or nothing goes on without its user. */
    public static boolean isSettled(JobRecord record) {
        return record.end != null || record.isParked();
    }

    /** True if the job rests only because its time was up. */
    public static boolean isParkedByDeadline(JobRecord record) {
        return record.isParked()
                && record.trouble != null
                && record.trouble.kind().equals(Moves.DEADLINE);
    }

    /** True if that time was the library's own choice. */
    public static boolean isDeadlineOurs(JobRecord record) {
        return record.request == null || record.request.deadline().isEmpty();
    }

    /** Every vendor's job that the record holds. */
    public static Set<VendorRef> references(JobRecord record) {
        return record.attempts.stream()
                .filter(a -> a.vendorJobId != null && a.state != AttemptState.RELEASED)
                .map(a -> VendorRef.of(record.candidateOf(a).provider(), String.valueOf(a.vendorJobId)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With which exception the wait for a job that is settled, but not delivered, ends. */
    public static VideoJobException failure(JobRecord record) {
        JobSnapshot job = snapshot(record);
        Attempt attempt = record.attempt();
        if (record.end == null) {
            return attempt.isUncertain()
                    ? new SubmissionUncertainException(troubleOf(record), lookalikes(record), attempt.answer, job)
                    : new StillRunningException(troubleOf(record), job);
        }
        String message = "job " + record.id + " " + record.end.message();
        return switch (record.end.kind()) {
            case CANCELED -> new JobCanceledException(message, billing(record), job);
            case REFUSED ->
                new ProviderException(
                        message + advice(attempt.refusal),
                        attempt.refusal == null ? RefusalReason.OTHER : attempt.refusal,
                        null,
                        attempt.answer,
                        job);
            case NOT_SENT ->
                new TransportException(
                        message + "; nothing was made; check the network and the base URL, then submit again",
                        null,
                        job);
            case GIVEN_UP -> new SubmissionUncertainException(message, lookalikes(record), attempt.answer, job);
            default ->
                new JobFailedException(
                        message,
                        attempt.failure == null ? FailureReason.OTHER : attempt.failure,
                        billing(record),
                        attempt.answer,
                        job);
        };
    }

    private static Billing billing(JobRecord record) {
        Set<Billing> all = record.attempts.stream().map(a -> a.billing).collect(Collectors.toSet());
        return all.contains(Billing.BILLED)
                ? Billing.BILLED
                : all.contains(Billing.UNKNOWN) ? Billing.UNKNOWN : Billing.NOT_BILLED;
    }

    private static String troubleOf(JobRecord record) {
        return "job " + record.id + " is parked: "
                + (record.trouble == null ? "no reason is known" : record.trouble.message());
    }

    private static List<String> lookalikes(JobRecord record) {
        String provider = record.candidate().provider();
        return record.attempt().lookalikes.stream()
                .map(id -> provider + ":" + id)
                .toList();
    }

    private static String advice(@Nullable RefusalReason reason) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case AUTHENTICATION -> "; nothing was made; check the provider's key";
            case OUT_OF_CREDITS -> "; nothing was made; top up the account";
            case INVALID_REQUEST -> "; nothing was made; change the request";
            case RATE_LIMITED, CONCURRENCY_LIMITED, UNAVAILABLE -> "; nothing was made; submit again later";
            default -> "; nothing was made";
        };
    }
}
