package io.videojob.internal.delivery;

import io.videojob.Output;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Links as vendors write them. */
final class Links {
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private Links() {}

    /** The address to ask, without user name, password and fragment: none of these goes over the wire. */
    static URI parse(String link) throws NotDelivered {
        return clean(tidy(link.strip()), link);
    }

    /** Where a redirect leads. */
    static URI redirect(URI from, String location) throws NotDelivered {
        String target = tidy(location.strip());
        // java.net.URI takes a lone query for one of the folder, RFC 3986 for one of the same file
        return target.startsWith("?")
                ? clean(tidy(withoutQuery(from.toString())) + target, location)
                : clean(resolve(from, target, location), location);
    }

    private static String resolve(URI from, String target, String location) throws NotDelivered {
        try {
            return from.resolve(new URI(target)).toString();
        } catch (URISyntaxException e) {
            throw notALink(location);
        }
    }

    private static URI clean(String tidy, String original) throws NotDelivered {
        try {
            URI uri = new URI(tidy);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getPort() > 65_535 || !(scheme.equals("https") || scheme.equals("http"))) {
                throw notALink(original);
            }
            // java.net.URI leaves steps above the root in, RFC 3986 drops them
            String path = ("/" + uri.getRawPath()).replaceFirst("^/(/\\.\\.(?=/|$))*/?", "/");
            return new URI(scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            throw notALink(original);
        }
    }

    /** Vendors leave blanks and other letters unescaped; what is escaped already stays as it is. */
    private static String tidy(String link) {
        StringBuilder tidy = new StringBuilder();
        for (byte octet : link.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean legal = letter < 0x80 && (Character.isLetterOrDigit(letter) || LEGAL.indexOf(letter) >= 0);
            tidy.append(legal ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return tidy.toString();
    }

    /** Without the exception, which repeats the whole link with its signature. */
    private static NotDelivered notALink(String link) {
        return NotDelivered.because("\"" + Output.of(link) + "\" is no https link");
    }

    private static String withoutQuery(String link) {
        return link.replaceFirst("(?s)[?#].*", "");
    }
}
