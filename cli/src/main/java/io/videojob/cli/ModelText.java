package io.videojob.cli;

import io.videojob.ModelInfo;
import io.videojob.catalog.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Models for people: a line each, and what each takes if there are few. */
final class ModelText {
    /** Up to so many lines of providers are shown with all that the models take. */
    private static final int FEW = 12;

    private ModelText() {}

    /** Each model once, with the providers that have it. */
    static String of(List<ModelInfo> models) {
        Map<String, List<ModelInfo>> byId =
                models.stream().collect(Collectors.groupingBy(ModelInfo::id, LinkedHashMap::new, Collectors.toList()));
        boolean few = models.size() <= FEW;
        List<String> lines = new ArrayList<>();
        byId.forEach((id, same) -> {
            lines.add(id + " (" + summary(same.get(0)) + ")" + (few ? "" : " at " + providers(same)));
            if (few) {
                same.forEach(model -> lines.addAll(details(model)));
            }
        });
        if (!few) {
            lines.add("");
            lines.add(byId.size()
                    + " models; narrow them down to see what each takes, such as: videojob models kling 2.6");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String summary(ModelInfo model) {
        List<String> parts = new ArrayList<>();
        parts.add(model.produces().equals("video") ? String.join(" ", model.modes()) : model.produces());
        parts.add(durations(model));
        parts.add(String.join(" ", model.resolutions()));
        parts.add(model.makesAudio() ? "sound" : "");
        parts.add(model.price()
                .map(price -> "$" + price.usd().toPlainString() + " a "
                        + price.per().name().toLowerCase(java.util.Locale.ROOT))
                .orElse(""));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static String durations(ModelInfo model) {
        List<Duration> all = model.durations();
        if (!all.isEmpty() && all.size() <= 4) {
            return all.stream().map(ModelText::seconds).collect(Collectors.joining(" ")) + " s";
        }
        return model.shortest().isPresent() && model.longest().isPresent()
                ? seconds(model.shortest().get()) + "-"
                        + seconds(model.longest().get()) + " s"
                : "";
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static String providers(List<ModelInfo> same) {
        return same.stream().map(ModelInfo::provider).distinct().collect(Collectors.joining(", "));
    }

    private static List<String> details(ModelInfo model) {
        return List.of(
                "  " + model.provider() + ":" + model.model() + ", usually " + Durations.clock(model.usualRun())
                        + " min",
                "    " + String.join(" ", model.fields()));
    }

    /** Names that are few keystrokes away. */
    static String nearest(String wanted, List<ModelInfo> all) {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(model -> {
            names.add(model.id());
            names.add(model.model());
            names.addAll(model.aliases());
        });
        return Nearest.hint(wanted, names);
    }
}
