package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.Shot;
import io.videojob.catalog.FieldSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values to try a field with: those that fit by the facts, and those that don't. */
final class Samples {
    private static final int MANY = 3;

    private final FieldSpec spec;
    private final JsonNode said;

    private Samples(FieldSpec spec, JsonNode said) {
        this.spec = spec;
        this.said = said;
    }

    /** Of a field of the profile, of which the facts say this. */
    static Samples of(FieldSpec spec, JsonNode said) {
        return new Samples(spec, said);
    }

    /** Each listed value, both ends of a range, the fewest and the most items: as a request would set them. */
    List<Object> good() {
        Optional<Field> field = spec.field();
        if (field.isEmpty()) {
            return goodOptions();
        }
        Class<?> type = field.get().type();
        if (type == Media.class) {
            return List.of(media(0));
        }
        if (type == List.class) {
            int most = most();
            if (field.get() == Field.SHOTS && promptLength() > 0) {
                return List.of(items(most), List.of(shot("x".repeat(promptLength()))));
            }
            return Stream.of(Math.max(1, said.path("minItems").asInt(1)), most)
                    .distinct()
                    .map(this::items)
                    .map(Object.class::cast)
                    .toList();
        }
        if (type == Boolean.class) {
            return spec.values().isEmpty() ? List.of(true, false) : spec.values();
        }
        if (!spec.values().isEmpty()) {
            return spec.values().stream().map(value -> typed(type, value)).toList();
        }
        if (type == String.class) {
            return texts();
        }
        return numbers().stream().map(number -> typed(type, number)).toList();
    }

    /** The most characters of a shot's prompt, 0 if nobody says. */
    private int promptLength() {
        return said.path("items")
                .path("properties")
                .path("prompt")
                .path("maxLength")
                .asInt();
    }

    private boolean isList() {
        return said.path("type").asText().equals("array");
    }

    private int most() {
        if (spec.wireNames().size() > 1) {
            return spec.wireNames().size();
        }
        return isList()
                ? said.path("maxItems").asInt(MANY)
                : said.path("maxItems").asInt(1);
    }

    /** One that fits, of a kind: the more items the better. */
    Object some() {
        List<Object> all = good();
        return all.get(all.size() - 1);
    }

    private List<Object> goodOptions() {
        if (said.has("enum")) {
            return Stream.concat(
                            StreamSupport.stream(said.path("enum").spliterator(), false)
                                    .map(Samples::plain),
                            spec.values().stream())
                    .distinct()
                    .toList();
        }
        return switch (said.path("type").asText()) {
            case "boolean" -> List.of(true, false);
            case "integer", "number" -> List.copyOf(numbers());
            case "string" -> said.has("format") ? List.of(media(0).uri()) : texts();
            case "array" ->
                Stream.of(Math.max(1, said.path("minItems").asInt(1)), most())
                        .distinct()
                        .map(this::copies)
                        .toList();
            default -> List.of(plain(filled(said)));
        };
    }

    /** A list of an option, filled as the facts have it. */
    private Object copies(int number) {
        Object item = plain(filled(said.path("items")));
        return Collections.nCopies(number, item);
    }

    private List<Object> texts() {
        if (said.has("examples")) {
            Stream<Object> examples = StreamSupport.stream(said.path("examples").spliterator(), false)
                    .map(Samples::plain);
            return Stream.concat(examples, Stream.of("another")).toList();
        }
        if (said.has("maxLength")) {
            return List.of("a raccoon", "x".repeat(said.path("maxLength").asInt()));
        }
        return List.of("a raccoon");
    }

    private List<BigDecimal> numbers() {
        List<BigDecimal> ends = Stream.of("minimum", "maximum")
                .filter(said::has)
                .map(end -> said.path(end).decimalValue())
                .map(this::fromWire)
                .distinct()
                .toList();
        if (!said.path("type").asText().equals("number")
                || spec.field()
                        .filter(f -> f != Field.GUIDANCE && f != Field.DURATION)
                        .isPresent()) {
            return ends.isEmpty() ? List.of(BigDecimal.valueOf(5)) : ends;
        }
        BigDecimal between = ends.size() < 2
                ? new BigDecimal("2.5")
                : ends.get(0).add(ends.get(1)).divide(BigDecimal.valueOf(2));
        return Stream.concat(ends.stream(), Stream.of(between)).toList();
    }

    /** Frames as seconds, towards what fits; everything else as it is. */
    private BigDecimal fromWire(BigDecimal number) {
        return spec.frames()
                .map(frames -> number.subtract(BigDecimal.valueOf(frames.plus()))
                        .divide(
                                BigDecimal.valueOf(frames.perSecond()),
                                0,
                                number.compareTo(said.path("minimum").decimalValue()) == 0
                                        ? RoundingMode.CEILING
                                        : RoundingMode.FLOOR))
                .orElse(number);
    }

    /** Values that the facts exclude, with what is wrong about each. */
    Map<String, Object> bad() {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional<Field> field = spec.field();
        Class<?> type = field.<Class<?>>map(Field::type).orElse(Object.class);
        boolean numeric = type == Duration.class || Number.class.isAssignableFrom(type);
        boolean lengthsAsText =
                type == Duration.class && !said.path("type").asText().equals("number");
        if (said.has("enum")) {
            if (numeric || (field.isEmpty() && !said.path("type").asText().equals("string"))) {
                all.put("not listed", typed(type, unlisted()));
            } else if (type != Boolean.class) {
                all.put("not listed", "no-such-value");
            }
        } else if (said.path("type").asText().equals("integer") && (type == Object.class || type == BigDecimal.class)) {
            all.put("not whole", new BigDecimal("1.5"));
        } else if (lengthsAsText) {
            all.put("not whole", Duration.ofMillis(1000 * least() + 501));
        }
        if (said.has("maximum")) {
            all.put(
                    "too great",
                    typed(type, fromWire(said.path("maximum").decimalValue()).add(BigDecimal.ONE)));
        }
        if (said.has("minimum")) {
            BigDecimal less = fromWire(said.path("minimum").decimalValue()).subtract(BigDecimal.ONE);
            all.put("too small", typed(type, less));
        }
        if (spec.field().filter(f -> f == Field.SHOTS).isPresent() && promptLength() > 0) {
            all.put("too long", List.of(shot("x".repeat(promptLength() + 1))));
        }
        if (said.has("maxLength")) {
            all.put("too long", "x".repeat(said.path("maxLength").asInt() + 1));
        }
        badMedia(type, all);
        if (field.isEmpty()) {
            all.put("of another type", otherType());
        }
        return all;
    }

    private void badMedia(Class<?> type, Map<String, Object> all) {
        boolean links = said.toString().contains("\"format\":\"uri\"") || type == Media.class;
        if (type == List.class) {
            if (spec.wireNames().size() > 1 || said.has("maxItems") || !isList()) {
                all.put("too many", items(most() + 1));
            }
            if (said.path("minItems").asInt() > 1) {
                all.put("too few", items(said.path("minItems").asInt() - 1));
            }
        }
        boolean inline = said.toString().contains("\"x-inline\":true");
        if (links && !inline && type == Media.class) {
            all.put("inline", bytes());
        }
        if (links
                && !inline
                && type == List.class
                && spec.field().filter(f -> f != Field.ELEMENTS).isPresent()) {
            all.put("inline", withBytes());
        }
        if (spec.field().isEmpty()) {
            badOptions(links, inline, all);
        }
        if (links && type == Media.class) {
            all.put("at home", Media.url("https://localhost/a." + ending()));
        }
    }

    private void badOptions(boolean links, boolean inline, Map<String, Object> all) {
        if (isList()) {
            if (said.has("maxItems")) {
                all.put("too many", copies(most() + 1));
            }
            if (said.path("minItems").asInt() > 1) {
                all.put("too few", copies(said.path("minItems").asInt() - 1));
            }
            if (said.path("items").has("format") && !inline) {
                all.put("inline", List.of(bytes().uri()));
            }
        } else if (said.has("format")) {
            all.put("no link", "raccoon");
            if (links && !inline) {
                all.put("inline", bytes().uri());
            }
        }
    }

    /** A value that only the data URI makes good. */
    Optional<Object> inline() {
        if (!said.toString().contains("\"x-inline\":true")
                || spec.field().filter(f -> f == Field.ELEMENTS).isPresent()) {
            return Optional.empty();
        }
        if (spec.field().isPresent()) {
            return Optional.of(spec.field().get().type() == List.class ? withBytes() : bytes());
        }
        if (said.path("items").has("format")) {
            return Optional.of(
                    Collections.nCopies(Math.max(1, said.path("minItems").asInt(1)), bytes().uri()));
        }
        return said.has("format") ? Optional.of(bytes().uri()) : Optional.empty();
    }

    private Media bytes() {
        return Media.bytes(kind() + "/x", new byte[] {1});
    }

    private List<Object> withBytes() {
        List<Object> items =
                new ArrayList<>(items(Math.max(1, said.path("minItems").asInt(1))));
        items.set(0, bytes());
        return items;
    }

    private Object otherType() {
        return switch (said.path("type").asText()) {
            case "string" -> 7L;
            case "" -> true;
            default -> "no-such-value";
        };
    }

    private BigDecimal unlisted() {
        List<BigDecimal> listed = StreamSupport.stream(said.path("enum").spliterator(), false)
                .map(value -> fromWire(new BigDecimal(value.asText().replaceAll("[^0-9.]", ""))))
                .toList();
        return LongStream.range(Math.max(1, least()), least() + 1000)
                .mapToObj(BigDecimal::valueOf)
                .filter(number -> listed.stream().noneMatch(other -> other.compareTo(number) == 0))
                .findFirst()
                .orElseThrow();
    }

    private long least() {
        return said.has("minimum")
                ? fromWire(said.path("minimum").decimalValue()).longValue()
                : 1;
    }

    private List<Object> items(int number) {
        Field field = spec.field().orElseThrow();
        IntFunction<Object> item = field == Field.ELEMENTS
                ? i -> Element.of(link(2 * i), link(2 * i + 1))
                : field == Field.SHOTS ? this::shot : this::media;
        return IntStream.range(0, number).mapToObj(item).toList();
    }

    private Object shot(int number) {
        return shot("shot " + number);
    }

    private Object shot(String prompt) {
        return spec.shotShape()
                .filter(shape -> shape.duration().isPresent())
                .map(shape -> Shot.of(prompt, (Duration)
                        typed(Duration.class, shape.minSeconds().orElse(BigDecimal.valueOf(2)))))
                .orElseGet(() -> Shot.of(prompt));
    }

    private Media media(int number) {
        return Media.url(link(number));
    }

    private String link(int number) {
        return "https://example.com/" + spec.wireName() + "-" + number + "." + ending();
    }

    private String kind() {
        String name = spec.field().map(Field::key).orElse(spec.wireName()).toLowerCase(Locale.ROOT);
        return name.contains("video") ? "video" : name.contains("audio") ? "audio" : "image";
    }

    private String ending() {
        return Map.of("video", "mp4", "audio", "mp3", "image", "png").get(kind());
    }

    private static Object typed(Class<?> type, Object plain) {
        if (!(plain instanceof Number)) {
            return plain;
        }
        BigDecimal number = new BigDecimal(plain.toString());
        if (type == Duration.class) {
            return Duration.ofMillis(number.movePointRight(3).longValue());
        }
        if (type == Integer.class) {
            return number.intValue();
        }
        return type == Long.class ? (Object) number.longValue() : number;
    }

    /** Something that fits a schema, with what it requires and no more, or with all where nothing is. */
    private static JsonNode filled(JsonNode schema) {
        ObjectMapper json = Facts.JSON;
        JsonNode first = schema.path("anyOf").path(0).isMissingNode()
                ? schema.path("oneOf").path(0)
                : schema.path("anyOf").path(0);
        if (!first.isMissingNode()) {
            return filled(first);
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> {
                var object = json.createObjectNode();
                List<String> required = new ArrayList<>();
                schema.path("required").forEach(name -> required.add(name.asText()));
                schema.path("properties").properties().stream()
                        .filter(property -> required.isEmpty() || required.contains(property.getKey()))
                        .forEach(property -> object.set(property.getKey(), filled(property.getValue())));
                yield object;
            }
            case "array" -> {
                var array = json.createArrayNode();
                int items = Math.max(1, schema.path("minItems").asInt(1));
                IntStream.range(0, items).forEach(i -> array.add(filled(schema.path("items"))));
                yield array;
            }
            case "integer", "number" ->
                json.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            default ->
                json.getNodeFactory()
                        .textNode(schema.path("format").asText().equals("uri") ? "https://example.com/a.png" : "a");
        };
    }

    private static Object plain(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? node.decimalValue() : Facts.JSON.convertValue(node, Object.class);
    }
}
