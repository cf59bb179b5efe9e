package io.videojob.acme;

import io.videojob.http.HttpProviderFactory;

/** Named in {@code META-INF/services}, so that settings find it. */
public final class AcmeFactory extends HttpProviderFactory {
    /** For {@link java.util.ServiceLoader}. */
    public AcmeFactory() {
        super(Acme::builder);
    }
}
