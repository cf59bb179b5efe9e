package io.videojob.sandbox.internal.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which media links a vendor takes. */
final class Links {
    private static final Pattern PRIVATE_HOST = Pattern.compile(
            "localhost|.*\\.localhost|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\.0\\.0\\.0|\\[.*]");

    private Links() {}

    /** A link to the web. */
    static boolean web(String text) {
        return parse(text)
                .filter(uri -> Set.of("http", "https").contains(scheme(uri)))
                .isPresent();
    }

    /** {@code https} to a public host: "Data-URIs and localhost URLs are rejected" (Eachlabs' model page). */
    static boolean publicHttps(String text) {
        return parse(text)
                .filter(uri -> scheme(uri).equals("https"))
                .filter(uri -> !PRIVATE_HOST
                        .matcher(uri.getHost().toLowerCase(Locale.ROOT))
                        .matches())
                .isPresent();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getScheme() != null && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
