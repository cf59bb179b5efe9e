package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.running;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much may be spent at one provider, beside all of them; and what is told of it. */
public abstract class ProviderBudgetContract extends AdmissionScenes {

    @Test
    void aProvidersBudgetCountsWhatIsHeldAndWasSpentThereAlone() {
        journal.insert(List.of(
                running("r1", "acme", noonPlus(60)).reserved(usd("2")).build(),
                running("r2", "other", noonPlus(60)).reserved(usd("50")).build(),
                job("s1").provider("acme").spent(usd("1")).build(),
                job("s2").provider("other").spent(usd("70")).build(),
                inLine("j1", "acme", NOON).reserved(usd("2.01")).build(),
                inLine("j2", "acme", NOON).reserved(usd("2")).build()));

        assertThat(admitAll("acme", budgets("1000", "5"), NOON)).containsExactly("j2");
        Admission blocked = journal.admit("acme", budgets("1000", "5"), NOON);
        assertThat(blocked.why()).contains("the budget for acme", "5 USD", "0 are left", "2.01");
        assertThat(blocked.budget()).isEqualTo(Admission.Budget.OWN_USED_UP);
        assertThat(journal.admit("acme", budgets("50", "1000"), NOON).budget()).isEqualTo(Admission.Budget.ALL_USED_UP);
        assertThat(journal.admit("acme", budgets("50", "5"), NOON).budget())
                .as("that of all is in the way wherever a job goes")
                .isEqualTo(Admission.Budget.ALL_USED_UP);
    }

    @Test
    void aFullHouseIsNoLackOfMoneyAndALackOfMoneyIsToldAlsoInAFullHouse() {
        journal.insert(List.of(
                running("r1", "acme", noonPlus(60)).reserved(usd("2")).build(),
                inLine("j1", "acme", NOON).reserved(usd("2")).build()));
        SpendingLimits four = new SpendingLimits(usd("4"), null, DAY);
        SpendingLimits three = new SpendingLimits(usd("3"), null, DAY);

        assertThat(journal.admit("acme", new AdmissionLimits(1, 0, WINDOW, ANSWER_WITHIN, four), NOON)
                        .budget())
                .isEqualTo(Admission.Budget.FITS);
        Admission both = journal.admit("acme", new AdmissionLimits(1, 0, WINDOW, ANSWER_WITHIN, three), NOON);
        assertThat(both.budget()).isEqualTo(Admission.Budget.ALL_USED_UP);
        assertThat(both.why()).contains("budget of 3 USD");
        assertThat(journal.admit("nobody", budgets("1", "1"), NOON).budget()).isEqualTo(Admission.Budget.FITS);
    }

    @Test
    void theTighterOfBothBudgetsDecides() {
        journal.insert(List.of(
                running("r1", "other", noonPlus(60)).reserved(usd("6")).build(),
                inLine("j1", "acme", NOON).reserved(usd("4")).build(),
                inLine("j2", "acme", noonPlus(1)).reserved(usd("3")).build()));

        assertThat(admitted("acme", budgets("9.99", "4"), NOON)).contains("j2");
        journal.replace(stored("j2").toBuilder().reserved(null).slotUntil(null).build());
        assertThat(admitted("acme", budgets("10", "3.99"), NOON)).isEmpty();
        assertThat(admitted("acme", budgets("10", "4"), NOON)).contains("j1");
    }

    @Test
    void whenBothBudgetsAreUsedUpTheLastToClearTellsWhenToAsk() {
        journal.insert(List.of(
                inLine("a", "acme", NOON).reserved(usd("4")).build(),
                inLine("b", "other", NOON).reserved(usd("6")).build(),
                inLine("j1", "acme", noonPlus(1)).reserved(usd("1")).build()));
        spend(admit("acme", budgets("10", "4"), noonPlus(10)), "4");
        spend(admit("other", budgets("10", "6"), noonPlus(5)), "6");

        assertThat(journal.admit("acme", budgets("10", "4"), noonPlus(20)).askAgainAt())
                .as("all have room a day after 5, acme a day after 10")
                .contains(noonPlus(10).plus(DAY));
        assertThat(journal.admit("acme", budgets("10", "5"), noonPlus(20)).askAgainAt())
                .contains(noonPlus(5).plus(DAY));
    }

    @Test
    void whatAJobSpentWhereItWasBeforeCountsThereAndInAll() {
        journal.insert(List.of(
                job("moved")
                        .provider("acme")
                        .spent(usd("1"))
                        .spentElsewhere(Map.of("other", usd("3")))
                        .build(),
                inLine("j1", "acme", NOON).reserved(usd("1")).build(),
                inLine("j2", "other", NOON).reserved(usd("1")).build()));

        assertThat(admitted("other", budgets("100", "3.99"), NOON)).isEmpty();
        assertThat(admitted("other", budgets("4.99", "4"), NOON)).isEmpty();
        assertThat(admitted("other", budgets("5", "4"), NOON)).contains("j2");
        assertThat(admitted("acme", budgets("100", "1.99"), NOON)).isEmpty();
        assertThat(admitted("acme", budgets("100", "2"), NOON)).contains("j1");
    }

    @Test
    void whatAJobSpentElsewhereComesBackAsItWasAndIsCountedFromItsLastAdmission() {
        StoredJob moved = inLine("j1", "acme", NOON)
                .reserved(usd("1"))
                .spent(usd("0.10"))
                .spentElsewhere(Map.of("other", usd("2E+1"), "third", usd("0")))
                .references(Jobs.references("acme:1", "other:1", "other:2"))
                .build();
        journal.insert(List.of(moved));
        assertEqual(stored("j1"), moved.toBuilder().version(1).build());

        admit("acme", NO_LIMITS, noonPlus(100));

        assertThat(journal.money(noonPlus(99)).stream().filter(m -> m.provider().equals("other")))
                .singleElement()
                .satisfies(money -> assertThat(money.spent()).isEqualByComparingTo("20"));
        assertThat(sum(journal.money(noonPlus(100)))).isEqualTo("1 held, 0 spent");
        journal.replace(stored("j1").toBuilder().spentElsewhere(Map.of()).build());
        assertThat(sum(journal.money(noonPlus(99)))).isEqualTo("1 held, 0.1 spent");
        assertThat(stored("j1").spentElsewhere()).isEmpty();
    }

    @Test
    void moneyIsToldByProviderWithoutWishesInLineAndWithoutWhatIsTooOld() {
        journal.insert(List.of(
                running("r1", "acme", noonPlus(60)).reserved(usd("0.70")).build(),
                inLine("w1", "acme", NOON).reserved(usd("5")).build(),
                job("s1")
                        .provider("acme")
                        .status(JobStatus.SUCCEEDED)
                        .spent(usd("0.56"))
                        .build(),
                job("s2")
                        .provider("acme")
                        .status(JobStatus.SUCCEEDED)
                        .spent(usd("0.04"))
                        .build(),
                job("o1").provider("other").reserved(usd("1.25")).build(),
                job("n1").spent(usd("3")).build(),
                StoredJob.builder(JobId.parse("old"), NOON.minus(DAY), JobStatus.SUCCEEDED, "{}")
                        .provider("acme")
                        .spent(usd("9"))
                        .build()));

        List<ProviderMoney> money = journal.money(NOON.minus(DAY));

        assertThat(money.stream()
                        .filter(m -> m.spent().signum() != 0 || m.reserved().signum() != 0)
                        .map(m -> m.provider() + " " + sum(List.of(m))))
                .containsExactlyInAnyOrder("acme 0.7 held, 0.6 spent", "other 1.25 held, 0 spent", " 0 held, 3 spent");
    }

    @Test
    void ofManyThreadsAtTwoProvidersOneTakesTheLastDollarOfAllAndOfEach() throws Exception {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 0; i < 2 * THREADS; i++) {
            jobs.add(inLine("j" + i, "p" + i % 2, NOON).reserved(usd("1")).build());
        }
        journal.insert(jobs);

        List<Optional<String>> results =
                Race.of(2 * THREADS, number -> admitted("p" + number % 2, budgets("9.5", "7.5"), NOON));

        assertThat(results.stream().flatMap(Optional::stream)).hasSize(9);
        assertThat(journal.money(NOON.minus(DAY)))
                .allSatisfy(money -> assertThat(money.reserved()).isLessThanOrEqualTo(usd("7")));
    }

    private static String sum(List<ProviderMoney> money) {
        BigDecimal held = money.stream().map(ProviderMoney::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal spent = money.stream().map(ProviderMoney::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
        return plain(held) + " held, " + plain(spent) + " spent";
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
