package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.SubmitOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of jobs that a budget has no room for: each costs 0.70 dollars, or 0.56 as it is charged. */
class BudgetLineTest {
    private static Bench bench(@Nullable String all, @Nullable String north) {
        Bench bench = new Bench("north", "south");
        bench.limits.put("north", limits(all, north));
        bench.limits.put("south", limits(all, null));
        return bench;
    }

    private static AdmissionLimits limits(@Nullable String all, @Nullable String own) {
        return new AdmissionLimits(
                0,
                0,
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                new SpendingLimits(
                        all == null ? null : new BigDecimal(all),
                        own == null ? null : new BigDecimal(own),
                        Duration.ofDays(1)));
    }

    private static List<JobId> submit(Bench bench, int jobs) {
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            ids.add(bench.submit("job " + i));
        }
        return ids;
    }

    @Test
    void whatTheBudgetOfAllHasNoRoomForWaitsIsToldSoAndIsSentADayAfterTheFirst() {
        Bench bench = bench("1.50", null).start();
        List<JobId> ids = submit(bench, 3);
        bench.time.advance(Duration.ofMinutes(20));

        JobRecord waiting = bench.record(ids.get(2));
        assertThat(waiting.status()).isEqualTo(JobStatus.WAITING);
        assertThat(waiting.candidate().provider()).as("south has no more money").isEqualTo("north");
        assertThat(waiting.trouble).isNotNull();
        assertThat(waiting.trouble.kind()).isEqualTo("budget");
        assertThat(waiting.trouble.message()).contains("budget of 1.50 USD");
        bench.time.advance(Duration.ofHours(23));
        assertThat(bench.vendor("north").creates).hasSize(2);
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.status(ids.get(2))).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(ids.get(2)).trouble).isNull();
    }

    @Test
    void whatWasChargedLessThanEstimatedMakesRoomAtOnce() {
        Bench bench = bench("1.90", null).start();
        List<JobId> ids = submit(bench, 3);
        bench.time.advance(Duration.ofMinutes(2));
        assertThat(bench.vendor("north").creates).as("2 x 0.70 are held").hasSize(2);
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(ids)
                .as("2 x 0.56 are spent, and 0.78 are left")
                .allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
    }

    @Test
    void whenOnlyItsProvidersBudgetIsUsedUpAJobGoesToItsNextCandidate() {
        Bench bench = bench("100", "0.80").start();
        List<JobId> ids = submit(bench, 2);
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(ids).allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
        assertThat(bench.vendor("north").creates).hasSize(1);
        assertThat(bench.vendor("south").creates).hasSize(1);
        assertThat(bench.history(ids.get(1))).contains("failed over to south", "the budget for north");
    }

    @Test
    void withoutFailoverItWaitsForItsProvidersBudget() {
        Bench bench = bench("100", "0.80");
        bench.failover = Rules.Failover.OFF;
        bench.start();
        List<JobId> ids = submit(bench, 2);
        bench.time.advance(Duration.ofMinutes(20));

        assertThat(bench.status(ids.get(1))).isEqualTo(JobStatus.WAITING);
        assertThat(bench.record(ids.get(1)).trouble.message()).contains("the budget for north of 0.80 USD");
        assertThat(bench.vendor("south").creates).isEmpty();
    }

    private static Bench afterABilledFailureWithPerJob(String perJob) {
        Bench bench = bench(null, null);
        bench.failover = Rules.Failover.EVEN_IF_BILLED;
        bench.perJob = new BigDecimal(perJob);
        bench.start();
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(s -> {
            String job = north.make(s);
            north.jobs.get(job).end = FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.BILLED);
            return SubmitOutcome.accepted(job, Fakes.queued());
        });
        return bench;
    }

    @Test
    void failoverStopsWhereAllAttemptsTogetherWouldCostMoreThanAJobMay() {
        Bench poor = afterABilledFailureWithPerJob("1.39");
        JobId id = poor.submit();
        poor.time.advance(Duration.ofMinutes(20));
        assertThat(poor.status(id)).isEqualTo(JobStatus.FAILED);
        assertThat(poor.vendor("south").creates).isEmpty();
        assertThat(poor.history(id)).contains("would cost 1.40 USD", "videojob.budget.per-job is 1.39");

        Bench enough = afterABilledFailureWithPerJob("1.40");
        JobId other = enough.submit();
        enough.time.advance(Duration.ofMinutes(20));
        assertThat(enough.status(other)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aLostCreateIsSentAgainByAPolicyOnlyWhileBothTogetherCostNoMoreThanAJobMay() {
        for (Rules.Uncertain policy : List.of(Rules.Uncertain.RETRY, Rules.Uncertain.FAILOVER)) {
            Bench bench = bench(null, null);
            bench.uncertain = policy;
            bench.perJob = new BigDecimal("1.39");
            bench.start();
            FakeVendor north = bench.vendor("north");
            north.nextCreates.add(north::lose);
            JobId id = bench.submit();
            bench.time.advance(Duration.ofHours(2));

            assertThat(bench.record(id).isParked()).isTrue();
            assertThat(north.creates).hasSize(1);
            assertThat(bench.vendor("south").creates).isEmpty();
            assertThat(bench.history(id)).contains("videojob.budget.per-job is 1.39");
        }
    }

    @Test
    void anUncertainJobKeepsTheLastDollarFromOthersUntilItsUserGivesItUp() {
        Bench bench = bench("0.80", null);
        bench.failover = Rules.Failover.OFF;
        bench.start();
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(north::lose);
        JobId lost = bench.submit("lost");
        JobId other = bench.submit("other");
        bench.time.advance(Duration.ofDays(2));
        assertThat(bench.status(other)).isEqualTo(JobStatus.WAITING);

        bench.jobs.giveUp(lost);
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.status(other))
                .as("what was given up counts from when it was sent, which is two days ago")
                .isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aCandidateThatIsTooDearByNowIsPassedOverForACheaperOne() {
        Bench bench = new Bench("north", "south", "west");
        bench.failover = Rules.Failover.EVEN_IF_BILLED;
        bench.perJob = new BigDecimal("1.00");
        bench.prices.put("west", new BigDecimal("0.30"));
        bench.start();
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(s -> {
            String job = north.make(s);
            north.jobs.get(job).end = FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.BILLED);
            return SubmitOutcome.accepted(job, Fakes.queued());
        });
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.vendor("south").creates).isEmpty();
        assertThat(bench.vendor("west").creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.history(id))
                .contains("not sent to south: with what was or may be billed", "failed over to west");
    }
}
