package io.videojob.testkit;

import static java.util.Objects.requireNonNull;

/** The contract by whichever script its thread was given; run by {@link BrokenAdaptersTest} only. */
class BentContract extends VideoProviderContract {
    static final ThreadLocal<VendorScript> SCRIPT = new ThreadLocal<>();

    @Override
    protected VendorScript script() {
        return requireNonNull(SCRIPT.get(), "a script of this thread");
    }
}
