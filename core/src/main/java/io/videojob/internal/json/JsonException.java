package io.videojob.internal.json;

import org.jspecify.annotations.Nullable;

/** A text isn't JSON, or its JSON isn't what it should be; the message says where. */
public final class JsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** With where and what. */
    public JsonException(String message) {
        this(message, null);
    }

    /** With where and what. */
    public JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
