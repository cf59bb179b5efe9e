package io.videojob.benchmarks.recovery;

import io.videojob.eachlabs.Eachlabs;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Eachlabs in memory: takes every job, and says of each that it runs. */
final class BusyVendor implements VideoProvider {
    private final VideoProvider eachlabs =
            (VideoProvider) Eachlabs.builder().apiKey("none").build();
    static final String FIRST = "first-of-all";

    private final Set<String> looked = ConcurrentHashMap.newKeySet();

    /** How many of its jobs were looked at. */
    int looked() {
        return looked.size();
    }

    @Override
    public String vendor() {
        return eachlabs.vendor();
    }

    @Override
    public ProviderTraits traits() {
        return eachlabs.traits();
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        return SubmitOutcome.accepted(FIRST, fetch(FIRST));
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        looked.add(vendorJobId);
        return VendorState.builder(VendorState.Phase.RUNNING, "running").build();
    }

    @Override
    public void close() {
        eachlabs.close();
    }
}
