package io.videojob.webhook;

import static java.util.Objects.requireNonNull;

/**
 * What to answer whoever posted. Any status below 300 tells the vendor that the delivery was taken; any other one that it
 * was not, and vendors then deliver it again a few times.
 *
 * <table>
 * <caption>Statuses</caption>
 * <tr><td>200</td><td>taken, now or before; the job will be looked at</td></tr>
 * <tr><td>400</td><td>not proved to be the vendor's, or unreadable; nothing was believed</td></tr>
 * <tr><td>405</td><td>not a POST</td></tr>
 * <tr><td>408</td><td>the body did not arrive in time</td></tr>
 * <tr><td>413</td><td>the body is longer than 1 MiB</td></tr>
 * <tr><td>503</td><td>not now: too many wait, this program is closing, or the provider is not configured here</td></tr>
 * </table>
 */
public final class WebhookAnswer {
    private final int status;
    private final String why;

    private WebhookAnswer(int status, String why) {
        this.status = status;
        this.why = why;
    }

    /**
     * An answer; for tests of what stands around {@link io.videojob.Webhooks}, too.
     *
     * @param status an HTTP status
     * @param why for a log, not for the vendor; no secret
     */
    public static WebhookAnswer of(int status, String why) {
        return new WebhookAnswer(status, requireNonNull(why, "why"));
    }

    /** The HTTP status to answer with. The answer needs no body. */
    public int status() {
        return status;
    }

    /** True if the delivery was taken, so that nobody needs to send it again. */
    public boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** Why it is answered so, for a log. Holds no secret. Whoever forges deliveries shall not read it. */
    public String why() {
        return why;
    }

    @Override
    public String toString() {
        return status + " " + why;
    }
}
