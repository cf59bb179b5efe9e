package io.videojob.internal.engine;

import io.videojob.FieldReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One provider's model that can serve the request, with the input already in the vendor's words: what a later process
 * needs to send it, whatever became of the profiles since.
 */
public record Candidate(
        String provider,
        @Nullable String model,
        Map<String, Object> body,
        List<FieldReport> fields,
        @Nullable BigDecimal price,
        Times times) {

    /** How long things take, from the profile. */
    public record Times(Duration usualRun, Duration longestRun, Duration createTimeout) {}
}
