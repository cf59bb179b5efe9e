package io.videojob.testkit;

import io.videojob.atelier.AtelierScript;

/** The contract of whichever factory its thread was given; run by {@link BrokenAdaptersTest} only. */
class BentContract extends VideoProviderContract {
    static final ThreadLocal<BentFactory> FACTORY = new ThreadLocal<>();

    @Override
    protected VendorScript script() {
        return AtelierScript.of(FACTORY.get());
    }
}
