package io.videojob.sandbox.report;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A job as its vendor sees it at this moment.
 *
 * @param status the vendor's own word
 * @param usd what it costs if it ends well
 */
public record JobView(String id, String model, String status, boolean ended, Instant createdAt, BigDecimal usd) {}
