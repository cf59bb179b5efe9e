package io.videojob.atelier;

import io.videojob.http.HttpProviderFactory;

/** Named in {@code META-INF/services}, so that settings find it. */
public final class AtelierFactory extends HttpProviderFactory {
    /** For {@link java.util.ServiceLoader}. */
    public AtelierFactory() {
        super(Atelier::builder);
    }
}
