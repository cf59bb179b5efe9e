package io.videojob.internal.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Until when a signed link lives, as it says itself. Read are the forms of the storage services that results lie at: a date
 * with a number of seconds ({@code X-Amz-}, {@code X-Tos-}, {@code X-Goog-Date} and {@code -Expires}), the second since 1970
 * ({@code Expires}), a date ({@code se}), and the {@code exp} of a JWT anywhere in the query.
 */
final class LinkExpiry {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    private static final Pattern EXPIRES = Pattern.compile("x-([a-z]+)-expires");
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]*");
    private static final Pattern EXP = Pattern.compile("\"exp\"\\s*:\\s*(\\d{9,11})(?!\\d)");

    private LinkExpiry() {}

    /** The earliest time that the link names. */
    static Optional<Instant> of(String link) {
        int query = link.indexOf('?');
        if (query < 0 || link.startsWith("data:")) {
            return Optional.empty();
        }
        Map<String, String> values = values(link.substring(query + 1).replaceFirst("#.*", ""));
        return values.entrySet().stream()
                .flatMap(value -> times(value.getKey(), value.getValue(), values))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> times(String name, String value, Map<String, String> values) {
        Matcher signed = EXPIRES.matcher(name);
        if (signed.matches()) {
            return span(values.getOrDefault("x-" + signed.group(1) + "-date", ""), value).stream();
        }
        return switch (name) {
            case "expires" -> second(value).stream();
            case "se" -> date(value).stream();
            default -> token(value).stream();
        };
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        pair.substring(0, equals).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Optional<Instant> span(String from, String seconds) {
        if (!seconds.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return parsed(() -> BASIC.parse(from, Instant::from).plusSeconds(Long.parseLong(seconds)));
    }

    /** Seconds, or milliseconds where the number is too long for that. */
    private static Optional<Instant> second(String value) {
        if (value.matches("\\d{9,11}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(value)));
        }
        return value.matches("\\d{12,14}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(value)))
                : Optional.empty();
    }

    private static Optional<Instant> date(String value) {
        return parsed(() -> OffsetDateTime.parse(value).toInstant())
                .or(() -> parsed(() ->
                        LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static Optional<Instant> token(String value) {
        Matcher token = JWT.matcher(value);
        if (!token.matches()) {
            return Optional.empty();
        }
        try {
            Matcher exp =
                    EXP.matcher(new String(Base64.getUrlDecoder().decode(token.group(1)), StandardCharsets.UTF_8));
            return exp.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(exp.group(1)))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parsed(Supplier<Instant> parser) {
        try {
            return Optional.of(parser.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
