package io.videojob.internal.delivery;

import java.time.Duration;

/**
 * How much and how long.
 *
 * @param maxBytes the largest file that is taken
 * @param connectTimeout how long connecting may take
 * @param idleTimeout how long nothing may arrive, before the answer or within it
 * @param maxExchanges how many connections one save may use, each going on where the last one broke off; before one that
 *     follows on one which brought nothing there is a pause: 1 s, then twice as long each time
 */
public record DeliveryLimits(long maxBytes, Duration connectTimeout, Duration idleTimeout, int maxExchanges) {

    /** 4 GiB, 10 s to connect, 60 s of silence, 6 exchanges. */
    public static DeliveryLimits defaults() {
        return new DeliveryLimits(4L << 30, Duration.ofSeconds(10), Duration.ofSeconds(60), 6);
    }
}
