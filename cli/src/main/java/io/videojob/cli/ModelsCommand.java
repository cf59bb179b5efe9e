package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.ModelInfo;
import io.videojob.ProviderInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code videojob models}. */
@Command(
        name = "models",
        header = "The models there are, where, and what each takes.",
        description = {
            "Of the providers in use; while none has a key, of all vendors that are known. A \"*\" behind a field: required.",
            "With --json, an array."
        },
        footer = {"", "Examples:", "  videojob models", "  videojob models image-to-video"})
final class ModelsCommand extends JobsCommand {
    @Parameters(arity = "0..1", paramLabel = "PART", description = "Only models with this in their name.")
    @Nullable
    private String part;

    @Override
    int run() {
        try (Inspection inspection = inspectWithoutJournal()) {
            List<ModelInfo> models =
                    inspection.models().stream().filter(this::isWanted).toList();
            if (models.isEmpty()) {
                streams().say("No such model.");
            }
            print(text(models), () -> models.stream().map(ModelsCommand::json).toList());
            if (inspection.providers().stream().noneMatch(ProviderInfo::isInUse)) {
                streams().say("");
                streams().say("No provider has a key yet; see \"videojob providers\".");
            }
        }
        return ExitCodes.DONE;
    }

    private boolean isWanted(ModelInfo model) {
        String wanted = part == null ? "" : part.toLowerCase(Locale.ROOT);
        return model.id().toLowerCase(Locale.ROOT).contains(wanted)
                || model.model().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Each model once, with the providers that have it. */
    private static String text(List<ModelInfo> models) {
        Map<String, StringBuilder> byId = new LinkedHashMap<>();
        for (ModelInfo model : models) {
            byId.computeIfAbsent(model.id(), id -> new StringBuilder(id + " (" + model.produces() + ")"))
                    .append(System.lineSeparator())
                    .append("  " + model.provider() + ":" + model.model() + ", usually "
                            + Durations.clock(model.usualRun()) + " min")
                    .append(System.lineSeparator())
                    .append("    " + String.join(" ", model.fields()));
        }
        return String.join(System.lineSeparator(), byId.values());
    }

    private static Map<String, @Nullable Object> json(ModelInfo model) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", model.id());
        json.put("provider", model.provider());
        json.put("model", model.model());
        json.put("family", model.family().orElse(null));
        json.put("produces", model.produces());
        json.put("usualSeconds", model.usualRun().toSeconds());
        json.put("fields", model.fields());
        return json;
    }
}
