package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand jobs take as long as the limits of their account dictate, and at most 2 % more. */
@Tag("slow")
class ThroughputTest {
    private static final int JOBS = 1000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.argumentSet("ten slots and 100 creates a minute, as Eachlabs documents", 10, 100, 60, 300),
                Arguments.argumentSet("100 creates a minute alone", 0, 100, 60, 300));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aThousandJobsLoseNoTime(int slots, int creates, int shortest, int longest) {
        Random dice = new Random(1);
        List<Duration> runs = IntStream.range(0, JOBS)
                .mapToObj(i -> Duration.ofMillis(1000L * shortest + dice.nextInt(1000 * (longest - shortest))))
                .toList();
        Duration dictated = dictated(runs, slots, creates);

        Duration taken = taken(runs, slots, creates);

        double more = 100.0 * taken.toMillis() / dictated.toMillis() - 100;
        System.out.printf(
                "%,d jobs, %d slots, %d creates a minute: %s, which is %.2f %% more than the limits dictate%n",
                JOBS, slots, creates, taken, more);
        assertThat(more).isBetween(0.0, 2.0);
    }

    private static Duration taken(List<Duration> runs, int slots, int creates) {
        Bench bench = new Bench("north");
        bench.limits.put(
                "north", new AdmissionLimits(slots, creates, WINDOW, Duration.ofSeconds(70), SpendingLimits.none()));
        bench.start();
        bench.vendor("north").nextRuns.addAll(runs);
        Instant begun = bench.time.now();
        List<Jobs.Order> orders = IntStream.range(0, JOBS)
                .mapToObj(i ->
                        bench.order(VideoRequest.builder("m").prompt("job " + i).build()))
                .toList();
        List<JobRecord> submitted = bench.jobs.submit(orders);
        bench.time.advance(Duration.ofHours(12));
        assertThat(submitted).allMatch(job -> bench.status(job.id) == JobStatus.SUCCEEDED);
        assertThat(bench.vendor("north").creates).hasSize(JOBS);
        return submitted.stream()
                .map(job -> Duration.between(begun, endOf(bench.record(job.id))))
                .reduce(Duration.ZERO, ThroughputTest::later);
    }

    private static Instant endOf(JobRecord ended) {
        return ended.history.get(ended.history.size() - 1).at();
    }

    /** What one would need who sees each end at once: the next job begins when a slot and the window have room. */
    private static Duration dictated(List<Duration> runs, int slots, int creates) {
        PriorityQueue<Duration> ends = new PriorityQueue<>();
        List<Duration> begins = new ArrayList<>();
        Duration last = Duration.ZERO;
        for (Duration run : runs) {
            Duration at = begins.isEmpty() ? Duration.ZERO : begins.get(begins.size() - 1);
            if (slots > 0 && ends.size() == slots) {
                at = later(at, ends.remove());
            }
            if (creates > 0 && begins.size() >= creates) {
                at = later(at, begins.get(begins.size() - creates).plus(WINDOW));
            }
            begins.add(at);
            ends.add(at.plus(run));
            last = later(last, at.plus(run));
        }
        return last;
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
