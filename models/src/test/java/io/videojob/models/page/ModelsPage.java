package io.videojob.models.page;

import io.videojob.Field;
import io.videojob.catalog.Families;
import io.videojob.catalog.Family;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/models.md}: a table of the families, and one for each vendor. */
final class ModelsPage {
    private static final Map<String, String> NAMES = Map.of("aimlapi", "AI/ML API", "eachlabs", "Eachlabs");
    /** Of these a column tells, or their name alone says nothing new. */
    private static final List<Field> TOLD = List.of(
            Field.PROMPT, Field.DURATION, Field.RESOLUTION, Field.ASPECT_RATIO, Field.FIRST_FRAME, Field.LAST_FRAME);

    private final Map<String, List<ModelProfile>> vendors;
    private final StringBuilder page = new StringBuilder();

    private ModelsPage(Map<String, List<ModelProfile>> vendors) {
        this.vendors = vendors;
    }

    /** The page of these vendors' models. */
    static String of(Map<String, List<ModelProfile>> vendors) {
        return new ModelsPage(vendors).text();
    }

    private String text() {
        int models = vendors.values().stream().mapToInt(List::size).sum();
        line("# Models");
        line("");
        line("Made by the build of the profiles; [models/README.md](../models/README.md) says how.");
        line(models + " models and " + Families.all().size() + " families. A family is one model at several vendors"
                + " under one id: the vendor can be changed, and the request stays.");
        line("");
        line("A **bold** value is the default. A field with a star is required. Modes: text, image (a first frame),"
                + " frames (a last frame, too), reference (pictures, videos or elements), edit (a video and a prompt),"
                + " and what the name says. A price is there where one is published; anywhere else it is unknown.");
        line("");
        families();
        vendors.forEach(this::vendor);
        return page.toString();
    }

    private void families() {
        line("## Families");
        line("");
        line("| family | modes | " + vendors.keySet().stream().map(NAMES::get).collect(Collectors.joining(" | "))
                + " | the family's own defaults |");
        line("|---|---|" + "---|".repeat(vendors.size()) + "---|");
        Families.all().stream()
                .sorted(Comparator.comparing(Family::id))
                .forEach(family ->
                        line("| `" + family.id() + "`" + also(family.aliases()) + " | " + modes(family) + " | "
                                + vendors.values().stream()
                                        .map(profiles -> members(profiles, family)
                                                .map(profile -> "`" + profile.slug() + "`")
                                                .collect(Collectors.joining("<br>")))
                                        .collect(Collectors.joining(" | "))
                                + " | " + defaults(family) + " |"));
        line("");
    }

    private String modes(Family family) {
        return vendors.values().stream()
                .flatMap(profiles -> members(profiles, family))
                .flatMap(profile -> profile.modes().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<ModelProfile> members(List<ModelProfile> profiles, Family family) {
        return profiles.stream().filter(profile -> profile.family().equals(Optional.of(family.id())));
    }

    private static String also(List<String> aliases) {
        return aliases.isEmpty()
                ? ""
                : "<br>also " + aliases.stream().map(alias -> "`" + alias + "`").collect(Collectors.joining(", "));
    }

    private static String defaults(Family family) {
        return family.defaults().entrySet().stream()
                .map(entry -> entry.getKey().key() + " " + shown(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        return value instanceof Duration length ? length.toSeconds() + " s" : value.toString();
    }

    private void vendor(String vendor, List<ModelProfile> profiles) {
        line("## " + NAMES.get(vendor));
        line("");
        line(profiles.size() + " models.");
        line("");
        line("| model | family | modes | seconds | resolution | aspect ratio | takes | options | price |");
        line("|---|---|---|---|---|---|---|---|---|");
        profiles.forEach(profile -> line("| `" + profile.slug() + "`" + also(profile.aliases())
                + (profile.produces().equals("image") ? "<br>makes pictures" : "")
                + " | " + profile.family().map(family -> "`" + family + "`").orElse("") + " | "
                + String.join(", ", profile.modes()) + " | "
                + values(profile, Field.DURATION) + " | "
                + values(profile, Field.RESOLUTION) + " | "
                + values(profile, Field.ASPECT_RATIO) + " | "
                + takes(profile) + " | "
                + options(profile) + " | "
                + profile.price()
                        .map(price -> "$" + price.usd().toPlainString() + " a "
                                + price.per().name().toLowerCase(Locale.ROOT) + " (" + price.date() + ")")
                        .orElse("")
                + " |"));
        line("");
    }

    private static String values(ModelProfile profile, Field field) {
        return profile.field(field.key()).map(ModelsPage::values).orElse("");
    }

    private static String values(FieldSpec spec) {
        String star = spec.isRequired() && spec.defaultValue().isEmpty() ? "\\*" : "";
        if (spec.values().isEmpty()) {
            String range = range(spec);
            return star
                    + range
                    + spec.defaultValue().map(value -> " **" + value + "**").orElse("");
        }
        Object usual = spec.defaultValue().orElse("");
        return star + consecutive(spec.values(), usual);
    }

    /** 3 to 15 rather than each of them. */
    private static String consecutive(List<Object> values, Object usual) {
        boolean run = values.size() > 4;
        for (int i = 1; i < values.size(); i++) {
            run &= values.get(i) instanceof Long next && values.get(i - 1) instanceof Long last && next == last + 1;
        }
        if (run) {
            return values.get(0) + " to " + values.get(values.size() - 1)
                    + (usual.equals("") ? "" : ", **" + usual + "**");
        }
        return values.stream()
                .map(value -> value.equals(usual) ? "**" + value + "**" : value.toString())
                .collect(Collectors.joining(" "));
    }

    private static String range(FieldSpec spec) {
        if (spec.min().isPresent() && spec.max().isPresent()) {
            return spec.min().get().toPlainString() + " to " + spec.max().get().toPlainString();
        }
        return spec.min()
                .map(min -> "from " + min.toPlainString())
                .or(() -> spec.max().map(max -> "up to " + max.toPlainString()))
                .orElse(spec.defaultValue().isPresent() ? "" : "any");
    }

    private static String takes(ModelProfile profile) {
        List<String> all = new ArrayList<>();
        for (FieldSpec spec : profile.fields()) {
            Optional<Field> field = spec.field();
            boolean plain = field.filter(TOLD::contains).isPresent();
            boolean limited = spec.maxLength().isPresent();
            boolean column = List.of(Field.DURATION, Field.RESOLUTION, Field.ASPECT_RATIO)
                    .contains(field.orElse(Field.DURATION));
            boolean prompt = field.equals(Optional.of(Field.PROMPT));
            if (!column && (!plain || limited || prompt || spec.isRequired())) {
                all.add(spec.name() + (spec.isRequired() ? "\\*" : "") + limits(spec));
            }
        }
        return String.join(", ", all);
    }

    private static String limits(FieldSpec spec) {
        if (spec.maxLength().isPresent()) {
            return " ≤ " + spec.maxLength().get();
        }
        if (spec.maxItems().isPresent()) {
            int least = spec.minItems().orElse(1);
            return " " + (least > 1 ? least + " to " : "≤ ") + spec.maxItems().get();
        }
        if (spec.wireNames().size() > 1) {
            return " ≤ " + spec.wireNames().size();
        }
        String range = spec.min().isPresent() || spec.max().isPresent() ? " " + range(spec) : "";
        return range
                + spec.defaultValue()
                        .filter(value -> !(value instanceof String text && text.length() > 20))
                        .map(value -> " **" + (value instanceof Boolean on ? (on ? "on" : "off") : value) + "**")
                        .orElse("");
    }

    private static String options(ModelProfile profile) {
        return profile.fields().stream()
                .filter(spec -> spec.field().isEmpty())
                .map(spec -> spec.name().replace("_", "\\_") + (spec.isRequired() ? "\\*" : ""))
                .collect(Collectors.joining(", "));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
