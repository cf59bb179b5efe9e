package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * The job costs more than the budget allows, or its price is unknown and the budget wants one. Nothing was sent; trying again
 * helps only with a higher budget or another policy for unpriced models.
 */
public class BudgetExceededException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For the engine. */
    public BudgetExceededException(String message, @Nullable JobSnapshot job) {
        super(message, false, Billing.NOT_BILLED, job, null, null);
    }
}
