package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoRequest;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.script.JobScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand jobs at once against the limits that Eachlabs documents: 100 creates in any minute, 10 jobs in flight. */
class LimitsTest {
    private static final Vendor VENDOR = Vendor.EACHLABS;
    private static final int JOBS = 1000;
    private static final int IN_FLIGHT = 10;
    private static final int CREATES = 100;
    private static final Duration WINDOW = Duration.ofSeconds(60);

    @RegisterExtension
    final World world = new World(90);

    @Test
    void aThousandJobsMeetNo429AndKeepTheirOrder() throws Exception {
        VendorSandbox vendor = world.at(VENDOR);
        vendor.nextJob(runsThatMakeBothLimitsBite());
        List<VideoRequest> requests = IntStream.range(0, JOBS)
                .mapToObj(i -> Requests.frame("raccoon " + i))
                .toList();
        long begun = System.nanoTime();

        List<VideoJob> jobs = world.open(VENDOR, "videojob.poll.interval = 2s")
                .submitAll(requests)
                .jobs();
        for (VideoJob job : jobs) {
            job.await(World.LONG);
        }

        System.out.printf(
                "%,d jobs at %s: %d answers of 429; at most %d creates in any %d s and %d jobs in flight; %.1f s%n",
                JOBS,
                VENDOR.key(),
                vendor.tooManyRequests(),
                busiestWindow(vendor.creates()),
                WINDOW.toSeconds(),
                vendor.mostInFlight(),
                (System.nanoTime() - begun) / 1e9);
        assertThat(vendor.tooManyRequests()).isZero();
        assertThat(busiestWindow(vendor.creates())).isLessThanOrEqualTo(CREATES);
        assertThat(vendor.mostInFlight()).isBetween(IN_FLIGHT - 1, IN_FLIGHT);
        assertThat(vendor.creates()).hasSize(JOBS);
        assertThat(vendor.bill().jobs()).isEqualTo(JOBS);
        assertThat(jobs).allMatch(job -> job.snapshot().status() == JobStatus.SUCCEEDED);
        world.assertDelivered(jobs.get(0));
        world.assertDelivered(jobs.get(JOBS - 1));
        assertInOrder(vendor.creates(), requests);
    }

    /** With two seconds between looks, ten slots let about as many through as the window does. */
    private static JobScript[] runsThatMakeBothLimitsBite() {
        Random dice = new Random(1);
        return IntStream.range(0, JOBS)
                .mapToObj(i -> JobScript.success().runFor(Duration.ofMillis(1000 + dice.nextInt(7500))))
                .toArray(JobScript[]::new);
    }

    /** The most creates that arrived within a window that is open at its end. */
    private static int busiestWindow(List<Create> creates) {
        List<Instant> times = creates.stream()
                .map(create -> create.request().receivedAt())
                .sorted()
                .toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(WINDOW).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /**
     * Jobs are let through one after the other in the order of their age. From then on each is on a thread of its own, and a
     * late thread may be overtaken by some that come and go meanwhile, at this speed of time; not by many.
     */
    private static void assertInOrder(List<Create> creates, List<VideoRequest> requests) {
        Map<String, Integer> arrival = new HashMap<>();
        creates.forEach(create ->
                arrival.put((String) VENDOR.input(create.request().json()).get("prompt"), create.number() - 1));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            places.add(Math.abs(arrival.getOrDefault("raccoon " + i, -JOBS) - i));
        }
        assertThat(places).allMatch(place -> place < 5 * IN_FLIGHT);
    }
}
