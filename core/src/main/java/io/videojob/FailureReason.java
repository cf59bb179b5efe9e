package io.videojob;

/** Why a job that a vendor had accepted ended badly. */
public enum FailureReason {
    /** The prompt or a medium was refused for what it shows. Never tried at another vendor. */
    CONTENT_REJECTED,
    /** The vendor could not use an input: a link it can't load, a video of the wrong length. */
    INVALID_INPUT,
    /** The vendor's own machines failed. */
    VENDOR_FAULT,
    /** The vendor gave up on time. */
    VENDOR_TIMEOUT,
    /** The job was done and paid for, but its result can't be had any more. */
    RESULT_LOST,
    /** The vendor gave no reason, or one that no table knows. */
    OTHER
}
