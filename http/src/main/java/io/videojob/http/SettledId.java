package io.videojob.http;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.VendorState;
import java.util.Optional;

/**
 * A job id that says by itself how the job ended, for what no route of a vendor can be asked: results that came with an answer
 * and are not kept, creates that provably failed and got no id. An adapter gives it out where the vendor has none, and asks
 * {@link #state} before it asks the vendor.
 */
public final class SettledId {
    private static final String GIVEN_ONCE = "given-once:";
    private static final String NEVER_MADE = "never-made:";

    private SettledId() {}

    /** Done and paid for; its results came with the answer to the create, and can't be had again. */
    public static String givenOnce(String about) {
        return GIVEN_ONCE + about;
    }

    /** The create failed at the vendor, unpaid. Why is not known, so it may have been for what it shows. */
    public static String neverMade(String about) {
        return NEVER_MADE + about;
    }

    /** How such a job ended; empty for an id of the vendor's own. */
    public static Optional<VendorState> state(String vendorJobId) {
        if (vendorJobId.startsWith(GIVEN_ONCE)) {
            return Optional.of(failed(
                    "succeeded",
                    FailureReason.RESULT_LOST,
                    "it was made, but the answer that held the result is lost, and the vendor gives it out once only",
                    Billing.BILLED));
        }
        if (vendorJobId.startsWith(NEVER_MADE)) {
            return Optional.of(failed(
                    "failed",
                    FailureReason.OTHER,
                    "the vendor lists the create as failed, which it bills nothing for; the answer that said why is lost",
                    Billing.NOT_BILLED));
        }
        return Optional.empty();
    }

    private static VendorState failed(String word, FailureReason reason, String words, Billing billing) {
        return VendorState.builder(VendorState.Phase.FAILED, word)
                .failure(reason, VendorAnswer.ofMessage(words))
                .billing(billing)
                .build();
    }
}
