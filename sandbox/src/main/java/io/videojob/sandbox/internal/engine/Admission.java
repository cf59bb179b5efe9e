package io.videojob.sandbox.internal.engine;

import java.util.Optional;

/**
 * Whether an order became a job.
 *
 * @param tooManyInFlight says, if there is no job, that it is for this and not for the rate
 */
public record Admission(Optional<VendorJob> job, boolean tooManyInFlight) {}
