package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one job of a {@link JobGroup} ended: with a result, or with what {@link VideoJob#await} would have thrown. */
public final class Ending {
    private final VideoJob job;
    private final @Nullable VideoResult result;
    private final @Nullable VideoJobException error;

    private Ending(VideoJob job, @Nullable VideoResult result, @Nullable VideoJobException error) {
        this.job = requireNonNull(job, "job");
        this.result = result;
        this.error = error;
    }

    /** It succeeded. */
    public static Ending of(VideoJob job, VideoResult result) {
        return new Ending(job, requireNonNull(result, "result"), null);
    }

    /** It did not, or not yet. */
    public static Ending of(VideoJob job, VideoJobException error) {
        return new Ending(job, null, requireNonNull(error, "error"));
    }

    /** Which job. */
    public VideoJob job() {
        return job;
    }

    /** What it made; empty if it did not succeed. */
    public Optional<VideoResult> result() {
        return Optional.ofNullable(result);
    }

    /** Why there is no result; empty if there is one. */
    public Optional<VideoJobException> error() {
        return Optional.ofNullable(error);
    }

    /** The result, or the error thrown. */
    public VideoResult orThrow() {
        if (result != null) {
            return result;
        }
        throw requireNonNull(error, "error");
    }

    @Override
    public String toString() {
        return "Ending[" + job.id() + " " + (result != null ? result : error) + "]";
    }
}
