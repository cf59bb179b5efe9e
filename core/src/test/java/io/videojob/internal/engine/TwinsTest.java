package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorAnswer;
import io.videojob.VideoRequest;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a look-up shows may belong to an equal job of ours: which ones count, and for how long. */
class TwinsTest {
    private final Bench bench = new Bench("north").start();
    private final FakeVendor north = bench.vendor("north");

    /** Its first attempt may have made what the list shows, though its second one runs. */
    @Test
    void anEqualJobThatWasSentAgainIsATwinByTheAttemptThatWasGivenUp() {
        north.nextCreates.add(north::lose);
        JobId again = bench.submit();
        bench.jobs.sendAgain(again);
        bench.time.run();
        assertThat(bench.status(again)).isEqualTo(JobStatus.QUEUED);
        north.nextCreates.add(TwinsTest::lostOnTheWay);
        north.lookup = submission -> Lookup.candidates(List.of("north/1:x"));

        JobId lost = bench.submit();
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(lost).attempt().vendorJobId).isNull();
        assertThat(bench.record(lost).attempt().lookalikes).containsExactly("north/1:x");
    }

    /** Found by random runs: the job took what its first attempt had made for its second's, which was paid and lost. */
    @Test
    void anEarlierAttemptOfTheSameJobThatWasGivenUpIsATwin() {
        north.nextCreates.add(north::lose);
        JobId job = bench.submit();
        north.nextCreates.add(north::lose);
        bench.jobs.sendAgain(job);
        bench.time.run();
        north.lookup = submission -> Lookup.candidates(List.of("north/1:x"));

        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(job).attempt().number).isEqualTo(2);
        assertThat(bench.record(job).attempt().vendorJobId).isNull();
        assertThat(bench.record(job).attempt().lookalikes).containsExactly("north/1:x");
    }

    /** A vendor lists by time, too: what one job was given up for can't be what another sent hours later. */
    @Test
    void anEqualJobThatWasGivenUpLongAgoIsNoTwin() {
        north.nextCreates.add(TwinsTest::lostOnTheWay);
        JobId old = bench.submit();
        bench.jobs.giveUp(old);
        bench.time.advance(Duration.ofHours(24));
        north.nextCreates.add(north::lose);
        north.lookup = submission -> Lookup.candidates(List.of("north/1:x"));

        JobId lost = bench.submit();
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(lost).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(bench.status(lost)).isEqualTo(JobStatus.SUCCEEDED);
    }

    /** After an outage there may be thousands: the one that counts must not be behind a limit. */
    @Test
    void aTwinBehindAThousandOtherUncertainJobsIsATwin() {
        north.nextCreates.add(north::lose);
        bench.submit();
        // one in three is answered, so that the circuit breaker lets the rest through
        north.everyCreate = s -> north.creates.size() % 3 == 0 ? north.accept(s) : lostOnTheWay(s);
        bench.jobs.submit(IntStream.range(0, 1500)
                .mapToObj(i -> bench.order(VideoRequest.builder("some/model")
                        .prompt("raccoon " + i)
                        .build()))
                .toList());
        bench.time.run();
        north.lookup = submission -> submission.body().containsValue("a raccoon")
                ? Lookup.candidates(List.of("north/1:x"))
                : Lookup.canNotTell("not looked for here");

        north.nextCreates.add(TwinsTest::lostOnTheWay);
        JobId lost = bench.submit();

        assertThat(bench.jobs.list(
                        JobFilter.all().withStatus(JobStatus.UNCERTAIN).limit(2000)))
                .hasSizeGreaterThan(1000);
        assertThat(bench.record(lost).attempt().vendorJobId).isNull();
        assertThat(bench.record(lost).attempt().lookalikes).containsExactly("north/1:x");
    }

    private static SubmitOutcome lostOnTheWay(Submission submission) {
        return SubmitOutcome.uncertain(VendorAnswer.ofMessage("lost on the way"), null);
    }

    @Test
    void aLookUpThatFindsWhatAnotherJobHoldsIsNotRepeatedAtOnce() {
        int[] lookUps = new int[1];
        north.lookup = s -> {
            lookUps[0]++;
            return north.jobs.isEmpty() ? Lookup.notSeen() : Lookup.found("north/1:x");
        };
        north.nextCreates.add(s -> SubmitOutcome.accepted("north/1:x", Fakes.queued()));
        north.nextCreates.add(north::lose);
        bench.submit("another");
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(lookUps[0]).isLessThan(30);
        assertThat(bench.record(id).attempt().vendorJobId).isNull();
    }
}
