package io.videojob.http;

import io.videojob.catalog.LiveModel;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.VideoProvider;
import java.util.List;
import java.util.function.BiFunction;

/** What every provider over HTTP has. An adapter extends it with its routes and what their answers mean. */
public abstract class HttpProvider implements VideoProvider {
    private final String vendor;
    private final String name;
    private final VendorHttp http;
    private final ProviderTraits traits;

    /**
     * For adapters.
     *
     * @param key puts the account's key into headers, and says what else the way to the vendor has
     * @param traits all but whether the base URL is on this machine
     */
    protected HttpProvider(
            AccountBuilder<?> account,
            BiFunction<VendorHttp.Builder, String, VendorHttp.Builder> key,
            ProviderTraits.Builder traits) {
        this.vendor = account.vendor();
        this.name = account.name();
        this.http = key.apply(account.http(), account.key()).build();
        this.traits = traits.loopback(http.isLoopback()).build();
    }

    /** The way to the vendor. */
    protected final VendorHttp http() {
        return http;
    }

    @Override
    public final String vendor() {
        return vendor;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ProviderTraits traits() {
        return traits;
    }

    /** As a resource {@code live.json} beside the adapter's class describes the vendor's lists. */
    @Override
    public List<LiveModel> liveModels() {
        return LiveLists.beside(getClass(), http).map(LiveLists::read).orElse(List.of());
    }

    @Override
    public void close() {
        http.close();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return name + "[" + vendor + " at " + http.baseUrl() + "]";
    }
}
