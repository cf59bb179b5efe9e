package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that can't be verified or read. Nothing was believed and nothing has changed; the job is looked at in its own
 * time anyway. Thrown by providers; {@link Webhooks} turns it into the answer 400.
 */
public class WebhookRejectedException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** With what is wrong with it, without its secrets. */
    public WebhookRejectedException(String message) {
        this(message, null);
    }

    /** With what is wrong with it, without its secrets. */
    public WebhookRejectedException(String message, @Nullable Throwable cause) {
        super(message, false, Billing.UNKNOWN, null, null, cause);
    }
}
