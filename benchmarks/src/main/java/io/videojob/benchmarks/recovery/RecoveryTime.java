package io.videojob.benchmarks.recovery;

import io.videojob.JobFilter;
import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/**
 * A cluster of one machine is started over a PostgreSQL with many open jobs, all of them overdue. Ends with 0 if within ten
 * seconds every job has its entry in the timetable and looks are under way, both after an ordinary restart and with a timetable
 * that was lost; else with 1.
 */
public final class RecoveryTime {
    private static final int JOBS = 100_000;
    private static final double ALLOWED_SECONDS = 10;
    private static final double GIVEN_UP_SECONDS = 120;
    private static final int MEASURED_LOOKS = 1_000;

    private RecoveryTime() {}

    /** How many jobs, and the URL of an empty database; without them 100,000, and a server of its own. */
    public static void main(String[] args) throws Exception {
        int jobs = args.length > 0 ? Integer.parseInt(args[0]) : JOBS;
        boolean isGood;
        if (args.length > 1) {
            isGood = run(jobs, args[1]);
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                isGood = run(jobs, server.getJdbcUrl("postgres", "postgres"));
            }
        }
        System.out.println(isGood ? "GOOD" : "NOT GOOD");
        System.exit(isGood ? 0 : 1);
    }

    static boolean run(int count, String url) throws SQLException, IOException, InterruptedException {
        try (VideoJobs jobs = open(url, new BusyVendor())) {
            VideoJob first = jobs.submit(VideoRequest.builder("kling-o1/image-to-video")
                    .prompt("a raccoon with a fairy on its back, in a wood at night")
                    .firstFrame("https://media.example/raccoon.png")
                    .build());
            while (first.snapshot().vendorRef().isEmpty()) {
                Thread.sleep(20);
            }
        }
        try (OpenJobs open = new OpenJobs(url)) {
            open.copy(count);
            open.enter();
            System.out.printf(
                    Locale.ROOT,
                    "%d open jobs, all overdue; %.1f kB each on disk%n",
                    count,
                    open.bytes() / 1000.0 / count);
            boolean ordinary = restart("an ordinary restart", open, url);
            open.leaveOut();
            boolean lost = restart("a restart with a lost timetable", open, url);
            return ordinary && lost;
        }
    }

    private static boolean restart(String what, OpenJobs open, String url) throws SQLException, InterruptedException {
        BusyVendor vendor = new BusyVendor();
        long begin = System.nanoTime();
        try (VideoJobs jobs = open(url, vendor)) {
            while (vendor.looked() == 0 && secondsSince(begin) < GIVEN_UP_SECONDS) {
                Thread.sleep(10);
            }
            double looks = secondsSince(begin);
            while (open.withoutAnEntry() > 0 && secondsSince(begin) < GIVEN_UP_SECONDS) {
                Thread.sleep(100);
            }
            double entered = secondsSince(begin);
            while (vendor.looked() < MEASURED_LOOKS && secondsSince(begin) < GIVEN_UP_SECONDS) {
                Thread.sleep(10);
            }
            double perSecond = vendor.looked() / (secondsSince(begin) - looks);
            JobSnapshot newest = jobs.list(JobFilter.all().limit(1)).get(0);
            System.out.printf(
                    Locale.ROOT,
                    "%s: the first look after %.1f s, all entered after %.1f s; from the first on %.0f looks a second (%s)%n",
                    what,
                    looks,
                    entered,
                    perSecond,
                    newest.status());
            return looks < ALLOWED_SECONDS && entered < ALLOWED_SECONDS;
        }
    }

    private static VideoJobs open(String url, BusyVendor vendor) {
        Properties settings = new Properties();
        settings.setProperty("videojob.journal.url", url);
        settings.setProperty("videojob.driver", "cluster");
        return VideoJobs.builder().config(settings).provider(vendor).build();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
