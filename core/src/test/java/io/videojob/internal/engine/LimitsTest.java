package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Bench limited(int maxInFlight, int creates) {
        Bench bench = new Bench("north");
        bench.limits.put("north", limits(maxInFlight, creates));
        return bench.start();
    }

    private static AdmissionLimits limits(int maxInFlight, int creates) {
        return new AdmissionLimits(maxInFlight, creates, MINUTE, Duration.ofSeconds(70), SpendingLimits.none());
    }

    @Test
    void tenThousandJobsFinishWithinTheLimitsInTheOrderInWhichTheyCame() {
        Bench bench = new Bench("north");
        bench.pacer = Pacer.fixed(Duration.ofSeconds(25));
        bench.limits.put("north", limits(500, 100));
        bench.start();
        FakeVendor north = bench.vendor("north");
        north.run = Duration.ofMinutes(1);
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(bench.jobs
                    .submit(List.of(bench.order(io.videojob.VideoRequest.builder("m")
                            .prompt("job " + i)
                            .build())))
                    .get(0)
                    .id);
        }
        bench.time.advance(Duration.ofMinutes(110));

        assertThat(ids).allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(10_000);
        assertThat(north.mostAtOnce).isLessThanOrEqualTo(500);
        assertThat(mostInAnyMinute(north.creates)).isLessThanOrEqualTo(100);
        assertThat(north.creates.stream()
                        .map(s -> (String) s.body().get("prompt"))
                        .toList())
                .isSortedAccordingTo(Comparator.comparing(prompt -> Integer.valueOf(prompt.substring(4))));
    }

    private static int mostInAnyMinute(List<Submission> creates) {
        List<Instant> times = creates.stream().map(Submission::sentAt).toList();
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (!times.get(from).plus(MINUTE).isAfter(times.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Test
    void noMoreThanTheSlotsAllowAreAtTheVendorAtOnce() {
        Bench bench = limited(3, 0);
        for (int i = 0; i < 10; i++) {
            bench.submit("job " + i);
        }
        assertThat(bench.vendor("north").creates).hasSize(3);
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(bench.vendor("north").creates).hasSize(10);
        assertThat(bench.vendor("north").mostAtOnce).isEqualTo(3);
    }

    @Test
    void aJobThatWasRefusedForAWhileKeepsItsPlaceInTheLine() {
        Bench bench = limited(1, 0);
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED));
        bench.submit("first");
        bench.submit("second");
        bench.submit("third");
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(north.creates.stream().map(s -> s.body().get("prompt")))
                .containsExactly("first", "second", "first", "third");
    }

    @Test
    void aSlotOfAJobThatNobodyCanFindIsGivenBackAfterTheLongestRun() {
        Bench bench = limited(1, 0);
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(north::lose);
        bench.submit("lost");
        JobId second = bench.submit("second");
        bench.time.advance(Duration.ofMinutes(29));
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMinutes(6));

        assertThat(bench.status(second)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aNewProcessGoesOnWithWhatTheOldOneLeft() {
        Bench bench = limited(2, 0);
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(bench.submit("job " + i));
        }
        bench.time.advance(Duration.ofMinutes(1));
        bench.time.forgetEverything();
        bench.start();
        bench.time.advance(Duration.ofMinutes(15));

        assertThat(ids).allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
        assertThat(bench.vendor("north").creates).hasSize(6);
    }
}
