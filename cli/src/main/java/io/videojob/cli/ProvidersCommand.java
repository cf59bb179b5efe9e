package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.ProviderInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code videojob providers}. */
@Command(
        name = "providers",
        header = "The providers that are configured or known, and what is missing to use them.",
        description = "Those in use first, in the order in which they are tried. With --json, an array.",
        footer = {"", "Example:", "  AIMLAPI_KEY=… videojob providers"})
final class ProvidersCommand extends JobsCommand {
    @Override
    int run() {
        try (Inspection inspection = inspectWithoutJournal()) {
            List<ProviderInfo> providers = inspection.providers();
            print(
                    providers.stream().map(ProvidersCommand::line).collect(Collectors.joining(System.lineSeparator())),
                    () -> providers.stream().map(ProvidersCommand::json).toList());
        }
        return ExitCodes.DONE;
    }

    private static String line(ProviderInfo provider) {
        String state =
                provider.trouble().isPresent() ? "not usable" : provider.isInUse() ? "in use" : "not in the route";
        return String.format(
                        Locale.ROOT,
                        "%-12s %-16s %s",
                        provider.name(),
                        state,
                        provider.trouble()
                                .orElseGet(() -> provider.baseUrl()
                                        .map(url -> "at " + url)
                                        .orElse("")))
                .stripTrailing();
    }

    private static Map<String, @Nullable Object> json(ProviderInfo provider) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", provider.name());
        json.put("vendor", provider.vendor());
        json.put("inUse", provider.isInUse());
        json.put("baseUrl", provider.baseUrl().map(Object::toString).orElse(null));
        json.put("trouble", provider.trouble().orElse(null));
        return json;
    }
}
