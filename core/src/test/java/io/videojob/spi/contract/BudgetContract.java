package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.running;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.StoredJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much may be spent. */
public abstract class BudgetContract extends AdmissionScenes {

    @Test
    void whatOthersHoldLeavesLessOfTheBudget() {
        journal.insert(List.of(
                running("j1", "other", noonPlus(60)).reserved(usd("6.00")).build(),
                inLine("j2", "acme", NOON).reserved(usd("4.01")).build(),
                inLine("j3", "acme", NOON).reserved(usd("4.00")).build(),
                inLine("j4", "acme", NOON).reserved(usd("0.01")).build()));

        assertThat(admitAll("acme", budget("10"), NOON)).containsExactly("j3");
        assertThat(journal.admit("acme", budget("10"), NOON).askAgainAt())
                .as("money that is held has no end to name")
                .isEmpty();
    }

    @Test
    void whoIsTooDearDoesNotBlockWhoIsCheaperAndYounger() {
        journal.insert(List.of(
                inLine("dear", "acme", noonPlus(0)).reserved(usd("11")).build(),
                inLine("fits", "acme", noonPlus(1)).reserved(usd("7")).build(),
                inLine("dearNow", "acme", noonPlus(2)).reserved(usd("4")).build(),
                inLine("cheap", "acme", noonPlus(3)).reserved(usd("3")).build(),
                inLine("free", "acme", noonPlus(4)).build()));

        assertThat(admitAll("acme", budget("10"), noonPlus(5))).containsExactly("fits", "cheap", "free");
    }

    @Test
    void wishesInLineHoldNoMoney() {
        journal.insert(List.of(
                inLine("j1", "other", NOON).reserved(usd("10")).build(),
                inLine("j2", "acme", NOON).reserved(usd("10")).build()));

        assertThat(admitted("acme", budget("10"), NOON)).contains("j2");
        assertThat(admitted("other", budget("10"), NOON)).isEmpty();
    }

    @Test
    void moneyIsHeldAfterTheEndUntilItIsSettled() {
        journal.insert(List.of(
                running("j1", "acme", noonPlus(60))
                        .status(JobStatus.FAILED)
                        .slotUntil(null)
                        .reserved(usd("6"))
                        .build(),
                inLine("j2", "acme", NOON).reserved(usd("5")).build()));
        assertThat(admitted("acme", budget("10"), NOON)).isEmpty();

        journal.replace(stored("j1").toBuilder().reserved(null).build());

        assertThat(admitted("acme", budget("10"), NOON)).contains("j2");
    }

    @Test
    void spentMoneyCountsForAPeriodFromTheAdmission() {
        journal.insert(List.of(
                inLine("j1", "acme", NOON).reserved(usd("7")).build(),
                inLine("j2", "other", NOON).reserved(usd("2")).build(),
                inLine("j3", "acme", noonPlus(1)).reserved(usd("2")).build(),
                inLine("j4", "acme", noonPlus(2)).reserved(usd("8")).build()));
        // made at noon, sent hours later: what counts is when the money was given away
        spend(admit("acme", budget("10"), noonPlus(36_000)), "6.50");
        spend(admit("other", budget("10"), noonPlus(40_000)), "2");

        Admission blocked = journal.admit("acme", budget("10"), noonPlus(40_000));
        assertThat(blocked.askAgainAt()).contains(noonPlus(36_000).plus(DAY));
        assertThat(admitAll("acme", budget("10"), noonPlus(36_000).plus(DAY))).containsExactly("j3");

        spend(JobId.parse("j3"), "2");
        assertThat(journal.admit("acme", budget("10"), noonPlus(36_000).plus(DAY))
                        .askAgainAt())
                .contains(noonPlus(40_000).plus(DAY));
        assertThat(admitted("acme", budget("10"), noonPlus(40_000).plus(DAY))).contains("j4");
    }

    @Test
    void moneyOfAJobThatWasNeverAdmittedCountsFromItsBeginning() {
        journal.insert(List.of(
                job("attached").spent(usd("10")).build(),
                inLine("j1", "acme", NOON).reserved(usd("1")).build()));

        assertThat(journal.admit("acme", budget("10"), noonPlus(5)).askAgainAt())
                .contains(NOON.plus(DAY));
        assertThat(admitted("acme", budget("10"), NOON.plus(DAY))).contains("j1");
    }

    @Test
    void whenTheClockGoesBackSpentMoneyCountsAgain() {
        journal.insert(List.of(
                job("old").spent(usd("10")).build(),
                inLine("j1", "other", NOON).reserved(usd("1")).build(),
                inLine("j2", "acme", NOON).reserved(usd("9")).build()));
        assertThat(admitted("other", budget("10"), NOON.plus(DAY))).contains("j1");

        assertThat(journal.admit("acme", budget("10"), noonPlus(5)).askAgainAt())
                .contains(NOON.plus(DAY));
        assertThat(admitted("acme", budget("10"), NOON.plus(DAY))).contains("j2");
    }

    @Test
    void whatAJobSpentBeforeCountsWhenItIsSentAgain() {
        journal.insert(List.of(
                inLine("j1", "acme", NOON).reserved(usd("6")).spent(usd("6")).build()));

        assertThat(journal.admit("acme", budget("10"), NOON).askAgainAt()).contains(NOON.plus(DAY));
    }

    @Test
    void amountsAreExact() {
        journal.insert(List.of(
                running("j1", "acme", NOON).reserved(usd("0.1")).build(),
                running("j2", "acme", NOON).reserved(usd("0.2")).build(),
                inLine("j3", "acme", NOON).reserved(usd("0.000001")).build(),
                inLine("j4", "acme", NOON).reserved(usd("0E-9")).build()));

        assertThat(admitAll("acme", budget("0.3"), NOON)).containsExactly("j4");
        assertThat(admitAll("acme", budget("0.300001"), NOON)).containsExactly("j3");
    }

    @Test
    void amountsTooSmallForAnyPriceListAreStillCountedAgainstTheBudget() {
        journal.insert(List.of(
                running("j1", "acme", NOON).reserved(usd("0.3")).build(),
                inLine("j2", "acme", NOON).reserved(usd("0.0000000000002")).build()));

        assertThat(admitted("acme", budget("0.3000000000001"), NOON)).isEmpty();
    }

    @Test
    void aJobOverTheWholeBudgetWaitsWithoutATimeToName() {
        journal.insert(List.of(
                job("old").spent(usd("1")).build(),
                inLine("j1", "acme", NOON).reserved(usd("10.5")).build()));

        Admission blocked = journal.admit("acme", budget("10"), NOON);

        assertThat(blocked.job()).isEmpty();
        assertThat(blocked.askAgainAt()).isEmpty();
        assertThat(blocked.why()).contains("10").contains("10.5");
    }

    @Test
    void ofManyThreadsAtManyProvidersOneTakesTheLastDollar() throws Exception {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            jobs.add(inLine("j" + i, "p" + i, NOON).reserved(usd("1")).build());
        }
        journal.insert(jobs);

        List<Optional<String>> results = Race.of(THREADS, number -> admitted("p" + number, budget("3.5"), NOON));

        assertThat(results.stream().flatMap(Optional::stream)).hasSize(3);
    }
}
