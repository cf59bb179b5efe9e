package io.videojob.sandbox.script;

/** Which of the documented webhook bodies is sent. */
public enum WebhookPayload {
    /** {@code exec_id, flow_id, status: succeeded|failed, output, error}. */
    CURRENT,
    /** The same without {@code flow_id}, as the model pages print it. */
    MODEL_PAGE,
    /** {@code id, status: success|failed, output, input, metrics, logs}, of older documents. */
    OLD
}
