package io.videojob.sandbox.script;

/** What a request wants of a vendor; faults are scripted for one of these. */
public enum Operation {
    /** Makes a job, and money. */
    CREATE,
    /** Asks how a job stands. */
    LOOK,
    /** Lists past jobs or deliveries: logs, executions, webhooks. */
    LOOKUP,
    /** Lists the models the vendor has, or describes one. */
    LIST,
    CANCEL,
    /** Asks for an address to upload a file to. */
    SIGN,
    /** Uploads a file there. */
    UPLOAD,
    /** Fetches a finished file. */
    RESULT,
    /**
     * The vendor's own request to the webhook address. What a fault does to an answer it does to this message: it is lost,
     * late, cut or garbled (and signed as such); with an answer of another status it never leaves.
     */
    WEBHOOK
}
