package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job at a vendor of a random run: the truth about it. */
final class RunMade {
    final String id;
    final Submission submission;
    final Instant madeAt;
    final Fate fate;
    Instant endsAt;
    boolean canceled;

    RunMade(String id, Submission submission, Instant madeAt, Fate fate, Instant endsAt) {
        this.id = id;
        this.submission = submission;
        this.madeAt = madeAt;
        this.fate = fate;
        this.endsAt = endsAt;
    }

    /** How it ends if nobody stops it. */
    enum Fate {
        DELIVERED,
        EMPTY,
        BROKEN_UNPAID,
        BROKEN_PAID,
        BROKEN_WITHOUT_A_WORD,
        REFUSED_CONTENT;

        boolean isBilled() {
            return this == DELIVERED || this == EMPTY || this == BROKEN_PAID;
        }
    }

    boolean isBilled() {
        return !canceled && fate.isBilled();
    }

    /** The job of ours that it was made for. */
    String job() {
        return submission.sendTag().split("-", -1)[1];
    }

    /** The attempt that it was made for. */
    int attempt() {
        return Integer.parseInt(submission.sendTag().split("-", -1)[2]);
    }

    /** Which of the attempt's creates it came of. */
    int send() {
        return Integer.parseInt(submission.sendTag().split("-", -1)[3]);
    }

    VendorRef reference() {
        return VendorRef.of(id.substring(0, id.indexOf('/')), id);
    }

    /** What the vendor says once it has ended; its link is a fresh one. */
    VendorState end(Instant now) {
        Cost cost = Cost.usd(RunVendor.CHARGE, Cost.Source.CHARGED);
        if (canceled) {
            return VendorState.builder(VendorState.Phase.CANCELED, "stopped")
                    .billing(Billing.NOT_BILLED)
                    .build();
        }
        return switch (fate) {
            case DELIVERED ->
                VendorState.builder(VendorState.Phase.SUCCEEDED, "ready")
                        .outputs(List.of(RunResults.link(id, now)))
                        .cost(cost)
                        .build();
            case EMPTY ->
                VendorState.builder(VendorState.Phase.SUCCEEDED, "ready")
                        .cost(cost)
                        .build();
            case BROKEN_UNPAID -> broken(FailureReason.VENDOR_FAULT, Billing.NOT_BILLED, null);
            case BROKEN_PAID -> broken(FailureReason.VENDOR_FAULT, Billing.BILLED, cost);
            case BROKEN_WITHOUT_A_WORD -> broken(FailureReason.VENDOR_TIMEOUT, null, null);
            case REFUSED_CONTENT -> broken(FailureReason.CONTENT_REJECTED, Billing.NOT_BILLED, null);
        };
    }

    private static VendorState broken(FailureReason reason, @Nullable Billing billing, @Nullable Cost cost) {
        VendorState.Builder state = VendorState.builder(VendorState.Phase.FAILED, "broken")
                .failure(reason, VendorAnswer.ofMessage("it broke"))
                .cost(cost);
        return billing == null ? state.build() : state.billing(billing).build();
    }

    @Override
    public String toString() {
        return id + " of " + submission.sendTag() + " (" + (canceled ? "canceled" : fate) + ")";
    }
}
