package io.videojob.internal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a job needs now. */
record Next(
        Kind kind,
        @Nullable ExchangeKind exchange,
        @Nullable Instant until) {

    enum Kind {
        /** Do this on the wire. */
        EXCHANGE,
        /** Save what was made. */
        SAVE,
        /** A time came: apply {@link Event.TimeCame}. */
        TICK,
        /** Nothing until then, or until something happens. */
        WAIT,
        /** Never anything again. */
        DONE
    }

    static Next exchange(ExchangeKind kind) {
        return new Next(Kind.EXCHANGE, kind, null);
    }

    static Next save() {
        return new Next(Kind.SAVE, null, null);
    }

    static Next tick() {
        return new Next(Kind.TICK, null, null);
    }

    static Next waitUntil(@Nullable Instant until) {
        return new Next(Kind.WAIT, null, until);
    }

    static Next done() {
        return new Next(Kind.DONE, null, null);
    }
}
