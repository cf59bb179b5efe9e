package io.videojob.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;

/** {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). What is neither is not there. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(365);

    private RetryAfter() {}

    static Optional<Duration> of(Response response) {
        String value = response.header("Retry-After");
        if (value == null) {
            return Optional.empty();
        }
        return value.strip().matches("\\d{1,15}")
                ? Optional.of(within(Duration.ofSeconds(Long.parseLong(value.strip()))))
                : date(value).map(at -> within(Duration.between(now(response), at)));
    }

    /** By the vendor's own clock, if it tells: then a wrong clock here does no harm. */
    private static Instant now(Response response) {
        return Optional.ofNullable(response.header("Date"))
                .flatMap(RetryAfter::date)
                .orElseGet(() -> Instant.ofEpochMilli(response.receivedResponseAtMillis()));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US))
                            .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
