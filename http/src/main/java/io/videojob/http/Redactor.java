package io.videojob.http;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strikes an account's secrets out of whatever is told about it. */
final class Redactor {
    private static final int DEEPEST = 20;

    private final List<String> secrets;

    /** Of headers' values: the whole, and what follows a scheme such as {@code Bearer}. */
    Redactor(Collection<String> headers) {
        this.secrets = headers.stream()
                .flatMap(v -> Stream.of(v, v.substring(v.lastIndexOf(' ') + 1)))
                .filter(v -> v.length() >= 4)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String strike(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "[key]");
        }
        return clean;
    }

    /** The same exception, or a likeness of it if a secret is in its message or in one of its causes'. */
    Throwable clean(Throwable failure) {
        return holdsSecret(failure, 0) ? likeness(failure, 0) : failure;
    }

    private boolean holdsSecret(@Nullable Throwable failure, int depth) {
        return failure != null
                && depth < DEEPEST
                && (!strike(failure.toString()).equals(failure.toString())
                        || holdsSecret(failure.getCause(), depth + 1)
                        || Stream.of(failure.getSuppressed()).anyMatch(s -> holdsSecret(s, depth + 1)));
    }

    private Throwable likeness(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        IOException copy = new IOException(
                strike(failure.toString()), cause == null || depth == DEEPEST ? null : likeness(cause, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
