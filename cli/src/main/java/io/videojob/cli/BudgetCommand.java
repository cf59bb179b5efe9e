package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.Spending;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code videojob budget}. */
@Command(
        name = "budget",
        header = "What was spent, is reserved and is left, in all and at each provider.",
        description = {
            "In US dollars, of any 24 hours: what a job spent counts from when it was sent. Reserved is what jobs hold that are"
                    + " sent or run, or may be billed and are not settled yet. Reads the journal only; needs no key.",
            "Set videojob.budget.per-day, videojob.provider.NAME.budget.per-day, videojob.budget.per-job."
        },
        footer = {"", "Examples:", "  videojob budget", "  VIDEOJOB_BUDGET_PER_DAY=20 videojob budget --json"})
final class BudgetCommand extends JobsCommand {
    @Override
    int run() {
        Spending spending;
        try (Inspection journal = inspect()) {
            spending = journal.spending();
        }
        print(text(spending), () -> json(spending));
        return ExitCodes.DONE;
    }

    private static String text(Spending spending) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", "spent", "reserved", "limit", "left"));
        lines.add(line("all", spending.all()));
        spending.providers().forEach((name, sum) -> lines.add(line(name, sum)));
        lines.add("");
        lines.add(spending.currency() + " in " + spending.period().toHours() + " hours"
                + spending.perJob()
                        .map(most -> "; one job: " + most.toPlainString() + " at most")
                        .orElse(""));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String name, Spending.Sum sum) {
        return line(name, amount(sum.spent()), amount(sum.reserved()), orDash(sum.limit()), orDash(sum.left()));
    }

    private static String line(String name, String spent, String reserved, String limit, String left) {
        return String.format(Locale.ROOT, "%-16s %12s %12s %12s %12s", name, spent, reserved, limit, left);
    }

    private static String orDash(Optional<BigDecimal> amount) {
        return amount.map(BudgetCommand::amount).orElse("-");
    }

    /** With cents, and more where there is more. */
    private static String amount(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    private static Map<String, @Nullable Object> json(Spending spending) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("currency", spending.currency());
        json.put("periodSeconds", spending.period().toSeconds());
        json.put("perJob", spending.perJob().orElse(null));
        json.put("all", json(spending.all()));
        Map<String, @Nullable Object> providers = new LinkedHashMap<>();
        spending.providers().forEach((name, sum) -> providers.put(name, json(sum)));
        json.put("providers", providers);
        json.put("error", null);
        return json;
    }

    private static Map<String, @Nullable Object> json(Spending.Sum sum) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("spent", sum.spent());
        json.put("reserved", sum.reserved());
        json.put("limit", sum.limit().orElse(null));
        json.put("left", sum.left().orElse(null));
        return json;
    }
}
