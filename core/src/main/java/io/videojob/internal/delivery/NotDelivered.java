package io.videojob.internal.delivery;

import org.jspecify.annotations.Nullable;

/** Why a result was not saved, inside this room; outside it is a {@link io.videojob.DeliveryException}. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean brokeOff;

    private NotDelivered(String message, boolean brokeOff, @Nullable Throwable cause) {
        super(message, cause);
        this.brokeOff = brokeOff;
    }

    /** A further exchange would end the same. The message says what to do. */
    static NotDelivered because(String message) {
        return new NotDelivered(message, false, null);
    }

    /** A further exchange would end the same. The message says what to do. */
    static NotDelivered because(String message, Throwable cause) {
        return new NotDelivered(message, false, cause);
    }

    /** The connection failed; a further one may go on. */
    static NotDelivered brokeOff(String message, Throwable cause) {
        return new NotDelivered(message, true, cause);
    }

    static NotDelivered brokeOff(String message) {
        return new NotDelivered(message, true, null);
    }

    /** True if a further exchange may go on where this one ended. */
    boolean isBrokenOff() {
        return brokeOff;
    }
}
