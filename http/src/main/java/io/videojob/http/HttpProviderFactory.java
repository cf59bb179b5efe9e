package io.videojob.http;

import io.videojob.Provider;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProviderFactory;
import java.util.Set;
import java.util.function.Supplier;

/** Makes providers by their builder. An adapter's factory extends it, so that {@link java.util.ServiceLoader} finds it. */
public abstract class HttpProviderFactory implements VideoProviderFactory {
    private final Supplier<AccountBuilder<?>> builder;

    /** For adapters. */
    protected HttpProviderFactory(Supplier<AccountBuilder<?>> builder) {
        this.builder = builder;
    }

    @Override
    public String vendor() {
        return builder.get().vendor();
    }

    @Override
    public String apiKeyVariable() {
        return builder.get().keyVariable();
    }

    @Override
    public Set<String> extraSettings() {
        return builder.get().settings();
    }

    @Override
    public Provider create(ProviderSettings settings) {
        return builder.get().settings(settings).build();
    }
}
