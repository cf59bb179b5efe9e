package io.videojob.internal.engine;

import java.util.Locale;

/** How one attempt stands or ended. */
enum AttemptState {
    WAITING,
    SUBMITTING,
    UNCERTAIN,
    ACCEPTED,
    SUCCEEDED,
    FAILED,
    CANCELED,
    REFUSED,
    NOT_SENT,
    GIVEN_UP,
    /** An id that arrived after the attempt it belongs to had been given up or settled otherwise. */
    ORPHAN,
    /** An orphan that another job has taken over. */
    RELEASED;

    /** As plans, snapshots and JSON say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AttemptState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
