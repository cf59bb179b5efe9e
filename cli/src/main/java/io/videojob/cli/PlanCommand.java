package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.Plan;
import io.videojob.ProviderInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob plan}. */
@Command(
        name = "plan",
        header = "What would be sent where, field by field, and its price. Nothing is sent.",
        description = "Exit code 2 if no provider could carry the request. Needs no key.",
        footer = {
            "",
            "Example:",
            "  videojob plan kling-o1/image-to-video -p \"The raccoon waves\" \\",
            "      --first-frame https://example.com/raccoon.png"
        })
final class PlanCommand extends BaseCommand {
    @Mixin
    private RequestOptions request = new RequestOptions();

    @Override
    int run() {
        try (Inspection inspection = context().inspectWithoutJournal(common)) {
            Plan plan = inspection.plan(request.toRequest());
            if (inspection.providers().stream().noneMatch(ProviderInfo::isInUse)) {
                streams()
                        .say(
                                "No provider has a key; this is for all vendors that are known. See \"videojob providers\".");
            }
            print(text(plan), () -> JobJson.of(plan));
            return plan.isAccepted() ? ExitCodes.DONE : ExitCodes.WRONG;
        }
    }

    private static String text(Plan plan) {
        StringBuilder text = new StringBuilder(plan.model());
        int number = 0;
        for (Plan.Candidate candidate : plan.candidates()) {
            text.append(System.lineSeparator()).append(System.lineSeparator());
            text.append(candidate.isAccepted() ? ++number + ". " : "Refused: ").append(candidate);
        }
        return text.toString();
    }
}
