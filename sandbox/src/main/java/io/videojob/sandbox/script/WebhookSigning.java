package io.videojob.sandbox.script;

/** How webhooks prove themselves when {@code webhook_secret} was given; without it nothing is ever signed. */
public enum WebhookSigning {
    /** {@code X-Webhook-Signature} and {@code X-Webhook-Timestamp}, and the secret beside them: since September 2026. */
    SIGNED,
    /** {@code X-Webhook-Secret} alone: before. */
    SECRET_ONLY,
    /** No header at all. */
    NONE
}
