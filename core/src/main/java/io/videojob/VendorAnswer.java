package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's own words about an exchange or a failed job, as far as it said any. Never holds a key, nor the query of a link. */
public final class VendorAnswer {
    private static final int LONGEST_TEXT = 2000;
    /** Vendors say the links of a request back, which are often signed. */
    private static final Pattern LINK = Pattern.compile("(?i)(https?://[^\\s?\"'<>]+)\\?[^\\s\"'<>)}\\]…]+");

    private static final VendorAnswer NOTHING = new VendorAnswer(0, null, null, null, null);

    private final int httpStatus;
    private final @Nullable String code;
    private final @Nullable String message;
    private final @Nullable String details;
    private final @Nullable String requestId;

    private VendorAnswer(
            int httpStatus,
            @Nullable String code,
            @Nullable String message,
            @Nullable String details,
            @Nullable String requestId) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.message = message;
        this.details = details;
        this.requestId = requestId;
    }

    /** The vendor said nothing that we could read. */
    public static VendorAnswer nothing() {
        return NOTHING;
    }

    /** An answer with this HTTP status and message. */
    public static VendorAnswer of(int httpStatus, @Nullable String message) {
        return new VendorAnswer(httpStatus, null, clip(message), null, null);
    }

    /** Words without an HTTP status of their own, such as a failed job's error. */
    public static VendorAnswer ofMessage(@Nullable String message) {
        return of(0, message);
    }

    /** The same with the vendor's own error code. */
    public VendorAnswer withCode(@Nullable String code) {
        return new VendorAnswer(httpStatus, clip(code), message, details, requestId);
    }

    /** The same with further words of the vendor. */
    public VendorAnswer withDetails(@Nullable String details) {
        return new VendorAnswer(httpStatus, code, message, clip(details), requestId);
    }

    /** The same with the id under which the vendor logged the request. */
    public VendorAnswer withRequestId(@Nullable String requestId) {
        return new VendorAnswer(httpStatus, code, message, details, clip(requestId));
    }

    /** The HTTP status, or 0 when these words did not come with one. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The vendor's error code. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The vendor's message, cut at 2,000 characters. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /** What the vendor said beyond the message. */
    public Optional<String> details() {
        return Optional.ofNullable(details);
    }

    /** The id under which the vendor logged the request; its support asks for it. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    private static @Nullable String clip(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String told = LINK.matcher(text).replaceAll("$1?…");
        return told.length() <= LONGEST_TEXT ? told : told.substring(0, LONGEST_TEXT) + "…";
    }

    /** For messages: {@code HTTP 429 too many requests (Account rate limited …)}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        if (httpStatus > 0) {
            words.append("HTTP ").append(httpStatus);
        }
        code().ifPresent(c -> words.append(words.length() > 0 ? " " : "")
                .append('[')
                .append(c)
                .append(']'));
        message().ifPresent(m -> words.append(words.length() > 0 ? " " : "").append(m));
        details()
                .filter(d -> !d.equals(message))
                .ifPresent(d -> words.append(" (").append(d).append(')'));
        requestId()
                .ifPresent(id ->
                        words.append(" [request ").append(requireNonNull(id)).append(']'));
        return words.length() == 0 ? "no words" : words.toString();
    }
}
