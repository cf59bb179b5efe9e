package io.videojob.http;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import io.videojob.Provider;
import io.videojob.spi.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the provider of an account that has what every one over HTTP has: a key, a name, a base URL, timeouts, and the
 * {@link #choice choices} that its vendor leaves, which settings write by the same names.
 *
 * @param <P> the adapter's provider
 */
public final class AccountBuilder<P extends Provider> {
    private final String vendor;
    private final String keyVariable;
    private final Function<AccountBuilder<P>, P> provider;
    private URI baseUrl;
    private String name;
    private @Nullable String apiKey;
    private String version = "";
    private final Map<String, List<String>> choices = new LinkedHashMap<>();
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration callTimeout = Duration.ofSeconds(60);

    /**
     * For adapters.
     *
     * @param vendor as settings and routes write it
     * @param keyVariable the environment variable that holds the key when nothing else does
     * @param baseUrl the vendor's own
     * @param provider makes the provider; see {@link HttpProvider}
     */
    public AccountBuilder(String vendor, String keyVariable, URI baseUrl, Function<AccountBuilder<P>, P> provider) {
        this.vendor = vendor;
        this.keyVariable = keyVariable;
        this.baseUrl = baseUrl;
        this.provider = provider;
        this.name = vendor;
    }

    /**
     * For adapters: a setting of the vendor's own, {@code videojob.provider.NAME.setting}.
     *
     * @param values all that it may be, the default first
     */
    public AccountBuilder<P> choice(String setting, String... values) {
        choices.put(setting, List.of(values));
        return this;
    }

    /** For adapters: true if a choice is, by the user's will or by default, that value. */
    public boolean isSet(String setting, String value) {
        return value.equals(chosen.getOrDefault(setting, valuesOf(setting).get(0)));
    }

    /** For adapters: the vendor writes its base URL with this path at the end, which its routes have too: it is dropped. */
    public AccountBuilder<P> version(String path) {
        this.version = path;
        return this;
    }

    /**
     * A setting of the vendor's own, as the configuration has it.
     *
     * @throws ConfigurationException if the vendor has no such setting, or it can't be that
     */
    public AccountBuilder<P> set(String setting, String value) {
        if (!valuesOf(setting).contains(value)) {
            throw new ConfigurationException("videojob.provider." + name + "." + setting + " is \"" + value
                    + "\"; it is " + String.join(" or ", valuesOf(setting)));
        }
        chosen.put(setting, value);
        return this;
    }

    /** The account's key. */
    public AccountBuilder<P> apiKey(String value) {
        this.apiKey = requireNonNull(value, "apiKey");
        return this;
    }

    /**
     * The key from the vendor's environment variable.
     *
     * @throws ConfigurationException if it isn't set
     */
    public AccountBuilder<P> apiKeyFromEnv() {
        this.apiKey = System.getenv(keyVariable);
        key();
        return this;
    }

    /** The provider's name in routes, settings and references; the vendor's unless set. */
    public AccountBuilder<P> name(String value) {
        this.name = requireNonNull(value, "name");
        return this;
    }

    /** Another address than the vendor's own: {@code https}, or {@code http} for this machine. */
    public AccountBuilder<P> baseUrl(URI value) {
        this.baseUrl = requireNonNull(value, "baseUrl");
        return this;
    }

    /** How long connecting may take; 10 s unless set. */
    public AccountBuilder<P> connectTimeout(Duration value) {
        this.connectTimeout = requireNonNull(value, "connectTimeout");
        return this;
    }

    /** How long a whole look may take; 60 s unless set. A create has the timeout of its model. */
    public AccountBuilder<P> callTimeout(Duration value) {
        this.callTimeout = requireNonNull(value, "callTimeout");
        return this;
    }

    /** Everything that settings say of any provider. */
    public AccountBuilder<P> settings(ProviderSettings settings) {
        settings.baseUrl().ifPresent(this::baseUrl);
        name(settings.name());
        settings.extra().forEach(this::set);
        return apiKey(settings.apiKey())
                .connectTimeout(settings.connectTimeout())
                .callTimeout(settings.callTimeout());
    }

    /**
     * The provider; nothing is connected yet.
     *
     * @throws ConfigurationException if a setting is missing or wrong
     */
    public P build() {
        return provider.apply(this);
    }

    String key() {
        if (apiKey == null || apiKey.isBlank()) {
            throw new ConfigurationException(name + " has no key: set the environment variable " + keyVariable
                    + ", or videojob.provider." + name + ".api-key, or apiKey(...) on its builder");
        }
        return apiKey;
    }

    VendorHttp.Builder http() {
        URI address = version.isEmpty()
                ? baseUrl
                : URI.create(baseUrl.toString().replaceFirst("(?<=[^/])/" + Pattern.quote(version) + "/?$", ""));
        return VendorHttp.builder(name, address).connectTimeout(connectTimeout).callTimeout(callTimeout);
    }

    private List<String> valuesOf(String setting) {
        List<String> values = choices.get(setting);
        if (values == null) {
            throw new ConfigurationException(vendor + " has no setting \"" + setting + "\""
                    + (choices.isEmpty() ? "" : ", but " + String.join(", ", choices.keySet())));
        }
        return values;
    }

    Set<String> settings() {
        return Set.copyOf(choices.keySet());
    }

    String vendor() {
        return vendor;
    }

    String name() {
        return name;
    }

    String keyVariable() {
        return keyVariable;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AccountBuilder[" + name + " at " + vendor + "]";
    }
}
