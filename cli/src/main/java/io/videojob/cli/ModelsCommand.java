package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.ModelDrift;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.ProviderInfo;
import io.videojob.VideoJobs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code videojob models}. */
@Command(
        name = "models",
        header = "The models there are, where, and what each takes.",
        description = {
            "Of the providers in use; while none has a key, of all vendors that are known. A few are shown with their fields;"
                    + " a \"*\" behind a field: required.",
            "With --json, an array."
        },
        footer = {
            "",
            "Examples:",
            "  videojob models",
            "  videojob models kling 2.6",
            "  videojob models --mode image --duration 10s --resolution 1080p --audio",
            "  videojob models --check"
        })
final class ModelsCommand extends JobsCommand {
    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Only models with each of these words in a name.")
    private List<String> words = List.of();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "Only for this use: text, image, frames, reference, edit, …")
    @Nullable
    private String mode;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Only those that can last so long, such as 10s.")
    @Nullable
    private Duration duration;

    @Option(names = "--resolution", paramLabel = "NAME", description = "Only those that can make it, such as 1080p.")
    @Nullable
    private String resolution;

    @Option(names = "--audio", description = "Only those that make a sound track, or keep the source's.")
    private boolean audio;

    @Option(
            names = "--max-price",
            paramLabel = "USD",
            description = "Only those whose published price for one result is at most this.")
    @Nullable
    private BigDecimal maxPrice;

    @Option(names = "--at", paramLabel = "PROVIDER", description = "Only those of this provider.")
    @Nullable
    private String provider;

    @Option(
            names = "--check",
            description = "Ask the vendors for their own lists, and tell what is new, gone, ending or different. Free.")
    private boolean check;

    @Override
    int run() {
        if (check) {
            return runCheck();
        }
        try (Inspection inspection = inspectWithoutJournal()) {
            List<ModelInfo> models = inspection.models(query());
            if (models.isEmpty()) {
                sayWhatThereIs(inspection);
            }
            print(
                    ModelText.of(models),
                    () -> models.stream().map(ModelsCommand::json).toList());
            if (inspection.providers().stream().noneMatch(ProviderInfo::isInUse)) {
                streams().say("");
                streams().say("No provider has a key yet; see \"videojob providers\".");
            }
        }
        return ExitCodes.DONE;
    }

    private ModelQuery query() {
        ModelQuery query = ModelQuery.all().containing(String.join(" ", words));
        query = mode == null ? query : query.withMode(mode);
        query = duration == null ? query : query.lasting(duration);
        query = resolution == null ? query : query.withResolution(resolution);
        query = maxPrice == null ? query : query.costingAtMost(maxPrice);
        query = provider == null ? query : query.atProvider(provider);
        return audio ? query.withAudio() : query;
    }

    /** Nothing fits: which uses there are, and names near to what was written. */
    private void sayWhatThereIs(Inspection inspection) {
        streams().say("No such model.");
        List<ModelInfo> all = inspection.models(ModelQuery.all());
        if (mode != null) {
            streams()
                    .say("Modes: "
                            + all.stream()
                                    .flatMap(model -> model.modes().stream())
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        if (!words.isEmpty()) {
            streams().say(ModelText.nearest(String.join(" ", words), all));
        }
    }

    private int runCheck() {
        try (VideoJobs jobs = open()) {
            List<ModelDrift> drift = jobs.checkModels();
            print(
                    drift.isEmpty()
                            ? "The vendors' lists say the same."
                            : drift.stream()
                                    .map(ModelDrift::toString)
                                    .collect(Collectors.joining(System.lineSeparator())),
                    () -> drift.stream().map(ModelsCommand::json).toList());
        }
        return ExitCodes.DONE;
    }

    private static Map<String, @Nullable Object> json(ModelDrift drift) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", drift.provider());
        json.put("model", drift.model());
        json.put("kind", drift.kind().name());
        json.put("what", drift.what());
        return json;
    }

    private static Map<String, @Nullable Object> json(ModelInfo model) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", model.id());
        json.put("provider", model.provider());
        json.put("model", model.model());
        json.put("family", model.family().orElse(null));
        json.put("aliases", model.aliases());
        json.put("produces", model.produces());
        json.put("modes", model.modes());
        json.put(
                "durations", model.durations().stream().map(Duration::toSeconds).toList());
        json.put("shortestSeconds", model.shortest().map(Duration::toSeconds).orElse(null));
        json.put("longestSeconds", model.longest().map(Duration::toSeconds).orElse(null));
        json.put("resolutions", model.resolutions());
        json.put("aspectRatios", model.aspectRatios());
        json.put("makesAudio", model.makesAudio());
        json.put("keepsAudio", model.keepsAudio());
        json.put("price", model.price().map(Object::toString).orElse(null));
        json.put("usualSeconds", model.usualRun().toSeconds());
        json.put("fields", model.fields());
        json.put("source", model.source());
        return json;
    }
}
