package io.videojob;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a job that succeeded has made. Links die: save soon. */
public interface VideoResult {

    /** The job. */
    JobSnapshot job();

    /** What was made, at least one. */
    List<Output> outputs();

    /** What it cost, as exactly as the vendor told. */
    Optional<Cost> cost();

    /** What became of each field of the request at the candidate that delivered, adjustments included. */
    List<FieldReport> fields();

    /**
     * Downloads the first output to a file. Goes on where an earlier try broke off, checks the length, and moves the whole
     * file into place at once: a file of that name is complete. No key is sent. An MP4 is read then, and held against what was
     * asked for: {@link SavedFile#differences()}, which are kept in the job's history too.
     *
     * @throws DeliveryException if it can't be had or written; the job stays paid and can be saved again
     */
    SavedFile saveTo(Path file);

    /**
     * Downloads every output into a folder, named by the job's id and a number.
     *
     * @throws DeliveryException as {@link #saveTo(Path)}
     */
    List<SavedFile> saveAll(Path folder);
}
