package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.VendorRef;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held for a job while it may cost something, and what counts as spent then. Each is estimated at 0.70 dollars. */
class LedgerTest {
    private Bench bench;
    private FakeVendor north;

    @BeforeEach
    void start() {
        start(Rules.Failover.OFF, 0);
    }

    private void start(Rules.Failover failover, int slotsAtNorth) {
        bench = new Bench("north", "south");
        bench.failover = failover;
        bench.limits.put("north", Bench.limits(slotsAtNorth, null, null));
        bench.start();
        north = bench.vendor("north");
    }

    /** What stands in the journal, where anything does. */
    private String ledger() {
        return bench.journal.money(bench.time.now().minus(Duration.ofDays(1))).stream()
                .filter(money -> money.spent().signum() != 0 || money.reserved().signum() != 0)
                .map(money ->
                        money.provider() + ": " + plain(money.reserved()) + " held, " + plain(money.spent()) + " spent")
                .collect(Collectors.joining("; "));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private JobId parked() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        minutes(40);
        return id;
    }

    private void minutes(int minutes) {
        bench.time.advance(Duration.ofMinutes(minutes));
    }

    @Test
    void theEstimateIsHeldWhileAJobRunsAndWhatTheVendorChargedIsSpent() {
        bench.submit();
        minutes(1);
        assertThat(ledger()).isEqualTo("north: 0.7 held, 0 spent");
        minutes(10);

        assertThat(ledger()).as("charged less than estimated").isEqualTo("north: 0 held, 0.56 spent");
    }

    @Test
    void aVendorThatChargesMoreThanEstimatedIsBelieved() {
        north.nextJobEnds(VendorState.builder(VendorState.Phase.SUCCEEDED, "ready")
                .outputs(List.of(Output.of("https://results.example/a.mp4")))
                .cost(Cost.usd(new BigDecimal("0.91"), Cost.Source.CHARGED))
                .build());
        bench.submit();
        minutes(10);

        assertThat(ledger()).isEqualTo("north: 0 held, 0.91 spent");
    }

    @Test
    void whatTheVendorHoldsIsHeldHereInsteadOfTheEstimate() {
        north.nextCreates.add(s -> SubmitOutcome.accepted(
                north.make(s),
                VendorState.builder(VendorState.Phase.QUEUED, "in line")
                        .cost(Cost.usd(new BigDecimal("0.65"), Cost.Source.HELD))
                        .build()));
        bench.submit();

        assertThat(ledger()).isEqualTo("north: 0.65 held, 0 spent");
    }

    @Test
    void aRefusalGivesTheMoneyBack() {
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.INVALID_REQUEST));
        JobId id = bench.submit();

        assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void whatWasNotSentOrWasRefusedForAWhileHoldsNoMoneyUntilItIsSentAgain() {
        north.nextCreates.add(s -> SubmitOutcome.notSent("no connection"));
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED, Duration.ofSeconds(40)));
        bench.submit();
        assertThat(north.creates).hasSize(1);
        assertThat(ledger()).isEmpty();
        bench.time.advance(Duration.ofSeconds(10));
        assertThat(north.creates).hasSize(2);
        assertThat(ledger()).isEmpty();
        minutes(1);

        assertThat(north.creates).hasSize(3);
        assertThat(ledger()).isEqualTo("north: 0.7 held, 0 spent");
    }

    @Test
    void aFailureCountsUnlessItIsKnownToBeUnbilled() {
        north.nextJobEnds(FakeVendor.broken(FailureReason.OTHER, Billing.NOT_BILLED));
        bench.submit();
        minutes(10);
        assertThat(ledger()).isEmpty();

        north.nextJobEnds(FakeVendor.broken(FailureReason.OTHER, Billing.BILLED));
        bench.submit();
        minutes(10);
        assertThat(ledger()).isEqualTo("north: 0 held, 0.7 spent");

        north.nextJobEnds(FakeVendor.broken(FailureReason.OTHER, Billing.UNKNOWN));
        bench.submit();
        minutes(10);
        assertThat(ledger()).isEqualTo("north: 0 held, 1.4 spent");
    }

    @Test
    void aCancelThatTheVendorConfirmsAsUnbilledGivesTheMoneyBack() {
        north.cancelAnswer = CancelOutcome.accepted();
        JobId id = bench.submit();
        minutes(1);
        bench.jobs.cancel(id);
        minutes(2);

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aCanceledJobOfWhichNobodyKnowsTheBillCounts() {
        north.nextJobEnds(
                VendorState.builder(VendorState.Phase.CANCELED, "stopped").build());
        JobId id = bench.submit();
        minutes(10);

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(ledger()).isEqualTo("north: 0 held, 0.7 spent");
    }

    @Test
    void anUncertainAttemptKeepsItsMoneyForDaysUntilItIsGivenUpAndCountsThen() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        assertThat(ledger()).isEqualTo("north: 0.7 held, 0 spent");
        bench.time.advance(Duration.ofDays(3));
        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(ledger()).as("reserved money has no age").isEqualTo("north: 0.7 held, 0 spent");

        bench.jobs.giveUp(id);

        assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED);
        assertThat(bench.journal.money(Instant.EPOCH))
                .filteredOn(money -> money.provider().equals("north"))
                .singleElement()
                .satisfies(money -> {
                    assertThat(money.reserved()).isEqualByComparingTo("0");
                    assertThat(money.spent()).isEqualByComparingTo("0.70");
                });
    }

    @Test
    void anAdoptedAttemptIsSettledByWhatTheVendorCharges() {
        JobId id = parked();
        bench.jobs.adopt(id, VendorRef.of("north", "north/1:x"));
        minutes(5);

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ledger()).isEqualTo("north: 0 held, 0.56 spent");
    }

    @Test
    void whatIsSentAgainHoldsItsOwnMoneyBesideTheFirstThatMayBeBilled() {
        JobId id = parked();
        bench.jobs.sendAgain(id);
        minutes(1);
        assertThat(ledger()).isEqualTo("north: 0.7 held, 0.7 spent");
        minutes(10);

        assertThat(ledger()).isEqualTo("north: 0 held, 1.26 spent");
    }

    @Test
    void anOrphanCountsOnceWithTheAttemptItCameFor() {
        JobId id = parked();
        bench.jobs.giveUp(id);
        assertThat(ledger()).isEqualTo("north: 0 held, 0.7 spent");

        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));

        assertThat(bench.record(id).attempts.get(1).state).isEqualTo(AttemptState.ORPHAN);
        assertThat(ledger()).as("one job of the vendor, one bill").isEqualTo("north: 0 held, 0.7 spent");
    }

    @Test
    void anOrphanOfAnAttemptThatWasSettledOtherwiseCountsBesideIt() {
        JobId id = parked();
        bench.jobs.sendAgain(id);
        minutes(10);
        bench.jobs.heard(id, 2, WebhookEvent.of("north/1:x", "ready", true));

        assertThat(bench.record(id).attempts).hasSize(3);
        assertThat(ledger())
                .as("the given up one, the orphan, and what was charged: a webhook can't tell that two are one")
                .isEqualTo("north: 0 held, 1.96 spent");
    }

    @Test
    void aBilledFailureCountsWhereItWasWhenTheJobGoesOnElsewhere() {
        start(Rules.Failover.EVEN_IF_BILLED, 0);
        north.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.BILLED));
        bench.submit();
        minutes(4);
        assertThat(ledger()).isEqualTo("north: 0 held, 0.7 spent; south: 0.7 held, 0 spent");
        minutes(10);

        assertThat(ledger()).isEqualTo("north: 0 held, 0.7 spent; south: 0 held, 0.56 spent");
    }

    @Test
    void whatIsParkedUnsentHoldsNothing() {
        start(Rules.Failover.OFF, 1);
        north.run = Duration.ofMinutes(20);
        bench.submit("runs");
        JobId late = bench.submitWithin(Duration.ofMinutes(1));
        minutes(2);

        assertThat(bench.record(late).isParked()).isTrue();
        assertThat(ledger()).isEqualTo("north: 0.7 held, 0 spent");
    }
}
