package io.videojob;

/** Where a job stands. The vendor's own word is kept beside it, see {@link JobSnapshot#vendorStatus()}. */
public enum JobStatus {
    /** Nothing was sent yet; the job waits for its turn here. */
    WAITING,
    /** It is being sent. */
    SUBMITTING,
    /** A vendor may have made a job, and may bill it, but we have no id for it. */
    UNCERTAIN,
    /** The vendor has it and has not begun. */
    QUEUED,
    /** The vendor works on it. */
    RUNNING,
    /** Final: there is a result. */
    SUCCEEDED,
    /** Final: there is no result, and nothing more will be tried. */
    FAILED,
    /** Final: ended by a wish of the user. */
    CANCELED;

    /** True for the last three: the job will never change again. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }
}
