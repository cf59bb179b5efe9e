package io.videojob.aimlapi;

import io.videojob.http.HttpProviderFactory;

/** Makes {@link AimlApi} from settings. */
public final class AimlApiFactory extends HttpProviderFactory {
    /** For {@link java.util.ServiceLoader}. */
    public AimlApiFactory() {
        super(AimlApi::builder);
    }
}
