package io.videojob;

/** What became of the wish to cancel a job. */
public enum Cancellation {
    /** Not decided yet: asked for while the create was on the wire, or not sent yet. */
    REQUESTED,
    /** Nothing had been sent; nothing was made. */
    NOTHING_SENT,
    /** The vendor says that it stopped. */
    CONFIRMED,
    /** The job had ended before. */
    TOO_LATE,
    /** This vendor has no way to cancel; the job goes on there and will be billed. */
    UNSUPPORTED,
    /** Asked, and not known whether it took effect. */
    UNKNOWN
}
