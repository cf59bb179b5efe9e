package io.videojob.cli;

import io.videojob.FieldReport;
import io.videojob.Inspection;
import io.videojob.Plan;
import io.videojob.ProviderInfo;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob plan}. */
@Command(
        name = "plan",
        header = "What would be sent where, field by field, and its price. Nothing is sent.",
        description = {
            "Exit code 2 if no provider could carry the request, 4 if no budget has room for it now. Needs no key.",
            "See \"videojob budget\"."
        },
        footer = {
            "",
            "Example:",
            "  videojob plan kling-o1/image-to-video -p \"The raccoon waves\" \\",
            "      --first-frame https://example.com/raccoon.png"
        })
final class PlanCommand extends JobsCommand {
    @Mixin
    private RequestOptions request = new RequestOptions();

    @Override
    int run() {
        try (Inspection inspection = inspection()) {
            Plan plan = inspection.plan(request.toRequest());
            if (inspection.providers().stream().noneMatch(ProviderInfo::isInUse)) {
                streams()
                        .say(
                                "No provider has a key; this is for all vendors that are known. See \"videojob providers\".");
            }
            print(text(plan), () -> JobJson.of(plan));
            return exitCode(plan);
        }
    }

    /** With the journal only where a budget of the day makes what others spent matter. */
    private Inspection inspection() {
        Inspection inspection = inspectWithoutJournal();
        if (!inspection.hasDayBudget()) {
            return inspection;
        }
        inspection.close();
        return inspect();
    }

    private static int exitCode(Plan plan) {
        boolean fits = plan.candidates().stream()
                .anyMatch(each -> each.isAccepted() && each.overBudget().isEmpty());
        return !plan.isAccepted() ? ExitCodes.WRONG : fits ? ExitCodes.DONE : ExitCodes.NO_MONEY;
    }

    private static String text(Plan plan) {
        StringBuilder text = new StringBuilder(plan.model());
        int number = 0;
        for (Plan.Candidate candidate : plan.candidates()) {
            text.append(System.lineSeparator()).append(System.lineSeparator());
            text.append(candidate.isAccepted() ? ++number + ". " : "Refused: ");
            text.append(candidate.provider()).append(':').append(candidate.model());
            candidate.price().ifPresent(price -> text.append(" for ").append(price));
            candidate
                    .overBudget()
                    .ifPresent(why -> text.append(System.lineSeparator())
                            .append("  Over budget: ")
                            .append(why));
            candidate
                    .fields()
                    .forEach(field ->
                            text.append(System.lineSeparator()).append("  ").append(line(field)));
        }
        return text.toString();
    }

    private static String line(FieldReport field) {
        String line = field.toString();
        for (Optional<String> own : List.of(field.value(), field.from())) {
            line = own.isEmpty() ? line : line.replace(own.get(), Shown.value(own.get()));
        }
        return field.why().isEmpty()
                ? line
                : line.replace(field.why().get(), CommandWords.of(field.why().get()));
    }
}
