package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.BudgetExceededException;
import io.videojob.Plan;
import io.videojob.Spending;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.JobScript;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a program learns of its budgets. */
class SpendingTest {
    @RegisterExtension
    final World world = new World();

    @Test
    void aProgramSeesWhatIsSpentReservedAndLeftAndAPlanTellsWhetherThereIsRoom() throws Exception {
        VideoJobs jobs = world.open(world.settings(
                "eachlabs, aimlapi",
                world.journal(),
                "videojob.budget.unpriced = 0.56",
                "videojob.budget.per-job = 5",
                "videojob.budget.per-day = 1.50",
                "videojob.provider.eachlabs.budget.per-day = 0.80"));
        assertThat(jobs.spending().providers().keySet()).containsExactly("eachlabs", "aimlapi");
        assertThat(jobs.spending().perJob()).contains(new BigDecimal("5"));
        assertThat(jobs.plan(Requests.raccoon()).first().flatMap(Plan.Candidate::overBudget))
                .isEmpty();
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        VideoJob job = jobs.submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());

        Spending held = jobs.spending();
        BigDecimal reserved = held.all().reserved();
        assertThat(reserved).isPositive();
        assertThat(held.all().spent()).isZero();
        assertThat(held.all().left()).contains(new BigDecimal("1.50").subtract(reserved));
        Spending.Sum eachlabs = held.providers().get("eachlabs");
        assertThat(eachlabs.reserved()).isEqualTo(reserved);
        assertThat(eachlabs.left()).contains(new BigDecimal("0.80").subtract(reserved));
        assertThat(held.providers().get("aimlapi").reserved()).isZero();
        assertThat(held.providers().get("aimlapi").limit()).isEmpty();
        assertThat(jobs.plan(Requests.raccoon())
                        .candidates()
                        .get(0)
                        .overBudget()
                        .orElseThrow())
                .contains("videojob.provider.eachlabs.budget.per-day has", "left now");

        world.at(Vendor.EACHLABS).finish(world.at(Vendor.EACHLABS).jobs().get(0).id());
        job.await(World.LONG);
        assertThat(jobs.spending().all().reserved()).isZero();
        assertThat(jobs.spending().all().spent()).isPositive();
    }

    @Test
    void whatIsDearerThanADayOfItsOnlyProviderIsNeverTaken() throws Exception {
        VideoJobs jobs = world.open(world.settings(
                "eachlabs", "videojob.budget.unpriced = 0.56", "videojob.provider.eachlabs.budget.per-day = 0.50"));

        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> jobs.submit(Requests.raccoon()))
                .withMessageContaining("videojob.provider.eachlabs.budget.per-day is 0.5")
                .withMessageContaining("raise that");
        assertThat(world.at(Vendor.EACHLABS).creates()).isEmpty();
    }
}
