package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What settles an uncertain job by its user's word. */
abstract class SettlingCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    /** The word. */
    abstract void settle(VideoJob found);

    @Override
    int run() throws InterruptedException {
        if (job.isReference()) {
            throw new UsageException(job.job
                    + " is a vendor's reference, and an uncertain job has none yet; name it by its own id, see "
                    + "\"videojob list --status UNCERTAIN\"");
        }
        try (VideoJobs jobs = open()) {
            VideoJob found = job.in(jobs);
            about(found);
            try {
                settle(found);
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
            return settled(jobs, found);
        }
    }

    /** What came of it. */
    int settled(VideoJobs jobs, VideoJob found) throws InterruptedException {
        JobSnapshot now = found.refresh();
        result(JobText.of(now), now, List.of());
        return ExitCodes.DONE;
    }
}
