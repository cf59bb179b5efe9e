package io.videojob.internal.engine;

import java.util.Locale;

/** The four things that can be done on the wire for a job. */
public enum ExchangeKind {
    /** Sends the request. */
    CREATE,
    /** Asks how the job stands. */
    LOOK,
    /** Searches for the job of a lost answer. */
    LOCATE,
    /** Asks the vendor to stop. */
    CANCEL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
