package io.videojob.internal.engine;

import io.videojob.Output;
import java.util.List;

/**
 * How a job ended.
 *
 * @param kind which of the ends
 * @param message what is told to people
 * @param outputs what was made; empty unless it succeeded
 */
record JobEnd(Kind kind, String message, List<Output> outputs) {

    /** Each is one exception of the API, but for the first. */
    enum Kind {
        SUCCEEDED,
        CANCELED,
        /** The vendor took it and it failed. */
        FAILED,
        /** Every candidate said no. */
        REFUSED,
        /** It never could be sent. */
        NOT_SENT,
        /** An uncertain attempt was given up. */
        GIVEN_UP
    }
}
