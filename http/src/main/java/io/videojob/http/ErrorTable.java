package io.videojob.http;

import io.videojob.RefusalReason;

/**
 * What a vendor's error answers mean. A table asks for what its vendor has of its own, and leaves the rest to {@link
 * #byStatus}:
 *
 * <pre>{@code
 * ErrorTable table = e -> e.says("run out of credits") ? RefusalReason.OUT_OF_CREDITS : ErrorTable.byStatus(e);
 * }</pre>
 */
@FunctionalInterface
public interface ErrorTable {

    /** Why the vendor said no. */
    RefusalReason reason(ErrorBody error);

    /**
     * True if this very body, of a 5xx answer to a create, is one of which the vendor's documents say that nothing was made.
     * Asked for 5xx only; false unless an adapter knows better.
     */
    default boolean provesNothingMade(ErrorBody error) {
        return false;
    }

    /** What an HTTP status means at any vendor. */
    static RefusalReason byStatus(ErrorBody error) {
        return switch (error.status()) {
            case 400, 405, 411, 413, 414, 415, 422 -> RefusalReason.INVALID_REQUEST;
            case 401, 403, 407 -> RefusalReason.AUTHENTICATION;
            case 402 -> RefusalReason.OUT_OF_CREDITS;
            case 404, 410 -> RefusalReason.NOT_FOUND;
            case 429 -> RefusalReason.RATE_LIMITED;
            case 408, 425 -> RefusalReason.UNAVAILABLE;
            default -> error.status() >= 500 || error.isRedirect() ? RefusalReason.UNAVAILABLE : RefusalReason.OTHER;
        };
    }
}
