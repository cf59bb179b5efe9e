package io.videojob.cli;

/** What was asked for can't be done as it was asked; the message says what to change. Nothing was sent. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
