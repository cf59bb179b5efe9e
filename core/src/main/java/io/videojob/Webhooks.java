package io.videojob;

import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookRequest;

/**
 * Takes what a vendor posted. A webhook is a hint: the job it names is looked at with our own key before anything is
 * believed. Thread-safe.
 *
 * <p>Hand over every POST below {@code videojob.webhook.public-url}, and answer with {@link WebhookAnswer#status()}. The
 * module {@code videojob-webhooks} has handlers that do it; in any other framework it is a line:
 *
 * <pre>{@code
 * return ResponseEntity.status(jobs.webhooks()
 *                 .receive(WebhookDelivery.of(request.getRequestURI(), request::getHeader, body))
 *                 .status())
 *         .build();
 * }</pre>
 *
 * <p>What comes from outside is answered, never thrown at: forged deliveries are everyday, and a framework that turns an
 * exception into a 500 would have the vendor send again what can't be taken. Nothing here waits for the journal or the
 * vendor: a delivery is verified, put in line, and answered. Deliveries of one job that come while it stands in line are one;
 * a job is looked at at most about once a second for them, and always once more after the last.
 */
public interface Webhooks {

    /**
     * Verifies a delivery and wakes its job. An exact repeat of a signed one that was taken is answered 200 and does nothing;
     * others that are repeated or out of order cost a look and do no harm.
     */
    WebhookAnswer receive(WebhookDelivery delivery);

    /**
     * The same, from a request whose body was not read yet. One whose path names no attempt of ours is answered before its
     * body is read; of any other at most 1 MiB is, and for 10 s at most.
     */
    WebhookAnswer receive(WebhookRequest request);
}
