package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.Jobs;
import io.videojob.spi.contract.Race;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What {@link KilledProcessTest} kills: writes jobs for ever, and says which are written once they are. */
final class WritingProcess {
    static final int JOBS_AT_ONCE = 10;
    private static final int THREADS = 3;

    private WritingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (JobJournal journal = JdbcJournal.sqlite(Path.of(arguments[0]))) {
            Race.of(THREADS, thread -> write(journal, thread));
        }
    }

    private static boolean write(JobJournal journal, int thread) {
        for (int batch = 0; ; batch++) {
            List<StoredJob> jobs = new ArrayList<>();
            for (int i = 0; i < JOBS_AT_ONCE; i++) {
                jobs.add(Jobs.job("t" + thread + "b" + batch + "j" + i)
                        .payload(payload(batch))
                        .build());
            }
            journal.insert(jobs);
            say("inserted t" + thread + "b" + batch);
            String id = "t" + thread + "b" + batch + "j0";
            StoredJob job = journal.find(JobId.parse(id)).orElseThrow();
            journal.replace(
                    job.toBuilder().references(Set.of(VendorRef.of("acme", id))).build());
            say("referred " + id);
        }
    }

    /** Up to some 100 kB, so that a commit is many pages. */
    static String payload(int batch) {
        return ("batch " + batch + " ").repeat(batch * 37 % 10_000);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
