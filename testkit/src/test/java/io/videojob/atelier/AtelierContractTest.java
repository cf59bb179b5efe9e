package io.videojob.atelier;

import io.videojob.testkit.VendorScript;
import io.videojob.testkit.VideoProviderContract;

class AtelierContractTest extends VideoProviderContract {
    @Override
    protected VendorScript script() {
        return AtelierScript.of(new AtelierFactory());
    }
}
