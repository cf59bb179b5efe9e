package io.videojob.internal.config;

import static io.videojob.internal.config.Converters.durationBetween;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Where jobs are remembered, for how long, and by whom they are stepped. */
public final class JournalConfig {
    /** What was spent counts against a budget for a day: what counts is not forgotten. */
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);

    private static final Duration LONGEST_RETENTION = Duration.ofDays(3650);

    private final @Nullable String url;
    private final Optional<Value> key;
    private final @Nullable Duration retention;
    private final String driver;

    JournalConfig(Source source) {
        url = source.read(Keys.JOURNAL_URL, Converters::jdbcUrl).orElse(null);
        key = source.find(Keys.JOURNAL_KEY);
        key.filter(value -> value.missing().isEmpty()).ifPresent(Converters::aesKeys);
        retention = source.read(Keys.JOURNAL_RETENTION, durationBetween(SHORTEST_RETENTION, LONGEST_RETENTION))
                .orElse(null);
        driver = source.read(Keys.DRIVER, Value::get).orElse("local");
    }

    /** Its JDBC URL; empty: in memory. May hold a password. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /**
     * What payloads are encrypted with, the newest first; empty: they are not. Never print one.
     *
     * @throws io.videojob.ConfigurationException if the setting refers to a variable that is not set
     */
    public List<SecretKey> keys() {
        return key.map(Converters::aesKeys).orElse(List.of());
    }

    /** How long a job is remembered after it has ended; empty: for ever. At least a day. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** Who decides when and where jobs are stepped: {@code local}, or one from the class path. */
    public String driver() {
        return driver;
    }
}
