package io.videojob.internal.assembly;

import io.videojob.Timing;
import io.videojob.WebhookRejectedException;
import io.videojob.Webhooks;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.engine.WebhookTokens;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which attempt a delivery is for, has its provider verify it, and wakes the job. */
final class WebhookDesk implements Webhooks {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Jobs jobs;
    private final Map<String, VideoProvider> providers;
    private final Timing timing;
    private final @Nullable WebhookTokens tokens;

    WebhookDesk(Jobs jobs, Map<String, VideoProvider> providers, Timing timing, @Nullable WebhookTokens tokens) {
        this.jobs = jobs;
        this.providers = providers;
        this.timing = timing;
        this.tokens = tokens;
    }

    @Override
    public void receive(WebhookDelivery delivery) {
        if (tokens == null) {
            throw new WebhookRejectedException(
                    "no webhooks are expected: set videojob.webhook.public-url and videojob.webhook.secret");
        }
        WebhookTokens.Named named = tokens.verify(delivery.token())
                .orElseThrow(() -> new WebhookRejectedException("the path names no attempt of ours"));
        String provider = jobs.providerOf(named.job(), named.attempt())
                .orElseThrow(() -> new WebhookRejectedException("the journal has no job " + named.job()));
        VideoProvider adapter = providers.get(provider);
        if (adapter == null) {
            throw new WebhookRejectedException("provider " + provider + " is not configured here");
        }
        WebhookEvent event = adapter.parseWebhook(
                delivery,
                WebhookKeys.of(List.of(tokens.signingSecret(named.job(), named.attempt())), timing.now(), TOLERANCE));
        jobs.heard(named.job(), named.attempt(), event);
    }
}
