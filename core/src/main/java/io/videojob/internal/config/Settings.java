package io.videojob.internal.config;

import static io.videojob.internal.config.Converters.durationBetween;
import static io.videojob.internal.config.Converters.durationUpTo;
import static io.videojob.internal.config.Converters.oneOf;

import io.videojob.ConfigurationException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.ProviderTraits;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked when they are read; only what belongs to one provider and refers to an environment variable waits
 * until that provider is used. Whatever is wrong is a {@link ConfigurationException} that names the key and the way out, and
 * shows no secret. Immutable.
 */
public final class Settings {
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_POLL = Duration.ofHours(24);
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1); // for so long spent money counts
    private static final Duration LONGEST_RETENTION = Duration.ofDays(3650);
    private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    private final List<String> route;
    private final Providers providers;
    private final Map<String, ProviderConfig> configs;
    private final Routing routing;
    private final RetryChoice retry;
    private final Uncertain uncertain;
    private final Failover failover;
    private final @Nullable Duration pollInterval;
    private final Duration pollMinInterval;
    private final Duration pollMaxInterval;
    private final Duration connectTimeout;
    private final Duration callTimeout;
    private final Duration unreachableAfter;
    private final @Nullable Duration journalRetention;
    private final @Nullable String journalUrl;
    private final @Nullable BigDecimal budgetPerJob;
    private final @Nullable BigDecimal budgetPerDay;
    private final Unpriced unpriced;
    private final @Nullable URI webhookPublicUrl;
    private final @Nullable String webhookSecret;
    private final boolean deliveryAllowPrivate;
    private final @Nullable Path saveTo;

    private Settings(Source source, Collection<KnownVendor> vendors) {
        route = source.read(Keys.ROUTE, Routing::names).orElse(List.of());
        providers = new Providers(source, route, vendors);
        configs = providers.all();
        configs.values().forEach(ProviderConfig::checkLiterals);
        routing = new Routing(route, providers.vendors(), configs);
        retry = new RetryChoice(source);
        uncertain = source.read(Keys.UNCERTAIN, oneOf(Uncertain.class)).orElse(Uncertain.ASK);
        failover = source.read(Keys.FAILOVER, oneOf(Failover.class)).orElse(Failover.ON);
        Function<Value, Duration> poll = durationUpTo(LONGEST_POLL);
        pollInterval = source.read(Keys.POLL_INTERVAL, poll).orElse(null);
        pollMinInterval = source.read(Keys.POLL_MIN_INTERVAL, poll).orElse(Duration.ofSeconds(2));
        pollMaxInterval = source.read(Keys.POLL_MAX_INTERVAL, poll).orElse(Duration.ofSeconds(60));
        Function<Value, Duration> timeout = durationUpTo(LONGEST_TIMEOUT);
        connectTimeout = source.read(Keys.TIMEOUT_CONNECT, timeout).orElse(Duration.ofSeconds(10));
        callTimeout = source.read(Keys.TIMEOUT_CALL, timeout).orElse(Duration.ofSeconds(60));
        unreachableAfter = source.read(Keys.UNREACHABLE_AFTER, durationUpTo(LONGEST_SILENCE))
                .orElse(Duration.ofMinutes(10));
        journalRetention = source.read(Keys.JOURNAL_RETENTION, durationBetween(SHORTEST_RETENTION, LONGEST_RETENTION))
                .orElse(null);
        journalUrl = source.read(Keys.JOURNAL_URL, Converters::jdbcUrl).orElse(null);
        budgetPerJob = source.read(Keys.BUDGET_PER_JOB, Converters::amount).orElse(null);
        budgetPerDay = source.read(Keys.BUDGET_PER_DAY, Converters::amount).orElse(null);
        unpriced = source.read(Keys.BUDGET_UNPRICED, Converters::unpriced).orElse(Unpriced.REFUSE);
        webhookPublicUrl =
                source.read(Keys.WEBHOOK_PUBLIC_URL, Converters::secureUrl).orElse(null);
        webhookSecret = webhookSecret(source, webhookPublicUrl != null);
        deliveryAllowPrivate =
                source.read(Keys.DELIVERY_ALLOW_PRIVATE, Converters::onOrOff).orElse(false);
        saveTo = source.read(Keys.SAVE_TO, Converters::folder).orElse(null);
        checkPolling();
    }

    /** A secret that refers to a variable which isn't set is an error only where webhooks are used. */
    private static @Nullable String webhookSecret(Source source, boolean used) {
        Optional<Value> written = source.find(Keys.WEBHOOK_SECRET);
        return used || written.flatMap(Value::missing).isEmpty()
                ? source.read(Keys.WEBHOOK_SECRET, Converters::secret).orElse(null)
                : null;
    }

    private void checkPolling() {
        if (pollMinInterval.compareTo(pollMaxInterval) > 0) {
            throw new ConfigurationException(Keys.POLL_MIN_INTERVAL + " = " + Converters.show(pollMinInterval)
                    + " is longer than " + Keys.POLL_MAX_INTERVAL + " = " + Converters.show(pollMaxInterval)
                    + "; make one of them fit");
        }
    }

    /** What is in force where nothing is set, neither in properties nor in the environment. */
    public static Settings defaults() {
        return read(new Properties(), name -> null, List.of());
    }

    /**
     * Reads settings.
     *
     * @param environment gives the value of an environment variable, null if it is not set; beats the properties
     * @param vendors those that this program has an adapter for
     * @throws ConfigurationException if a setting is unknown or wrong
     */
    public static Settings read(
            Properties properties, Function<String, String> environment, Collection<KnownVendor> vendors) {
        return new Settings(new Source(properties, environment), vendors);
    }

    /**
     * A file in UTF-8, as it stands there.
     *
     * @throws ConfigurationException if it can't be read
     */
    public static Properties load(Path file) {
        return Source.load(file);
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return Source.variable(key);
    }

    /**
     * Reads settings from a file in UTF-8.
     *
     * @throws ConfigurationException as {@link #read}, and if the file can't be read
     */
    public static Settings readFile(Path file, Function<String, String> environment, Collection<KnownVendor> vendors) {
        return read(Source.load(file), environment, vendors);
    }

    /** Reads settings from a file if there is one, else from the environment alone. */
    public static Settings readFileIfThere(
            Path file, Function<String, String> environment, Collection<KnownVendor> vendors) {
        return Files.exists(file) ? readFile(file, environment, vendors) : read(new Properties(), environment, vendors);
    }

    /** The order of preference; empty: every provider whose key is there. */
    public List<String> route() {
        return route;
    }

    /** Every provider that something is set for, that the route names, or whose vendor is known, with or without a key. */
    public Map<String, ProviderConfig> providers() {
        return configs;
    }

    /** What is set of a provider, perhaps nothing; also of one that the program brought along. */
    public ProviderConfig provider(String name) {
        ProviderConfig config = configs.get(name);
        return config != null ? config : providers.config(name);
    }

    /**
     * The providers in use, most preferred first: the route; without one, those the program brought along, then each whose
     * key is there, by the alphabet. Reads all that is set of them.
     *
     * @param brought names of providers that the program made itself; they need neither key nor adapter here
     * @throws ConfigurationException if one doesn't exist, has no key, or refers to a variable that is not set; and if there
     *     is none at all
     */
    public List<String> inUse(Collection<String> brought) {
        return routing.inUse(brought);
    }

    /**
     * Checks that the route names providers that there can be, with or without their keys.
     *
     * @throws ConfigurationException naming the one that doesn't exist, and the nearest
     */
    public void checkRoute() {
        routing.checkNames();
    }

    /**
     * What an adapter's factory needs to make a provider that is in use.
     *
     * @throws ConfigurationException if it has no key
     */
    public ProviderSettings settingsOf(String name) {
        ProviderConfig config = provider(name);
        String key = config.apiKey()
                .orElseThrow(() -> new ConfigurationException(name + " can't be used: " + config.whyNoKey()));
        ProviderSettings settings = ProviderSettings.of(name, key)
                .withTimeouts(connectTimeout, callTimeout)
                .withExtra(config.extra());
        return config.baseUrl().map(settings::withBaseUrl).orElse(settings);
    }

    /** How creates are tried again at a provider: its own settings, else those for all, else its adapter's, else ours. */
    public RetrySettings retry(String provider, ProviderTraits traits) {
        return retry.of(provider(provider), traits);
    }

    /** What becomes of a create that no look-up finds. */
    public Uncertain uncertain() {
        return uncertain;
    }

    /** When another provider is tried. */
    public Failover failover() {
        return failover;
    }

    /** A fixed interval between looks; empty: adaptive. */
    public Optional<Duration> pollInterval() {
        return Optional.ofNullable(pollInterval);
    }

    /** The shortest adaptive interval between looks. */
    public Duration pollMinInterval() {
        return pollMinInterval;
    }

    /** The longest adaptive interval between looks. */
    public Duration pollMaxInterval() {
        return pollMaxInterval;
    }

    /** How long connecting may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a whole exchange may take. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** A run of failed exchanges this long is told as trouble. */
    public Duration unreachableAfter() {
        return unreachableAfter;
    }

    /** How long a job is remembered after it has ended; empty: for ever. At least a day. */
    public Optional<Duration> journalRetention() {
        return Optional.ofNullable(journalRetention);
    }

    /** Where jobs are remembered; empty: in memory. May hold a password. */
    public Optional<String> journalUrl() {
        return Optional.ofNullable(journalUrl);
    }

    /** US dollars that one job may cost. */
    public Optional<BigDecimal> budgetPerJob() {
        return Optional.ofNullable(budgetPerJob);
    }

    /** US dollars that all jobs of any 24 hours may cost, at all providers together. */
    public Optional<BigDecimal> budgetPerDay() {
        return Optional.ofNullable(budgetPerDay);
    }

    /** What a budget makes of a job without a published price. */
    public Unpriced unpriced() {
        return unpriced;
    }

    /** Where vendors reach this program's webhook. */
    public Optional<URI> webhookPublicUrl() {
        return Optional.ofNullable(webhookPublicUrl);
    }

    /** What webhook tokens and secrets are derived from. Never print it. */
    public Optional<String> webhookSecret() {
        return Optional.ofNullable(webhookSecret);
    }

    /** True if results may be loaded from private addresses. */
    public boolean deliveryAllowPrivate() {
        return deliveryAllowPrivate;
    }

    /** Where results are saved without anybody waiting for them. */
    public Optional<Path> saveTo() {
        return Optional.ofNullable(saveTo);
    }

    /** The route and the providers; no value that could be secret. */
    @Override
    public String toString() {
        return "Settings[route " + route + ", " + configs.values() + "]";
    }
}
