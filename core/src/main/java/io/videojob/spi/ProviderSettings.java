package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the configuration says of one provider. */
public final class ProviderSettings {
    private final String name;
    private final String apiKey;
    private final @Nullable URI baseUrl;
    private final Duration connectTimeout;
    private final Duration callTimeout;
    private final Map<String, String> extra;

    private ProviderSettings(
            String name,
            String apiKey,
            @Nullable URI baseUrl,
            Duration connectTimeout,
            Duration callTimeout,
            Map<String, String> extra) {
        this.name = requireNonNull(name, "name");
        this.apiKey = requireNonNull(apiKey, "apiKey");
        this.baseUrl = baseUrl;
        this.connectTimeout = connectTimeout;
        this.callTimeout = callTimeout;
        this.extra = Map.copyOf(extra);
    }

    /** Settings with the default timeouts: 10 s to connect, 60 s for a whole exchange. */
    public static ProviderSettings of(String name, String apiKey) {
        return new ProviderSettings(name, apiKey, null, Duration.ofSeconds(10), Duration.ofSeconds(60), Map.of());
    }

    /** The same with another base URL. */
    public ProviderSettings withBaseUrl(URI value) {
        return new ProviderSettings(name, apiKey, value, connectTimeout, callTimeout, extra);
    }

    /** The same with other timeouts. */
    public ProviderSettings withTimeouts(Duration connect, Duration call) {
        return new ProviderSettings(name, apiKey, baseUrl, connect, call, extra);
    }

    /** The same with settings that only this vendor's factory knows. */
    public ProviderSettings withExtra(Map<String, String> values) {
        return new ProviderSettings(name, apiKey, baseUrl, connectTimeout, callTimeout, values);
    }

    /** The provider's name. */
    public String name() {
        return name;
    }

    /** The key. Never print it. */
    public String apiKey() {
        return apiKey;
    }

    /** The base URL; empty for the vendor's own. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** How long connecting may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a whole exchange may take; a profile's create timeout beats it for creates. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** Settings that only this vendor's factory knows. */
    public Map<String, String> extra() {
        return extra;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ProviderSettings[" + name + (baseUrl == null ? "" : " " + baseUrl) + "]";
    }
}
