package io.videojob;

/** Why a vendor said no to an exchange. Which answer means which is each adapter's table. */
public enum RefusalReason {
    /** The request itself is wrong; sending it again changes nothing. */
    INVALID_REQUEST,
    /** The key is missing, wrong, expired, or may not do this. */
    AUTHENTICATION,
    /** The account has no money left for this. */
    OUT_OF_CREDITS,
    /** No such model, job or path at this vendor. */
    NOT_FOUND,
    /** Too many requests in a time. */
    RATE_LIMITED,
    /** Too many jobs running at once; clears when one ends. */
    CONCURRENCY_LIMITED,
    /** The vendor can't serve now: maintenance, overload, a moved address. */
    UNAVAILABLE,
    /** The vendor said no in words that no table knows. */
    OTHER
}
