package io.videojob.spi;

import io.videojob.Provider;
import java.util.Set;

/** Makes providers of one vendor from settings. Found by {@link java.util.ServiceLoader}. */
public interface VideoProviderFactory {

    /** The vendor, as settings and routes write it. */
    String vendor();

    /** The environment variable that holds the key when no setting names it. */
    String apiKeyVariable();

    /** Further settings of its own, below {@code videojob.provider.NAME.}, that {@link ProviderSettings#extra()} may hold. */
    default Set<String> extraSettings() {
        return Set.of();
    }

    /**
     * A provider.
     *
     * @throws io.videojob.ConfigurationException if a setting is wrong
     */
    Provider create(ProviderSettings settings);
}
