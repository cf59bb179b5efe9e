package io.videojob.testkit;

import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An honest provider with all that it can do, for those who bend one thing about it. */
class Bent extends Bare {
    Bent(VideoProvider honest) {
        super(honest);
    }

    @Override
    public ProviderTraits traits() {
        return honest.traits();
    }

    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        return honest.locate(submission, claimed);
    }

    @Override
    public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        return honest.listJobs(from, to, mark);
    }

    @Override
    public CancelOutcome cancel(String vendorJobId) {
        return honest.cancel(vendorJobId);
    }

    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        return honest.parseWebhook(delivery, keys);
    }
}
