package io.videojob.internal.engine;

import java.util.Locale;

/** Where a process can be held up, or end. */
enum RunPoint {
    /** Anywhere. */
    ANY,
    /** Its create is on the way to the vendor. */
    CREATE_SENT,
    /** The vendor has answered its create, and nobody has seen the answer yet. */
    CREATE_ANSWERED,
    /** It asks a vendor for something, or to cancel. */
    ASKED,
    /** The vendor has answered. */
    TOLD,
    /** It has read a job. */
    READ,
    /** It is about to write a job. */
    WRITES,
    /** It has written a job. */
    WROTE,
    /** It has let a job through that it may send now. */
    ADMITTED,
    /** It is about to load a result. */
    SAVES,
    /** The result is on the disk, and nobody has noted it yet. */
    SAVED,
    /** Elsewhere at the journal. */
    OTHER;

    static RunPoint before(String call) {
        return call.equals("replace") ? WRITES : OTHER;
    }

    static RunPoint after(String call) {
        return switch (call) {
            case "find" -> READ;
            case "replace" -> WROTE;
            case "admit" -> ADMITTED;
            default -> OTHER;
        };
    }

    boolean isHere(RunPoint actual) {
        return this == ANY || this == actual;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
