package io.videojob.http;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import io.videojob.Provider;
import io.videojob.spi.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of every provider over HTTP has: a key, a name, a base URL, timeouts. An adapter's own builder extends it
 * and says how the key is sent.
 *
 * @param <B> the adapter's builder
 */
public abstract class AccountBuilder<B extends AccountBuilder<B>> {
    private final String vendor;
    private final String keyVariable;
    private URI baseUrl;
    private String name;
    private @Nullable String apiKey;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration callTimeout;

    /**
     * For adapters.
     *
     * @param vendor as settings and routes write it
     * @param keyVariable the environment variable that holds the key when nothing else does
     * @param baseUrl the vendor's own
     */
    protected AccountBuilder(String vendor, String keyVariable, URI baseUrl) {
        this.vendor = vendor;
        this.keyVariable = keyVariable;
        this.baseUrl = baseUrl;
        this.name = vendor;
    }

    /** The account's key. */
    public B apiKey(String value) {
        this.apiKey = requireNonNull(value, "apiKey");
        return self();
    }

    /** The provider's name in routes, settings and references; the vendor's unless set. */
    public B name(String value) {
        this.name = requireNonNull(value, "name");
        return self();
    }

    /** Another address than the vendor's own: {@code https}, or {@code http} for this machine. */
    public B baseUrl(URI value) {
        this.baseUrl = requireNonNull(value, "baseUrl");
        return self();
    }

    /** How long connecting may take; 10 s unless set. */
    public B connectTimeout(Duration value) {
        this.connectTimeout = requireNonNull(value, "connectTimeout");
        return self();
    }

    /** How long a whole look may take; 60 s unless set. A create has the timeout of its model. */
    public B callTimeout(Duration value) {
        this.callTimeout = requireNonNull(value, "callTimeout");
        return self();
    }

    /**
     * The provider; nothing is connected yet.
     *
     * @throws ConfigurationException if a setting is missing or wrong
     */
    public abstract Provider build();

    /** Everything that settings say of any provider. */
    protected B settings(ProviderSettings settings) {
        settings.baseUrl().ifPresent(this::baseUrl);
        return apiKey(settings.apiKey())
                .name(settings.name())
                .connectTimeout(settings.connectTimeout())
                .callTimeout(settings.callTimeout());
    }

    /**
     * The key from {@code keyVariable}.
     *
     * @throws ConfigurationException if it isn't set
     */
    protected B keyFromEnv() {
        this.apiKey = System.getenv(keyVariable);
        key();
        return self();
    }

    /**
     * The key, to put it into a header.
     *
     * @throws ConfigurationException if there is none
     */
    protected String key() {
        if (apiKey == null || apiKey.isBlank()) {
            throw new ConfigurationException(name + " has no key: set the environment variable " + keyVariable
                    + ", or videojob.provider." + name + ".api-key, or apiKey(...)");
        }
        return apiKey;
    }

    /** The way to the vendor with this account's address and timeouts, to add headers to. */
    protected VendorHttp.Builder http() {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new ConfigurationException("the provider name \"" + name + "\" (vendor " + vendor
                    + ") is not of lower-case letters, digits and '-'; rename it");
        }
        VendorHttp.Builder http = VendorHttp.builder(name, baseUrl);
        if (connectTimeout != null) {
            http.connectTimeout(connectTimeout);
        }
        if (callTimeout != null) {
            http.callTimeout(callTimeout);
        }
        return http;
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

    @SuppressWarnings("unchecked") // an adapter names its own builder
    private B self() {
        return (B) this;
    }
}
