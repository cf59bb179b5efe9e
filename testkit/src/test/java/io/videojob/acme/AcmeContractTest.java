package io.videojob.acme;

import io.videojob.testkit.VendorScript;
import io.videojob.testkit.VideoProviderContract;

class AcmeContractTest extends VideoProviderContract {
    @Override
    protected VendorScript script() {
        return AcmeScript.of(new AcmeFactory());
    }
}
