package io.videojob.eachlabs;

import io.videojob.ConfigurationException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProviderFactory;
import java.util.Set;

/**
 * Makes Eachlabs accounts from settings. Of its own it has {@code auth}, {@code x-api-key} (the default) or {@code bearer},
 * and {@code webhook-legacy-secret}, {@code off} (the default) or {@code on}: see {@link Eachlabs.Builder}.
 */
public final class EachlabsFactory implements VideoProviderFactory {

    @Override
    public String vendor() {
        return Eachlabs.VENDOR;
    }

    @Override
    public String apiKeyVariable() {
        return Eachlabs.KEY_VARIABLE;
    }

    @Override
    public Set<String> extraSettings() {
        return Set.of("auth", "webhook-legacy-secret");
    }

    @Override
    public Eachlabs create(ProviderSettings settings) {
        Eachlabs.Builder builder = Eachlabs.builder()
                .name(settings.name())
                .apiKey(settings.apiKey())
                .connectTimeout(settings.connectTimeout())
                .callTimeout(settings.callTimeout());
        settings.baseUrl().ifPresent(builder::baseUrl);
        if (isSet(settings, "auth", "x-api-key", "bearer")) {
            builder.bearer();
        }
        if (isSet(settings, "webhook-legacy-secret", "off", "on")) {
            builder.webhookLegacySecret();
        }
        return builder.build();
    }

    private static boolean isSet(ProviderSettings settings, String key, String byDefault, String other) {
        String value = settings.extra().getOrDefault(key, byDefault);
        if (!value.equals(byDefault) && !value.equals(other)) {
            throw new ConfigurationException("videojob.provider." + settings.name() + "." + key + " is \"" + value
                    + "\"; it is " + byDefault + " or " + other);
        }
        return value.equals(other);
    }
}
