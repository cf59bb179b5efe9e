package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorAnswer;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes, without its user, of a create that nobody found. */
class UncertainPolicyTest {
    private final Bench bench = new Bench("north", "south");
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    private void start(Rules.Uncertain policy) {
        bench.uncertain = policy;
        bench.start();
    }

    @Test
    void thePolicyRetrySendsAgainAfterTheLongestRunOnly() {
        start(Rules.Uncertain.RETRY);
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(29));
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(north.creates).hasSize(2);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void thePolicyFailoverGoesToTheNextProvider() {
        start(Rules.Uncertain.FAILOVER);
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));

        assertThat(south.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void whatEverHadAVendorsIdIsNotSentAgainByAPolicy() {
        start(Rules.Uncertain.FAILOVER);
        north.nextCreates.add(s -> SubmitOutcome.uncertain(VendorAnswer.of(500, "oops"), "suspected:1"));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(1));

        assertThat(south.creates).isEmpty();
        assertThat(bench.record(id).isParked()).isTrue();
    }

    @Test
    void whatMayHaveShownItselfIsNotSentAgainByAPolicy() {
        start(Rules.Uncertain.RETRY);
        north.nextCreates.add(north::lose);
        north.lookup = s -> Lookup.candidates(List.of("a", "b"));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(2));

        assertThat(north.creates).hasSize(1);
        assertThat(bench.record(id).isParked()).isTrue();
    }

    @Test
    void thePolicyRetryIsBounded() {
        start(Rules.Uncertain.RETRY);
        north.everyCreate = north::lose;
        JobId id = bench.submitWithin(Duration.ofDays(2));
        bench.time.advance(Duration.ofDays(2));

        assertThat(north.creates).hasSize(5);
        assertThat(bench.record(id).isParked()).isTrue();
    }
}
