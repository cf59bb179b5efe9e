package io.videojob;

import io.videojob.webhook.WebhookDelivery;

/**
 * Takes what a vendor posted. A webhook is a hint: the job it names is looked at with our own key before anything is
 * believed.
 */
public interface Webhooks {

    /**
     * Verifies a delivery and wakes its job. Returns at once; answer the vendor with 200. Deliveries that are repeated or
     * out of order do no harm.
     *
     * @throws WebhookRejectedException if it can't be verified or read; answer with 400 and do nothing
     */
    void receive(WebhookDelivery delivery);
}
