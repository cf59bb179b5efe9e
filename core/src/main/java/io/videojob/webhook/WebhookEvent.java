package io.videojob.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery after it was verified and read: which of the vendor's jobs it speaks of, and in which word. */
public final class WebhookEvent {
    private final String vendorJobId;
    private final String vendorStatus;
    private final boolean signed;
    private final @Nullable Instant signedAt;

    private WebhookEvent(String vendorJobId, String vendorStatus, boolean signed, @Nullable Instant signedAt) {
        this.vendorJobId = vendorJobId;
        this.vendorStatus = vendorStatus;
        this.signed = signed;
        this.signedAt = signedAt;
    }

    /**
     * An event.
     *
     * @param vendorJobId the vendor's id of the job, as it stands in the body
     * @param vendorStatus the vendor's word, empty text if it gave none
     * @param signed true if a signature proves that the body came from the vendor
     */
    public static WebhookEvent of(String vendorJobId, String vendorStatus, boolean signed) {
        return new WebhookEvent(
                requireNonNull(vendorJobId, "vendorJobId"), requireNonNull(vendorStatus, "vendorStatus"), signed, null);
    }

    /** The same event, proved together with its time: an exact repeat of such a delivery says nothing new, and does nothing. */
    public WebhookEvent signedAt(Instant time) {
        return new WebhookEvent(vendorJobId, vendorStatus, true, requireNonNull(time, "time"));
    }

    /** The vendor's id of the job. */
    public String vendorJobId() {
        return vendorJobId;
    }

    /** The vendor's word for the state. */
    public String vendorStatus() {
        return vendorStatus;
    }

    /** True if a signature proves that the body came from the vendor. */
    public boolean isSigned() {
        return signed;
    }

    /** When it was signed, if the signature proves that, too. */
    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    @Override
    public String toString() {
        return "WebhookEvent[" + vendorJobId + " " + vendorStatus + (signed ? ", signed" : "") + "]";
    }
}
