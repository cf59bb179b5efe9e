package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.Cost;
import io.videojob.JobSnapshot;
import io.videojob.SavedFile;
import io.videojob.VendorRef;
import io.videojob.VideoResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Saves a result, and says what there is to say of it. */
final class Delivery {
    private Delivery() {}

    /** Saves; the files' names are the result for people. */
    static void save(BaseCommand command, VideoResult result, OutOptions out) {
        List<SavedFile> saved = out.save(result, command.streams());
        for (SavedFile file : saved) {
            command.streams().say(words(file, result.job()));
            file.differences().forEach(one -> command.streams().say("Warning: " + Shown.line(one.toString())));
        }
        String names =
                saved.stream().map(file -> file.file().toString()).collect(Collectors.joining(System.lineSeparator()));
        command.result(names, result.job(), saved);
        Streams streams = command.streams();
        if (streams.hadEnough()) {
            streams.say(names);
        } else if (streams.isUnheard()) {
            streams.error("Saved to " + names);
        }
    }

    private static String words(SavedFile file, JobSnapshot job) {
        String cost = job.attempt().flatMap(JobJson::costOf).map(Cost::toString).orElse("cost not known");
        return "Done by " + job.vendorRef().map(VendorRef::toString).orElseGet(() -> provider(job)) + ", " + cost + ", "
                + String.format(Locale.ROOT, "%,d", file.bytes()) + " bytes. Saved to";
    }

    private static String provider(JobSnapshot job) {
        return job.attempt().map(AttemptSnapshot::provider).orElse("nobody");
    }
}
