package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.Price;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a {@link ModelProfile} of its JSON. Strict: what it doesn't know, it refuses. */
final class ProfileReader {
    private static final Set<String> KEYS = Set.of(
            "slug",
            "aliases",
            "family",
            "produces",
            "modes",
            "source",
            "runs",
            "createTimeout",
            "price",
            "ends",
            "hints",
            "fields",
            "options",
            "constraints",
            "mediaNames");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(60);

    private ProfileReader() {}

    static ModelProfile read(JsonFields json) {
        json.only(KEYS);
        ModelProfile.Builder profile = ModelProfile.builder(json.text("slug"))
                .aliases(json.texts("aliases"))
                .family(json.optionalText("family").orElse(null))
                .produces(json.text("produces"))
                .source(json.text("source"))
                .modes(json.texts("modes"))
                .hints(json.textMap("hints"))
                .fields(fields(json))
                .constraints(json.objects("constraints").stream()
                        .map(ConstraintReader::read)
                        .toList())
                .mediaNames(mediaNames(json))
                .price(json.optionalObject("price").map(ProfileReader::price).orElse(null));
        JsonFields runs = json.object("runs").only(Set.of("usual", "longest", "source"));
        // Not kept, but asked for: a run time is a fact with a source like any other.
        runs.text("source");
        profile.runs(time(runs, "usual"), time(runs, "longest"));
        profile.createTimeout(createTimeout(json));
        json.optionalObject("ends").ifPresent(ends -> {
            ends.only(Set.of("on", "replacedBy", "source")).text("source");
            profile.ends(day(ends), ends.optionalText("replacedBy").orElse(null));
        });
        json.optionalText("family").flatMap(Families::find).ifPresent(family -> {
            if (!family.produces().equals(json.text("produces"))) {
                throw new JsonException(json.where() + ".produces is " + json.text("produces") + ", but its family "
                        + family + " makes " + family.produces());
            }
        });
        return at(json.where(), profile::build);
    }

    private static LocalDate day(JsonFields ends) {
        try {
            return LocalDate.parse(ends.text("on"));
        } catch (DateTimeParseException e) {
            throw new JsonException(ends.where() + ".on is no day such as 2027-01-31", e);
        }
    }

    static Duration createTimeout(JsonFields json) {
        return json.has("createTimeout") ? time(json, "createTimeout") : CREATE_TIMEOUT;
    }

    private static List<FieldSpec> fields(JsonFields json) {
        List<FieldSpec> all = new ArrayList<>();
        JsonFields neutral = json.object("fields");
        for (String name : neutral.names()) {
            all.add(FieldReader.neutral(field(neutral.where(), name), neutral.object(name)));
        }
        json.optionalObject("options")
                .ifPresent(options ->
                        options.names().forEach(name -> all.add(FieldReader.option(name, options.object(name)))));
        return all;
    }

    private static Map<String, MediaNaming> mediaNames(JsonFields json) {
        Map<String, MediaNaming> all = new LinkedHashMap<>();
        json.optionalObject("mediaNames").ifPresent(names -> {
            for (String kind : names.names()) {
                JsonFields naming = names.object(kind).only(Set.of("counts", "writes", "note"));
                List<Field> counts = naming.texts("counts").stream()
                        .map(name -> field(naming.where(), name))
                        .toList();
                all.put(
                        kind,
                        at(
                                naming.where(),
                                () -> MediaNaming.of(counts, naming.text("writes"))
                                        .withNote(naming.optionalText("note").orElse(null))));
            }
        });
        return all;
    }

    private static Price price(JsonFields json) {
        json.only(Set.of("usd", "per", "source", "date"));
        Price.Per per = Stream.of(Price.Per.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(json.text("per")))
                .findFirst()
                .orElseThrow(() ->
                        new JsonException(json.where() + ".per is \"" + json.text("per") + "\", not second or result"));
        try {
            LocalDate date = LocalDate.parse(json.text("date"));
            return at(json.where(), () -> Price.of(json.number("usd"), per, json.text("source"), date));
        } catch (DateTimeParseException e) {
            throw new JsonException(json.where() + ".date is no day such as 2026-01-31", e);
        }
    }

    /** The neutral field of that name. */
    static Field field(String where, String name) {
        return Field.byKey(name)
                .orElseThrow(() -> new JsonException(where + " has \"" + name + "\", which is no neutral field; "
                        + Nearest.hint(name, Nearest.fieldNames())));
    }

    private static Duration time(JsonFields json, String name) {
        Matcher time = TIME.matcher(json.text(name));
        if (!time.matches()) {
            throw new JsonException(
                    json.where() + "." + name + " is \"" + json.text(name) + "\", not a time such as 90s or 30m");
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** What {@code made} makes; a contradiction is told with the place. */
    static <T> T at(String where, Supplier<T> made) {
        try {
            return made.get();
        } catch (JsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new JsonException(where + ": " + e.getMessage(), e);
        }
    }
}
