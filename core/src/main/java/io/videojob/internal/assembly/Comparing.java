package io.videojob.internal.assembly;

import io.videojob.Difference;
import io.videojob.SavedFile;
import io.videojob.VideoFacts;
import io.videojob.internal.conformance.Conformance;
import io.videojob.internal.conformance.MovieReader;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.engine.Views;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was saved of a job, and keeps in the job's history in what it is not what was asked for. Never fails a save. */
final class Comparing {
    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);

    private final Jobs jobs;
    private final JobRecord record;

    Comparing(Jobs jobs, JobRecord record) {
        this.jobs = jobs;
        this.record = record;
    }

    /**
     * The file with what it tells.
     *
     * @param output which of the job's outputs it is, 1 for the first
     */
    SavedFile read(int output, SavedFile saved) {
        Optional<VideoFacts> facts = MovieReader.read(saved.file());
        if (facts.isEmpty()) {
            return saved;
        }
        List<Difference> differences = Conformance.differences(Views.fields(record), facts.get());
        if (!differences.isEmpty()) {
            keep(output, differences);
        }
        return saved.with(facts.get(), differences);
    }

    private void keep(int output, List<Difference> differences) {
        try {
            jobs.differ(record.id(), output, differences);
        } catch (RuntimeException e) {
            LOG.warn("job {}: saved, but its history does not tell that {}", record.id(), differences, e);
        }
    }
}
