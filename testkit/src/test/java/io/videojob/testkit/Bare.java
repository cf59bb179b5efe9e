package io.videojob.testkit;

import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;

/** An honest provider that can't do more than it must. */
class Bare implements VideoProvider {
    final VideoProvider honest;

    Bare(VideoProvider honest) {
        this.honest = honest;
    }

    @Override
    public String vendor() {
        return honest.vendor();
    }

    @Override
    public String name() {
        return honest.name();
    }

    @Override
    public ProviderTraits traits() {
        ProviderTraits traits = honest.traits();
        return ProviderTraits.builder(traits.profiles())
                .loopback(traits.isLoopback())
                .build();
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        return honest.submit(submission);
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return honest.fetch(vendorJobId);
    }

    @Override
    public void close() {
        honest.close();
    }

    @Override
    public String toString() {
        return honest.toString();
    }
}
