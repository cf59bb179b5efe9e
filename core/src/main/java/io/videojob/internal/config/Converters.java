package io.videojob.internal.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Values as what they mean; each throws what {@link Value#wrong} makes when it means nothing. */
final class Converters {
    private static final int AES_BYTES = 32;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    private Converters() {}

    /** A duration of at least a millisecond and at most {@code longest}. */
    static Function<Value, Duration> durationUpTo(Duration longest) {
        return durationBetween(Duration.ofMillis(1), longest);
    }

    /** A duration of at least {@code shortest} and at most {@code longest}. */
    static Function<Value, Duration> durationBetween(Duration shortest, Duration longest) {
        return value -> {
            Matcher matcher = DURATION.matcher(lower(value));
            if (matcher.matches()) {
                Duration duration = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
                if (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0) {
                    return duration;
                }
            }
            throw value.wrong(
                    "a duration like 500ms, 30s, 10m, 2h or 30d, from " + show(shortest) + " to " + show(longest));
        };
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** A duration as it is written in settings. */
    static String show(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** A whole number from 1 to {@code most}. */
    static Function<Value, Integer> countUpTo(int most) {
        return value -> {
            String text = value.get();
            if (text.matches("\\d{1,9}")) {
                int count = Integer.parseInt(text);
                if (count >= 1 && count <= most) {
                    return count;
                }
            }
            throw value.wrong("a whole number from 1 to " + most);
        };
    }

    /** US dollars. */
    static BigDecimal amount(Value value) {
        if (!AMOUNT.matcher(value.get()).matches()) {
            throw value.wrong("an amount in US dollars like 5 or 2.50, without a sign or separators");
        }
        return new BigDecimal(value.get());
    }

    static Unpriced unpriced(Value value) {
        return switch (lower(value)) {
            case "refuse" -> Unpriced.REFUSE;
            case "allow" -> Unpriced.ALLOW;
            default -> {
                if (!AMOUNT.matcher(value.get()).matches()) {
                    throw value.wrong("refuse, allow, or an amount in US dollars like 2.50");
                }
                yield Unpriced.countsAs(new BigDecimal(value.get()));
            }
        };
    }

    /** A folder, which need not be there yet. */
    static Path folder(Value value) {
        try {
            return Path.of(value.get());
        } catch (InvalidPathException e) {
            throw value.wrong("a folder");
        }
    }

    static boolean onOrOff(Value value) {
        return switch (lower(value)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw value.wrong("on, off, true or false");
        };
    }

    /** One of an enum's constants, written in lower case and with hyphens. */
    static <E extends Enum<E>> Function<Value, E> oneOf(Class<E> type) {
        return value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(lower(value)))
                .findFirst()
                .orElseThrow(() -> value.wrong(String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(Converters::word)
                                .toList())));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code https} with a host, or {@code http} on this machine: what goes there is secret. */
    static URI secureUrl(Value value) {
        URI uri = parse(value);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (value.get().contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw value.wrongSecret("an address without user name, password, query and fragment");
        }
        if (uri.getHost() == null || uri.getPort() > 65_535 || !(scheme.equals("https") || scheme.equals("http"))) {
            throw value.wrong("an address like https://api.example.com");
        }
        if (scheme.equals("http")
                && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw value.wrong(
                    "https, since http to another machine can be read on the way; http is for localhost only");
        }
        return uri;
    }

    private static URI parse(Value value) {
        try {
            return new URI(value.get());
        } catch (URISyntaxException e) {
            throw value.wrongSecret("an address like https://api.example.com (" + e.getReason() + " at character "
                    + (e.getIndex() + 1) + ")");
        }
    }

    /** A database's address; may hold a password, so it is never shown. */
    static String jdbcUrl(Value value) {
        if (!value.get().startsWith("jdbc:")) {
            throw value.wrongSecret("an address that begins with jdbc:, like jdbc:sqlite:jobs.db");
        }
        return value.get();
    }

    /** What goes into a header. */
    static String secret(Value value) {
        if (!VISIBLE.matcher(value.get()).matches()) {
            throw value.wrongSecret("visible ASCII characters without blanks; was it copied whole, and nothing else?");
        }
        return value.get();
    }

    /** Keys of 256 bits in base64, with commas between. None if it is empty, which counts as not set. */
    static List<SecretKey> aesKeys(Value value) {
        return Arrays.stream(value.get().split(",", -1))
                .filter(key -> !value.get().isEmpty())
                .map(key -> aesKey(value, key.strip()))
                .toList();
    }

    private static SecretKey aesKey(Value value, String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == AES_BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw value.wrongSecret(
                "32 random bytes in base64, as \"openssl rand -base64 32\" prints them; of several keys "
                        + "the newest first, with commas between");
    }

    private static String lower(Value value) {
        return value.get().toLowerCase(Locale.ROOT);
    }
}
