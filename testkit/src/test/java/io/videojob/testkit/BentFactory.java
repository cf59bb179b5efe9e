package io.videojob.testkit;

import io.videojob.Provider;
import io.videojob.atelier.AtelierFactory;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.util.function.BiFunction;

/** Makes the invented vendor's providers, each bent. */
final class BentFactory implements VideoProviderFactory {
    private final AtelierFactory honest = new AtelierFactory();
    private final BiFunction<VideoProvider, ProviderSettings, VideoProvider> bend;

    BentFactory(BiFunction<VideoProvider, ProviderSettings, VideoProvider> bend) {
        this.bend = bend;
    }

    @Override
    public String vendor() {
        return honest.vendor();
    }

    @Override
    public String apiKeyVariable() {
        return honest.apiKeyVariable();
    }

    @Override
    public Provider create(ProviderSettings settings) {
        return bend.apply((VideoProvider) honest.create(settings), settings);
    }
}
