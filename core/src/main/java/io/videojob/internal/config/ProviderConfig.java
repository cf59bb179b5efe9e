package io.videojob.internal.config;

import static io.videojob.internal.config.Converters.countUpTo;
import static io.videojob.internal.config.Converters.durationUpTo;

import io.videojob.ConfigurationException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the settings say of one provider. Read when it is asked for: a reference to an environment variable that is not set
 * is an error only then. Every accessor may throw a {@link ConfigurationException} that names the key.
 */
public final class ProviderConfig {
    static final String VENDOR = "vendor";
    static final String API_KEY = "api-key";
    static final String BASE_URL = "base-url";
    static final String CREATES_PER_MINUTE = "creates-per-minute";
    static final String MAX_IN_FLIGHT = "max-in-flight";
    static final String BUDGET_PER_DAY = "budget.per-day";
    static final String RETRY_MAX_ATTEMPTS = "retry.max-attempts";
    static final String RETRY_BASE_DELAY = "retry.base-delay";
    static final String RETRY_MAX_DELAY = "retry.max-delay";
    static final String WEBHOOK_SECRET = "webhook-secret";

    /** What every provider can be told. */
    static final Set<String> SETTINGS = Set.of(
            VENDOR,
            API_KEY,
            BASE_URL,
            CREATES_PER_MINUTE,
            MAX_IN_FLIGHT,
            BUDGET_PER_DAY,
            RETRY_MAX_ATTEMPTS,
            RETRY_BASE_DELAY,
            RETRY_MAX_DELAY,
            WEBHOOK_SECRET);

    static final int MOST_ATTEMPTS = 100;
    static final int MOST_JOBS = 100_000;
    static final Duration LONGEST_DELAY = Duration.ofHours(24);

    private final String name;
    private final String vendor;
    private final Map<String, Value> values;

    /** A provider with what is set of it, by the setting's name below {@code videojob.provider.NAME.}. */
    ProviderConfig(String name, String vendor, Map<String, Value> values) {
        this.name = name;
        this.vendor = vendor;
        this.values = Map.copyOf(values);
    }

    /** What routes and references call it. */
    public String name() {
        return name;
    }

    /** Whose API it is; by default its name. */
    public String vendor() {
        return vendor;
    }

    /** The key; empty if there is none, also if it refers to a variable that is not set. Never print it. */
    public Optional<String> apiKey() {
        Value key = values.get(API_KEY);
        return key == null || key.missing().isPresent() ? Optional.empty() : read(API_KEY, Converters::secret);
    }

    /** Where the vendor's API is, if not where the adapter knows it. */
    public Optional<URI> baseUrl() {
        return read(BASE_URL, Converters::secureUrl);
    }

    /** How many creates may be sent in any minute, if that differs from what the vendor says. */
    public OptionalInt createsPerMinute() {
        return count(CREATES_PER_MINUTE, MOST_JOBS);
    }

    /** How many jobs may be at the vendor at once, if that differs from what the vendor says. */
    public OptionalInt maxInFlight() {
        return count(MAX_IN_FLIGHT, MOST_JOBS);
    }

    /** US dollars that the provider's jobs of any 24 hours may cost, beside what all may. */
    public Optional<BigDecimal> budgetPerDay() {
        return read(BUDGET_PER_DAY, Converters::amount);
    }

    /** Creates in all, the first included; see {@link Settings#retry} for what is in force. */
    public OptionalInt retryMaxAttempts() {
        return count(RETRY_MAX_ATTEMPTS, MOST_ATTEMPTS);
    }

    /** The first wait before a create is sent again. */
    public Optional<Duration> retryBaseDelay() {
        return read(RETRY_BASE_DELAY, durationUpTo(LONGEST_DELAY));
    }

    /** The longest wait before a create is sent again. */
    public Optional<Duration> retryMaxDelay() {
        return read(RETRY_MAX_DELAY, durationUpTo(LONGEST_DELAY));
    }

    /**
     * What the account signs webhooks with that come to the provider's own address, newest first; empty if none do, also if it
     * refers to a variable that is not set. Never print them.
     */
    public List<String> webhookSecrets() {
        Value secrets = values.get(WEBHOOK_SECRET);
        return secrets == null || secrets.missing().isPresent()
                ? List.of()
                : read(WEBHOOK_SECRET, Converters::secrets).orElse(List.of());
    }

    /** Settings that only the vendor's adapter knows, as they were written. May hold secrets. */
    public Map<String, String> extra() {
        Map<String, String> extra = new HashMap<>();
        values.forEach((setting, value) -> {
            if (!SETTINGS.contains(setting) && !value.get().isEmpty()) {
                extra.put(setting, value.get());
            }
        });
        return Map.copyOf(extra);
    }

    /** Reads everything once, so that what is wrong is told now. */
    void check() {
        values.forEach((setting, value) -> check(setting));
        checkDelays();
    }

    /** The same for what doesn't depend on the environment: a typing error is one also where the provider isn't used. */
    void checkLiterals() {
        values.forEach((setting, value) -> {
            if (!value.isReference()) {
                check(setting);
            }
        });
        if (Stream.of(RETRY_BASE_DELAY, RETRY_MAX_DELAY)
                .map(values::get)
                .noneMatch(value -> value != null && value.isReference())) {
            checkDelays();
        }
    }

    private void check(String setting) {
        Object unused = switch (setting) {
            case API_KEY -> apiKey();
            case BASE_URL -> baseUrl();
            case CREATES_PER_MINUTE -> createsPerMinute();
            case MAX_IN_FLIGHT -> maxInFlight();
            case BUDGET_PER_DAY -> budgetPerDay();
            case RETRY_MAX_ATTEMPTS -> retryMaxAttempts();
            case RETRY_BASE_DELAY -> retryBaseDelay();
            case RETRY_MAX_DELAY -> retryMaxDelay();
            case WEBHOOK_SECRET -> webhookSecrets();
            default -> read(setting, Value::get);
        };
    }

    private void checkDelays() {
        Optional<Duration> base = retryBaseDelay();
        retryMaxDelay()
                .filter(max -> base.isPresent() && base.get().compareTo(max) > 0)
                .ifPresent(max -> {
                    throw new ConfigurationException(key(RETRY_BASE_DELAY) + " is longer than " + key(RETRY_MAX_DELAY)
                            + " = " + Converters.show(max) + "; make one of them fit");
                });
    }

    /** Why there is no key, and what to do. */
    public String whyNoKey() {
        Optional<String> missing = Optional.ofNullable(values.get(API_KEY)).flatMap(Value::missing);
        return missing.map(variable ->
                        "the environment variable " + variable + " with its key is not set; set it, or " + key(API_KEY))
                .orElseGet(() -> "it has no key; set " + key(API_KEY) + " or the environment variable "
                        + Source.variable(key(API_KEY)));
    }

    private String key(String setting) {
        return Keys.PROVIDER + name + "." + setting;
    }

    private OptionalInt count(String setting, int most) {
        return read(setting, countUpTo(most)).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private <T> Optional<T> read(String setting, Function<Value, T> reader) {
        return Optional.ofNullable(values.get(setting))
                .filter(value -> !value.get().isEmpty())
                .map(reader);
    }

    /** Without the key and whatever else may be secret. */
    @Override
    public String toString() {
        return "ProviderConfig[" + name + (vendor.equals(name) ? "" : " at " + vendor) + " sets "
                + values.keySet().stream().sorted().toList() + "]";
    }
}
