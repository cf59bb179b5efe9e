package io.videojob.testkit;

import io.videojob.Provider;
import io.videojob.atelier.AtelierFactory;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;

/** Makes the invented vendor's providers, each bent. */
final class BentFactory implements VideoProviderFactory {
    private final AtelierFactory honest = new AtelierFactory();
    private final Broken.Bend bend;

    BentFactory(Broken.Bend bend) {
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
