package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * A setting is unknown, wrong or missing, and the message names it and the nearest right one. Nothing was sent; trying
 * again without a change does not help.
 */
public class ConfigurationException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** With what is wrong and the way out. */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /** With what is wrong and the way out. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, false, Billing.NOT_BILLED, null, null, cause);
    }
}
