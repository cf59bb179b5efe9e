package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.schema.Model;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.JobScript;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A good create that is to become a job.
 *
 * @param usualRun in the vendor's time, unless the script says otherwise
 * @param doomed how the job goes whatever the test wants, because the vendor finds out later that it can't be made
 */
public record Order(
        String id,
        Model model,
        ReceivedRequest create,
        Map<String, @Nullable Object> input,
        Duration usualRun,
        Optional<JobScript> doomed) {}
