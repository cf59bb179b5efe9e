package io.videojob.internal.engine;

/** Where a job stands, in the engine's terms: what {@link Engine#next} goes by. */
enum Stage {
    /** In its provider's line. */
    LINE,
    /** Waits out a refusal before it goes back into the line. */
    BACKOFF,
    /** Let through by admission; may be sent. */
    ADMITTED,
    /** Its create is on the wire. */
    SENDING,
    /** A create's answer was lost; look-ups go on. */
    SEARCHING,
    /** The vendor's id is known; looks go on. */
    LOOKING,
    /** Nothing goes on until the user acts. */
    PARKED,
    /** Final. */
    ENDED
}
