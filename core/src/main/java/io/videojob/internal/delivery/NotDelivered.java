package io.videojob.internal.delivery;

import org.jspecify.annotations.Nullable;

/** Why a result was not saved, inside this room; outside it is a {@link io.videojob.DeliveryException}. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whether, and with what, a further exchange may end better. */
    enum Kind {
        /** It would end the same. */
        FINAL,
        /** The connection failed, or the server is busy: it may go on. */
        PASSING,
        /** The link is not good any more; a fresh one may be. */
        STALE
    }

    private NotDelivered(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A further exchange would end the same. The message says what to do. */
    static NotDelivered because(String message) {
        return new NotDelivered(Kind.FINAL, message, null);
    }

    /** A further exchange would end the same. The message says what to do. */
    static NotDelivered because(String message, Throwable cause) {
        return new NotDelivered(Kind.FINAL, message, cause);
    }

    /** The link leads nowhere any more, by the looks of it. The message says what to do. */
    static NotDelivered stale(String message) {
        return new NotDelivered(Kind.STALE, message, null);
    }

    /** The connection failed; a further one may go on. */
    static NotDelivered brokeOff(String message, Throwable cause) {
        return new NotDelivered(Kind.PASSING, message, cause);
    }

    /** The connection failed, or the server asks to come back later. */
    static NotDelivered brokeOff(String message) {
        return new NotDelivered(Kind.PASSING, message, null);
    }

    /** Whether a further exchange may end better. */
    Kind kind() {
        return kind;
    }
}
