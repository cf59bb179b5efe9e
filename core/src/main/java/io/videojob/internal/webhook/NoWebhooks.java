package io.videojob.internal.webhook;

import io.videojob.Webhooks;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookRequest;

/** Where no vendor was told of an address. */
public final class NoWebhooks implements Webhooks {
    private static final WebhookAnswer ANSWER = WebhookAnswer.of(
            400, "no webhooks are expected: set videojob.webhook.public-url and videojob.webhook.secret");

    @Override
    public WebhookAnswer receive(WebhookDelivery delivery) {
        return ANSWER;
    }

    @Override
    public WebhookAnswer receive(WebhookRequest request) {
        return ANSWER;
    }
}
