package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money, as the command shows it and holds to it. No vendor publishes a price for the request, so the settings do. */
class BudgetTest extends AtTheSandbox {
    private static final String PRICE = "0.56";

    private void settings(String... more) {
        cli = Cli.on(sandbox, folder, more).with("VIDEOJOB_BUDGET_UNPRICED", PRICE);
    }

    private Map<String, Object> budget() throws Exception {
        return cli.run("budget", "--json").exits(0).json();
    }

    private static Map<String, Object> all(Map<String, Object> budget) {
        return part(budget, "all");
    }

    private static Map<String, Object> of(String provider, Map<String, Object> budget) {
        return part(part(budget, "providers"), provider);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    @Test
    void budgetShowsWhatIsSpentReservedAndLeftInAllAndByProvider() throws Exception {
        settings(
                "videojob.route = eachlabs, aimlapi",
                "videojob.budget.per-day = 10",
                "videojob.budget.per-job = 5.00",
                "videojob.provider.eachlabs.budget.per-day = 4");
        assertThat(cli.run("budget").exits(0).out())
                .containsPattern("all +0.00 +0.00 +10.00 +10.00")
                .containsPattern("eachlabs +0.00 +0.00 +4.00 +4.00")
                .containsPattern("aimlapi +0.00 +0.00 +- +-")
                .contains("USD in 24 hours; one job: 5.00 at most");
        cli.run(Cli.asking("run", "--route", "eachlabs")).exits(0);
        sandbox.aimlapi().everyJob(JobScript.success().hold());
        cli.run(Cli.asking("submit", "--route", "aimlapi")).exits(0);

        Map<String, Object> budget = budget();
        assertThat(of("eachlabs", budget).get("reserved")).isEqualTo(0.0);
        double spent = (double) of("eachlabs", budget).get("spent");
        assertThat(spent).as("what the vendor charged").isPositive();
        assertThat(of("eachlabs", budget)).containsEntry("limit", 4.0);
        assertThat((double) of("eachlabs", budget).get("left")).isEqualTo(4 - spent, within(1e-9));
        double reserved = (double) of("aimlapi", budget).get("reserved");
        assertThat(reserved).isPositive();
        assertThat(of("aimlapi", budget)).containsEntry("spent", 0.0).containsEntry("limit", null);
        assertThat(all(budget)).containsEntry("spent", spent).containsEntry("reserved", reserved);
        assertThat((double) all(budget).get("left")).isEqualTo(10 - spent - reserved, within(1e-9));
        assertThat(budget)
                .containsEntry("currency", "USD")
                .containsEntry("periodSeconds", 86_400.0)
                .containsEntry("perJob", 5.0);
    }

    @Tag("slow")
    @Test
    void withoutABudgetItStillShowsWhatWasSpent() throws Exception {
        cli.run(Cli.asking("run", "--route", "eachlabs")).exits(0);

        Map<String, Object> all = all(budget());
        assertThat((double) all.get("spent")).isPositive();
        assertThat(all).containsEntry("limit", null).containsEntry("left", null);
    }

    @Tag("slow")
    @Test
    void aJobThatIsDearerThanADayIsRefusedWith4AndTheWayOut() throws Exception {
        settings("videojob.route = eachlabs", "videojob.budget.per-day = 0.10");

        Cli.Result refused = cli.run(Cli.asking("run", "--json")).exits(4);
        assertThat(refused.error()).containsEntry("type", "BudgetExceededException");
        assertThat(String.valueOf(refused.error().get("message")))
                .contains("nothing was sent", "videojob.budget.per-day is 0.10", "raise that");
        settings("videojob.route = eachlabs", "videojob.provider.eachlabs.budget.per-day = 0.10");
        assertThat(cli.run(Cli.asking("submit")).exits(4).err())
                .contains("videojob.provider.eachlabs.budget.per-day is 0.10", "raise that");
        assertThat(sandbox.eachlabs().creates()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void planTellsWhetherThePriceFitsWhatIsLeft() throws Exception {
        settings("videojob.route = eachlabs", "videojob.budget.per-day = 0.70");
        assertThat(cli.run(Cli.asking("plan")).exits(0).out()).doesNotContain("Over budget");
        sandbox.eachlabs().everyJob(JobScript.success().hold());
        cli.run(Cli.asking("submit")).exits(0);

        assertThat(cli.run(Cli.asking("plan")).exits(4).out())
                .contains("Over budget: it costs " + PRICE, "videojob.budget.per-day has 0.14 left now", "would wait");
        Map<String, Object> json =
                cli.run(Cli.asking("plan", "--json")).exits(4).json();
        assertThat(((List<Map<String, Object>>) json.get("candidates")).get(0).get("overBudget"))
                .asString()
                .contains("0.14 left");
        settings("videojob.route = eachlabs", "videojob.budget.per-job = 0.10");
        assertThat(cli.run(Cli.asking("plan")).exits(4).out()).contains("videojob.budget.per-job is 0.10");
    }

    @Tag("slow")
    @Test
    void whatTheDayHasNoRoomForWaitsAndIsToldWhy() throws Exception {
        settings("videojob.route = eachlabs", "videojob.budget.per-day = 0.70");
        sandbox.eachlabs().everyJob(JobScript.success().hold());
        cli.run(Cli.asking("submit")).exits(0);

        Cli.Result waiting = cli.run(Cli.asking("run", "--timeout", "2s")).exits(6);

        assertThat(waiting.err()).contains("of the budget of 0.70 USD, 0.14 are left", "videojob wait 0");
        assertThat(sandbox.eachlabs().creates()).hasSize(1);
        assertThat(sandbox.bill().jobs()).isLessThanOrEqualTo(1);
    }

    @Test
    void anUncertainJobKeepsItsMoneyReservedUntilItIsGivenUp() throws Exception {
        settings("videojob.route = eachlabs", "videojob.budget.per-day = 5");
        sandbox.eachlabs().on(Operation.CREATE, Fault.loseRequest());
        String lost = cli.run(Cli.asking("submit")).exits(7).out().strip();
        assertThat(all(budget())).containsEntry("reserved", 0.56).containsEntry("spent", 0.0);

        cli.run("give-up", lost).exits(0);

        assertThat(all(budget())).containsEntry("reserved", 0.0).containsEntry("spent", 0.56);
    }
}
