package io.videojob;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request went out and no usable answer came back: a job may exist, and be billed, though no id is known. Every
 * look-up that the vendor offers was tried. Submitting the same request again may cost twice. What to do: look at the
 * vendor's own pages, then {@link VideoJob#adopt(VendorRef)}, {@link VideoJob#giveUp()} or {@link VideoJob#sendAgain()}.
 */
public class SubmissionUncertainException extends VideoJobException {
    private static final long serialVersionUID = 1;

    private final String[] candidates;

    /** With the vendor's jobs that it might be, where several fit. */
    public SubmissionUncertainException(
            String message, List<String> candidates, @Nullable VendorAnswer answer, @Nullable JobSnapshot job) {
        super(message, false, Billing.UNKNOWN, job, answer, null);
        this.candidates = candidates.toArray(String[]::new);
    }

    /** References of vendor's jobs that it might be, for {@link VideoJob#adopt(VendorRef)}; often empty. */
    public List<VendorRef> candidates() {
        return Stream.of(candidates).map(VendorRef::parse).toList();
    }
}
