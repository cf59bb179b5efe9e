package io.videojob;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * No candidate can carry the request as it stands. Nothing was sent and nothing is billed; trying again without a change
 * does not help. The message holds every violation of every candidate; {@link #candidates()} holds them as data.
 */
public class RequestRejectedException extends VideoJobException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_VALUE = 100;

    private final transient @Nullable Plan plan;

    /** With the plan whose candidates all refuse. */
    public RequestRejectedException(Plan plan) {
        super(describe(plan), false, Billing.NOT_BILLED, null, null, null);
        this.plan = plan;
    }

    /** For requests that find no candidate at all; the message says why and names the nearest models. */
    public RequestRejectedException(String message) {
        super(message, false, Billing.NOT_BILLED, null, null, null);
        this.plan = null;
    }

    /** What each candidate refuses; empty when there is no candidate. */
    public List<Plan.Candidate> candidates() {
        return plan == null ? List.of() : plan.candidates();
    }

    private static String describe(Plan plan) {
        return "nothing was sent: no provider can carry this request for " + plan.model() + ". "
                + plan.candidates().stream()
                        .map(candidate -> candidate.provider() + ": "
                                + candidate.violations().stream()
                                        .map(RequestRejectedException::describe)
                                        .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining(" | "));
    }

    private static String describe(FieldReport violation) {
        return violation.field()
                + violation.value().map(value -> " = " + shortened(value)).orElse("") + " refused: "
                + violation.why().orElse("");
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
