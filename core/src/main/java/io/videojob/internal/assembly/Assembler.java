package io.videojob.internal.assembly;

import io.videojob.VideoJobs;

/** The door that {@link VideoJobs#builder()} finds. */
public final class Assembler implements VideoJobs.Factory {
    @Override
    public VideoJobs.Builder builder() {
        return new JobsBuilder();
    }
}
