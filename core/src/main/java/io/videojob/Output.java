package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file that a vendor made: a link that will die some day, or the bytes themselves as a data URI. */
public final class Output {
    private final String uri;
    private final @Nullable String contentType;

    private Output(String uri, @Nullable String contentType) {
        this.uri = uri;
        this.contentType = contentType;
    }

    /** A file behind a link or in a data URI. */
    public static Output of(String uri) {
        return of(uri, null);
    }

    /** A file of a known content type. */
    public static Output of(String uri, @Nullable String contentType) {
        return new Output(requireNonNull(uri, "uri"), contentType);
    }

    /** The link or data URI, whole, with whatever signature it carries: don't log it. */
    public String uri() {
        return uri;
    }

    /** The content type, where the vendor told it. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** True if the bytes came with the answer. */
    public boolean isInline() {
        return uri.startsWith("data:");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Output that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** Without query string, fragment, password and bytes: links are often signed. */
    @Override
    public String toString() {
        return Shown.link(uri);
    }
}
