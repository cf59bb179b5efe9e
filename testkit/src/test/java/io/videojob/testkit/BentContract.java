package io.videojob.testkit;

import io.videojob.acme.AcmeScript;

/** The contract of whichever factory its thread was given; run by {@link BrokenAdaptersTest} only. */
class BentContract extends VideoProviderContract {
    static final ThreadLocal<BentFactory> FACTORY = new ThreadLocal<>();

    @Override
    protected VendorScript script() {
        return AcmeScript.of(FACTORY.get());
    }
}
