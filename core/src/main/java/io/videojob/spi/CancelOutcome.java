package io.videojob.spi;

import io.videojob.VendorAnswer;

/** What a vendor said to the wish to stop a job. A later look tells what really became of it. */
public final class CancelOutcome {

    /** What the vendor said. */
    public enum Kind {
        /** It took the wish. Best effort: the job may still end otherwise. */
        ACCEPTED,
        /** The job had ended. */
        TOO_LATE,
        /** This vendor has no way to cancel. */
        UNSUPPORTED,
        /** Its answer says neither. */
        UNKNOWN
    }

    private final Kind kind;
    private final VendorAnswer answer;

    private CancelOutcome(Kind kind, VendorAnswer answer) {
        this.kind = kind;
        this.answer = answer;
    }

    /** An end with the vendor's words. */
    public static CancelOutcome of(Kind kind, VendorAnswer answer) {
        return new CancelOutcome(kind, answer);
    }

    /** The vendor took the wish. */
    public static CancelOutcome accepted() {
        return of(Kind.ACCEPTED, VendorAnswer.nothing());
    }

    /** There is no way. */
    public static CancelOutcome unsupported() {
        return of(Kind.UNSUPPORTED, VendorAnswer.nothing());
    }

    /** What the vendor said. */
    public Kind kind() {
        return kind;
    }

    /** In its own words. */
    public VendorAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return kind + (answer == VendorAnswer.nothing() ? "" : ": " + answer);
    }
}
