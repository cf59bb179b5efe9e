package io.videojob;

import java.time.Instant;

/**
 * Why nothing is known of a job at present, or why it needs its user.
 *
 * @param since when it began
 * @param kind a short word: {@code unreachable}, {@code key-refused}, {@code not-found}, {@code unreadable},
 *     {@code waiting-for-slot}, {@code uncertain}, {@code deadline}, {@code no-provider}; the set grows
 * @param message what happened and what to do
 * @param parked true if nothing goes on until the user acts
 */
public record Trouble(Instant since, String kind, String message, boolean parked) {}
