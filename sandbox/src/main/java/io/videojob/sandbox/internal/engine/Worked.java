package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.schema.Problem;
import io.videojob.sandbox.script.Answer;
import java.util.List;
import java.util.Optional;

/**
 * What the vendor did with a request.
 *
 * @param job the job it made or looked at
 * @param problems what the schema says against a create
 */
public record Worked(Answer answer, Optional<VendorJob> job, List<Problem> problems) {
    public static Worked answer(Answer answer) {
        return new Worked(answer, Optional.empty(), List.of());
    }

    public static Worked job(Answer answer, VendorJob job) {
        return new Worked(answer, Optional.of(job), List.of());
    }

    public static Worked refused(Answer answer, List<Problem> problems) {
        return new Worked(answer, Optional.empty(), problems);
    }

    public Worked with(List<Problem> others) {
        return new Worked(answer, job, others);
    }
}
