package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
            return spec.values().stream().map(value -> Plain.typed(type, value)).toList();
        }
        if (type == String.class) {
            return texts();
        }
        return numbers().stream().map(number -> Plain.typed(type, number)).toList();
    }

    /** The most characters of a shot's prompt, 0 if nobody says. */
    int promptLength() {
        return said.path("items")
                .path("properties")
                .path("prompt")
                .path("maxLength")
                .asInt();
    }

    boolean isList() {
        return said.path("type").asText().equals("array");
    }

    int most() {
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
                                    .map(Plain::of),
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
            default -> List.of(Plain.of(Plain.filled(said)));
        };
    }

    /** A list of an option, filled as the facts have it. */
    Object copies(int number) {
        Object item = Plain.of(Plain.filled(said.path("items")));
        return Collections.nCopies(number, item);
    }

    private List<Object> texts() {
        if (said.has("examples")) {
            Stream<Object> examples = StreamSupport.stream(said.path("examples").spliterator(), false)
                    .map(Plain::of);
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
    BigDecimal fromWire(BigDecimal number) {
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
        return new BadSamples(this, spec, said).all();
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

    Media bytes() {
        return Media.bytes(kind() + "/x", new byte[] {1});
    }

    List<Object> withBytes() {
        List<Object> items =
                new ArrayList<>(items(Math.max(1, said.path("minItems").asInt(1))));
        items.set(0, bytes());
        return items;
    }

    List<Object> items(int number) {
        Field field = spec.field().orElseThrow();
        IntFunction<Object> item = field == Field.ELEMENTS
                ? i -> Element.of(link(2 * i), link(2 * i + 1))
                : field == Field.SHOTS ? this::shot : this::media;
        return IntStream.range(0, number).mapToObj(item).toList();
    }

    private Object shot(int number) {
        return shot("shot " + number);
    }

    Object shot(String prompt) {
        return spec.shotShape()
                .filter(shape -> shape.duration().isPresent())
                .map(shape -> Shot.of(prompt, (Duration)
                        Plain.typed(Duration.class, shape.minSeconds().orElse(BigDecimal.valueOf(2)))))
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

    String ending() {
        return Map.of("video", "mp4", "audio", "mp3", "image", "png").get(kind());
    }
}
