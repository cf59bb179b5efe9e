package io.videojob.eachlabs;

import io.videojob.http.HttpProviderFactory;

/** Makes {@link Eachlabs} from settings; of its own it has those that {@link Eachlabs#builder()} tells of. */
public final class EachlabsFactory extends HttpProviderFactory {
    /** For {@link java.util.ServiceLoader}. */
    public EachlabsFactory() {
        super(Eachlabs::builder);
    }
}
