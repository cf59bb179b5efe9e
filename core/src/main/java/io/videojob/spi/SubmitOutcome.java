package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a create came to. */
public final class SubmitOutcome {

    /** The four ends of a create. */
    public enum Kind {
        /** Provably nothing left this machine: no job, no bill. */
        NOT_SENT,
        /** The vendor said no: no job, no bill. */
        REFUSED,
        /** The vendor has the job. */
        ACCEPTED,
        /** A job may exist, and be billed, though no id came back. */
        UNCERTAIN
    }

    private final Kind kind;
    private final @Nullable String vendorJobId;
    private final @Nullable VendorState state;
    private final @Nullable RefusalReason reason;
    private final @Nullable Duration retryAfter;
    private final VendorAnswer answer;

    private SubmitOutcome(
            Kind kind,
            @Nullable String vendorJobId,
            @Nullable VendorState state,
            @Nullable RefusalReason reason,
            @Nullable Duration retryAfter,
            VendorAnswer answer) {
        this.kind = kind;
        this.vendorJobId = vendorJobId;
        this.state = state;
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.answer = requireNonNull(answer, "answer");
    }

    /** DNS, connect, TLS or proxy failed. */
    public static SubmitOutcome notSent(String why) {
        return new SubmitOutcome(Kind.NOT_SENT, null, null, null, null, VendorAnswer.ofMessage(why));
    }

    /**
     * The vendor said no.
     *
     * @param retryAfter how long the vendor asks to wait, if it does
     */
    public static SubmitOutcome refused(RefusalReason reason, VendorAnswer answer, @Nullable Duration retryAfter) {
        return new SubmitOutcome(Kind.REFUSED, null, null, requireNonNull(reason, "reason"), retryAfter, answer);
    }

    /** The vendor has the job, and it stands as {@code state} says, which may be final. */
    public static SubmitOutcome accepted(String vendorJobId, VendorState state) {
        return new SubmitOutcome(
                Kind.ACCEPTED, requireNonNull(vendorJobId, "vendorJobId"), state, null, null, VendorAnswer.nothing());
    }

    /**
     * A job may exist.
     *
     * @param suspectedId an id that the answer carried and that may be the job's
     */
    public static SubmitOutcome uncertain(VendorAnswer answer, @Nullable String suspectedId) {
        return new SubmitOutcome(Kind.UNCERTAIN, suspectedId, null, null, null, answer);
    }

    /** Which end. */
    public Kind kind() {
        return kind;
    }

    /** The vendor's id: sure when {@link Kind#ACCEPTED}, suspected when {@link Kind#UNCERTAIN}. */
    public Optional<String> vendorJobId() {
        return Optional.ofNullable(vendorJobId);
    }

    /** How the accepted job stands. */
    public Optional<VendorState> state() {
        return Optional.ofNullable(state);
    }

    /** Why it was refused. */
    public Optional<RefusalReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** How long the vendor asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The vendor's words, or what happened on the way. */
    public VendorAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return kind
                + (reason == null ? "" : " " + reason)
                + (vendorJobId == null ? "" : " " + vendorJobId)
                + (answer == VendorAnswer.nothing() ? "" : ": " + answer);
    }
}
