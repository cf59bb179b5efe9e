package io.videojob;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An image, a video or a sound that goes into a request: a link, or the bytes themselves as a data URI.
 *
 * <p>A link must be one that the vendor can load: {@code https}, reachable from the internet. Bytes are accepted only by
 * vendors whose profile says so; everywhere else the request is refused before anything is sent.
 */
public final class Media {
    private final String uri;

    private Media(String uri) {
        this.uri = uri;
    }

    /**
     * A link, or a {@code data:} URI.
     *
     * @throws IllegalArgumentException if it is neither {@code http(s)} with a host nor {@code data}
     */
    public static Media url(String uri) {
        String text = requireNonNull(uri, "uri").strip();
        if (text.regionMatches(true, 0, "data:", 0, 5) && text.indexOf(',') > 0) {
            return new Media(text);
        }
        try {
            URI parsed = new URI(text);
            String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http")) && parsed.getHost() != null) {
                return new Media(text);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(notALink(text), e);
        }
        throw new IllegalArgumentException(notALink(text));
    }

    /** A link. */
    public static Media url(URI uri) {
        return url(requireNonNull(uri, "uri").toString());
    }

    /**
     * The bytes themselves.
     *
     * @param contentType such as {@code image/png}
     */
    public static Media bytes(String contentType, byte[] bytes) {
        if (!requireNonNull(contentType, "contentType").matches("[a-z]+/[A-Za-z0-9.+-]+")) {
            throw new IllegalArgumentException("not a content type: \"" + contentType + "\"; such as image/png");
        }
        return new Media(
                "data:" + contentType + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * The bytes of a file, read now. The content type comes from the file's name.
     *
     * @throws UncheckedIOException if the file can't be read
     * @throws IllegalArgumentException if its name says nothing about its content
     */
    public static Media file(Path file) {
        try {
            String type = Files.probeContentType(requireNonNull(file, "file"));
            if (type == null) {
                throw new IllegalArgumentException(
                        "can't tell what " + file + " holds by its name; use Media.bytes(contentType, bytes)");
            }
            return bytes(type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The link or data URI, as it goes over the wire. */
    public String uri() {
        return uri;
    }

    /** True if the bytes travel with the request. */
    public boolean isInline() {
        return uri.regionMatches(true, 0, "data:", 0, 5);
    }

    /** The link's scheme in lower case, empty for inline bytes. */
    public Optional<String> scheme() {
        return isInline()
                ? Optional.empty()
                : Optional.of(URI.create(uri).getScheme().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Media that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** Without query string, fragment, password and bytes: links are often signed. */
    @Override
    public String toString() {
        return Shown.link(uri) + (isInline() ? " (" + uri.length() + " characters)" : "");
    }

    private static String notALink(String text) {
        String path = Shown.link(text);
        String shown = path.length() > 80 ? path.substring(0, 80) + "…" : path;
        return "not a link: \"" + shown + "\"; a medium is an https:// link or a data: URI";
    }
}
