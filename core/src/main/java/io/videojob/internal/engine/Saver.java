package io.videojob.internal.engine;

import io.videojob.SavedFile;
import java.nio.file.Path;
import java.util.List;

/** Saves what a job made. */
@FunctionalInterface
public interface Saver {
    /**
     * Saves every output of a job that succeeded.
     *
     * @param folder where to, made if it is missing
     * @throws io.videojob.DeliveryException if any can't be saved
     */
    List<SavedFile> save(JobRecord job, Path folder);
}
