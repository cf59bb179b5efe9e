package io.videojob;

/** What a vendor's own list of jobs shows. */
public enum Listing {
    /** It has no list. */
    NONE,
    /** Jobs that have ended: one that still runs is not on it. */
    ENDED,
    /** Jobs from the moment at which they were made. */
    ALL
}
