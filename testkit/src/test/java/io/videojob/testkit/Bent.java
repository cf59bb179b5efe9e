package io.videojob.testkit;

import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.util.function.Predicate;

/** An honest provider, for those who bend one thing about it. */
class Bent implements VideoProvider {
    final VideoProvider honest;

    Bent(VideoProvider honest) {
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
        return honest.traits();
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
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        return honest.locate(submission, claimed);
    }

    @Override
    public CancelOutcome cancel(String vendorJobId) {
        return honest.cancel(vendorJobId);
    }

    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        return honest.parseWebhook(delivery, keys);
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
