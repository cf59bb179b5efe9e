package io.videojob;

/**
 * A configured account at a vendor: a name, a key, a base URL, limits.
 *
 * <p>Adapters make them ({@code AimlApi.fromEnv()}); {@link VideoJobs.Builder#provider(Provider)} takes them. Two keys of
 * one vendor are two providers with two names. Who writes an adapter implements {@code io.videojob.spi.VideoProvider},
 * which is the only kind of provider that the library can run.
 */
public interface Provider {

    /** The vendor whose API this is, in lower case, such as {@code acme}. */
    String vendor();

    /**
     * The name that routes, settings and references use; by default the vendor's. Lower-case letters, digits and
     * {@code -}; never a colon, because {@link VendorRef} splits at the first one.
     */
    default String name() {
        return vendor();
    }
}
