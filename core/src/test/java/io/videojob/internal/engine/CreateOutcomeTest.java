package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateOutcomeTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void anAcceptedJobIsLookedAtUntilItIsDelivered() {
        JobId id = bench.submit();
        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
        bench.time.advance(Duration.ofMinutes(4));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
        assertThat(south.creates).isEmpty();
        assertThat(north.looks).isBetween(5, 40);
        assertThat(bench.record(id).end.outputs()).hasSize(1);
        assertThat(bench.record(id).attempt().cost.amount()).isEqualByComparingTo("0.56");
    }

    @Test
    void eachSendHasATagOfItsOwn() {
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED));
        north.nextCreates.add(s -> SubmitOutcome.notSent("no route"));
        bench.submit();
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(north.creates).hasSize(3);
        assertThat(north.creates.stream().map(s -> s.sendTag())).doesNotHaveDuplicates();
    }

    @Test
    void whatProvablyMadeNothingIsSentAgainWithGrowingWaits() {
        for (int i = 0; i < 4; i++) {
            north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.UNAVAILABLE));
        }
        JobId id = bench.submit();
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMillis(900));
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMillis(300));
        assertThat(north.creates).hasSize(2);
        bench.time.advance(Duration.ofSeconds(16));
        assertThat(north.creates).hasSize(5);
        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
        assertThat(south.creates).isEmpty();
    }

    @Test
    void afterAllAttemptsTheNextProviderIsTried() {
        north.everyCreate = s -> SubmitOutcome.notSent("connection refused");
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(north.creates).hasSize(5);
        assertThat(south.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).attempts.get(0).billing).isEqualTo(Billing.NOT_BILLED);
    }

    @Test
    void aJobThatNeverCouldBeSentEndsWithATransportException() {
        north.everyCreate = s -> SubmitOutcome.notSent("connection refused");
        south.everyCreate = s -> SubmitOutcome.notSent("connection refused");
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(Views.failure(bench.record(id)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("connection refused");
    }

    @Test
    void aRetryAfterThatIsGivenReplacesTheComputedDelay() {
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED, Duration.ofSeconds(40)));
        bench.submit();
        bench.time.advance(Duration.ofMillis(39_900));
        assertThat(north.creates).hasSize(1);
        bench.time.advance(Duration.ofMillis(4_200));
        assertThat(north.creates).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "OUT_OF_CREDITS", "NOT_FOUND"})
    void aRefusalThatIsOneProvidersOwnAffairGoesToTheNext(RefusalReason reason) {
        north.nextCreates.add(s -> FakeVendor.refuse(reason));
        JobId id = bench.submit();

        assertThat(north.creates).hasSize(1);
        assertThat(south.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "OTHER"})
    void aRefusalThatMayBeOfTheContentNeverGoesToTheNext(RefusalReason reason) {
        north.nextCreates.add(s -> FakeVendor.refuse(reason));
        JobId id = bench.submit();

        assertThat(south.creates).isEmpty();
        assertThat(Views.failure(bench.record(id))).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.billing()).isEqualTo(Billing.NOT_BILLED);
            assertThat(e).hasMessageContaining("candidate 1 of 2");
        });
        assertThat(bench.history(id)).contains("not failed over: " + reason + " is, or can't be told apart from");
    }

    @Test
    void withFailoverOffNobodyElseIsTried() {
        Bench alone = new Bench("north", "south");
        alone.failover = Rules.Failover.OFF;
        alone.start();
        alone.vendor("north").nextCreates.add(s -> FakeVendor.refuse(RefusalReason.OUT_OF_CREDITS));
        JobId id = alone.submit();

        assertThat(alone.vendor("south").creates).isEmpty();
        assertThat(alone.status(id)).isEqualTo(JobStatus.FAILED);
        assertThat(alone.history(id)).contains("failover is off");
    }

    @Test
    void tooManyJobsAtOnceCountsNoAttemptAndWaits() {
        for (int i = 0; i < 8; i++) {
            north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.CONCURRENCY_LIMITED));
        }
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(north.creates).hasSize(9);
        assertThat(south.creates).isEmpty();
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void anUnpaidFaultOfTheVendorMovesOn() {
        north.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.NOT_BILLED));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(south.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_REJECTED", "INVALID_INPUT", "OTHER", "RESULT_LOST"})
    void whatMayBeARefusalOfTheContentIsNotTakenElsewhere(FailureReason reason) {
        north.nextJobEnds(FakeVendor.broken(reason, Billing.NOT_BILLED));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(south.creates).isEmpty();
        assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aBilledFaultIsTakenElsewhereOnlyIfTheUserSaysSo() {
        assertThat(sendsToSouthAfterABilledFault(Rules.Failover.ON)).isZero();
        assertThat(sendsToSouthAfterABilledFault(Rules.Failover.EVEN_IF_BILLED)).isEqualTo(1);
    }

    private static int sendsToSouthAfterABilledFault(Rules.Failover failover) {
        Bench bench = new Bench("north", "south");
        bench.failover = failover;
        bench.start();
        FakeVendor north = bench.vendor("north");
        north.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.BILLED));
        bench.submit();
        bench.time.advance(Duration.ofMinutes(10));
        return bench.vendor("south").creates.size();
    }
}
