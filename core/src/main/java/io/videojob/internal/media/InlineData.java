package io.videojob.internal.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Files within their link, as data URIs (RFC 2397). */
public final class InlineData {
    private InlineData() {}

    /**
     * The bytes.
     *
     * @throws IllegalArgumentException if the URI was cut short or garbled
     */
    public static byte[] decode(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("the data URI has no comma, so it was cut short");
        }
        byte[] content = unescape(uri.substring(comma + 1));
        if (!uri.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            return content;
        }
        try {
            String text = new String(content, StandardCharsets.ISO_8859_1).replaceAll("\\s+", "");
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the data URI is no valid base64, so it was cut short or garbled", e);
        }
    }

    /** The content type that it names. */
    public static Optional<String> contentType(String uri) {
        int end = Math.max(5, uri.indexOf(','));
        String type =
                uri.substring(5, Math.min(end, uri.length())).split(";", 2)[0].strip();
        return type.isEmpty() ? Optional.empty() : Optional.of(type.toLowerCase(Locale.ROOT));
    }

    private static byte[] unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException(
                        "the data URI has a broken percent escape, so it was cut short or garbled");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        return bytes.toByteArray();
    }
}
