package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window of one create a minute, when a job is sent long after it was let through: its process ended, or was held up. */
class SentLateTest {
    private static final AdmissionLimits ONE_A_MINUTE =
            new AdmissionLimits(0, 1, Duration.ofMinutes(1), Duration.ofSeconds(70), SpendingLimits.none());

    private final Bench bench = new Bench("north");
    private final FakeVendor north = bench.vendor("north");
    private JobId first;

    /** A job is let through, and its process ends before it can be sent. */
    @BeforeEach
    void letThrough() {
        bench.limits.put("north", ONE_A_MINUTE);
        bench.start();
        first = take("first");
        assertThat(admit().job()).isPresent();
        bench.time.forgetEverything();
    }

    private JobId take(String prompt) {
        VideoRequest request = VideoRequest.builder("some/model").prompt(prompt).build();
        return bench.jobs.submit(List.of(bench.order(request))).get(0).id;
    }

    private Admission admit() {
        return bench.journal.admit("north", ONE_A_MINUTE, bench.time.now());
    }

    @Test
    void aJobWhoseSendHasLeftTheWindowMeanwhileAsksAnew() {
        bench.time.skip(Duration.ofMinutes(10));
        bench.start();
        JobId second = bench.submit("second");
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(List.of(bench.status(first), bench.status(second))).containsOnly(JobStatus.SUCCEEDED);
        assertThat(Duration.between(
                        north.creates.get(0).sentAt(), north.creates.get(1).sentAt()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aJobThatIsSentLateCountsUntilItsOwnAnswerIsDue() {
        List<Admission> meanwhile = new ArrayList<>();
        bench.time.skip(Duration.ofSeconds(50));
        north.whileOnTheWire = () -> {
            bench.time.skip(Duration.ofSeconds(85)); // it may have arrived 60 s after it was sent
            take("second");
            meanwhile.add(admit());
            north.whileOnTheWire = () -> {};
        };
        bench.start();
        bench.time.run();

        assertThat(meanwhile)
                .singleElement()
                .satisfies(admission -> assertThat(admission.job()).isEmpty());
    }
}
