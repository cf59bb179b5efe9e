package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The families that this library knows, from its resource {@code families.json}. Read when first asked for. */
public final class Families {
    private static final String RESOURCE = "families.json";

    private Families() {}

    /** Every family. */
    public static List<Family> all() {
        return Holder.ALL;
    }

    /** The family of that id or alias. */
    public static Optional<Family> find(String idOrAlias) {
        requireNonNull(idOrAlias, "idOrAlias");
        return Optional.ofNullable(Holder.BY_NAME.get(idOrAlias));
    }

    static List<Family> parse(String json, String file) {
        List<Family> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonFields item :
                JsonFields.read(json, file).only(Set.of("families")).objects("families")) {
            Family family = family(item.as(file + ": " + item.text("id")));
            all.add(family);
            List<String> own = new ArrayList<>(family.aliases());
            own.add(family.id());
            own.stream().filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
                throw new JsonException(file + ": " + family.id() + ": another family is called " + twice + ", too");
            });
        }
        return List.copyOf(all);
    }

    private static Family family(JsonFields json) {
        json.only(Set.of("id", "aliases", "produces", "defaults", "why", "mediaOrder"));
        if (!ProfileRules.PRODUCTS.contains(json.text("produces"))) {
            throw new JsonException(json.where() + " produces " + json.text("produces"));
        }
        return Family.of(
                json.text("id"), json.texts("aliases"), json.text("produces"), defaults(json), mediaOrder(json));
    }

    private static Map<Field, Object> defaults(JsonFields json) {
        Map<Field, Object> all = new EnumMap<>(Field.class);
        json.map("defaults").forEach((name, value) -> {
            Field field = ProfileReader.field(json.where() + ".defaults", name);
            Object typed = typed(field, value);
            if (!field.type().isInstance(typed)) {
                throw new JsonException(json.where() + ".defaults." + name + " is no "
                        + field.type().getSimpleName());
            }
            all.put(field, typed);
        });
        return all;
    }

    private static @Nullable Object typed(Field field, @Nullable Object value) {
        if (field.type() == Duration.class && value instanceof Number seconds) {
            return Duration.ofMillis(
                    Values.number(seconds).multiply(BigDecimal.valueOf(1000)).longValueExact());
        }
        return field.type() == Integer.class && value instanceof Long number ? Math.toIntExact(number) : value;
    }

    private static Map<String, List<Field>> mediaOrder(JsonFields json) {
        Map<String, List<Field>> all = new LinkedHashMap<>();
        json.optionalObject("mediaOrder").ifPresent(order -> {
            order.only(MediaReferences.KINDS);
            order.names()
                    .forEach(kind -> all.put(
                            kind,
                            order.texts(kind).stream()
                                    .map(name -> ProfileReader.field(order.where(), name))
                                    .toList()));
        });
        return all;
    }

    private static final class Holder {
        static final List<Family> ALL = parse(Profiles.text(Families.class, RESOURCE), RESOURCE);
        static final Map<String, Family> BY_NAME = byName();

        private static Map<String, Family> byName() {
            Map<String, Family> all = new HashMap<>();
            for (Family family : ALL) {
                all.put(family.id(), family);
                family.aliases().forEach(alias -> all.put(alias, family));
            }
            return all;
        }
    }
}
