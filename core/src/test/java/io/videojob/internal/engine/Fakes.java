package io.videojob.internal.engine;

import io.videojob.spi.VendorState;

/** Small things that several tests need. */
final class Fakes {
    private Fakes() {}

    static VendorState queued() {
        return VendorState.builder(VendorState.Phase.QUEUED, "in line").build();
    }
}
