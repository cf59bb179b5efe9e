package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.JournalException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import picocli.CommandLine.Mixin;

/** What the commands share that work with the user's own providers and jobs. */
abstract class JobsCommand extends BaseCommand {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    final VideoJobs open() {
        return context().open(settings);
    }

    /** The library to look at only, with the journal. */
    final Inspection inspect() {
        return context().inspect(settings);
    }

    /** The library to look at only, for what doesn't need the journal. */
    final Inspection inspectWithoutJournal() {
        return context().inspectWithoutJournal(settings);
    }

    /** The library at work, to make a job: without a journal none is sent. */
    final VideoJobs openToSubmit() {
        try {
            return open();
        } catch (JournalException e) {
            throw new JournalException(e.getMessage() + "; nothing was sent", e);
        }
    }

    /** Makes the job, and has it sent. */
    final VideoJob submit(VideoJobs jobs, VideoRequest wanted) {
        try {
            VideoJob job = jobs.submit(wanted);
            about(job);
            return job;
        } catch (JournalException e) {
            throw new JournalException(
                    e.getMessage() + "; whether a job was made tells \"videojob list --open\", look before another try",
                    e);
        }
    }
}
