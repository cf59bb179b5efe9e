package io.videojob.internal.config;

import java.time.Duration;

/**
 * How a create that provably made nothing is tried again at one provider.
 *
 * @param maxAttempts creates in all, the first included; at least 1
 * @param baseDelay the first wait
 * @param maxDelay the longest wait, never shorter than the first
 */
public record RetrySettings(int maxAttempts, Duration baseDelay, Duration maxDelay) {}
