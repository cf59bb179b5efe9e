package io.videojob.testkit;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.Shot;
import io.videojob.catalog.FieldSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values to try fields with: all that a profile lists, both of a pair, the ends of a range. */
final class SampleValues {
    private static final String ALPHABET = "abcdefghij";

    private SampleValues() {}

    /** @param spec the profile's, null if it has no such field */
    static List<Object> of(Field field, @Nullable FieldSpec spec) {
        if (field.type() == Media.class) {
            return List.of(media(field, 0));
        }
        if (field == Field.SHOTS) {
            return List.of(
                    IntStream.range(0, items(spec)).mapToObj(i -> shot(i, spec)).toList());
        }
        if (field.type() == List.class) {
            return List.of(IntStream.range(0, items(spec))
                    .mapToObj(i -> field == Field.ELEMENTS ? element(i) : media(field, i))
                    .toList());
        }
        if (field.type() == Boolean.class) {
            return spec == null || spec.values().isEmpty() ? List.of(true, false) : spec.values();
        }
        if (field.type() == String.class) {
            return texts(field, spec);
        }
        return numbers(spec).stream().map(number -> as(field, number)).toList();
    }

    /** Of a field without a neutral meaning. */
    static List<Object> ofOption(FieldSpec spec) {
        return switch (spec.type()) {
            case BOOLEAN -> List.of(true, false);
            case INTEGER, NUMBER -> List.copyOf(numbers(spec));
            case URL -> List.of("https://example.com/contract.png");
            case URLS ->
                List.of(IntStream.range(0, items(spec))
                        .mapToObj(i -> "https://example.com/contract-" + i + ".png")
                        .toList());
            case OBJECT -> List.of(Map.of("contract", true));
            case LIST -> List.of(List.of("contract"));
            default -> spec.values().isEmpty() ? List.of("contract") : spec.values();
        };
    }

    private static List<Object> texts(Field field, @Nullable FieldSpec spec) {
        if (spec != null && !spec.values().isEmpty()) {
            return spec.values();
        }
        return switch (field) {
            case ASPECT_RATIO -> List.of("16:9");
            case RESOLUTION -> List.of("1080p");
            default -> List.of("a raccoon \"flies\"\n{0} ü 雪 \\");
        };
    }

    private static List<BigDecimal> numbers(@Nullable FieldSpec spec) {
        if (spec == null) {
            return List.of(new BigDecimal(5));
        }
        List<BigDecimal> all = new ArrayList<>();
        spec.values().forEach(value -> all.add(new BigDecimal(value.toString())));
        Stream.of(spec.min(), spec.max()).flatMap(Optional::stream).forEach(all::add);
        return all.isEmpty() ? List.of(new BigDecimal(5)) : List.copyOf(all);
    }

    private static Object as(Field field, BigDecimal number) {
        if (field.type() == Duration.class) {
            return Duration.ofMillis(number.movePointRight(3).longValueExact());
        }
        if (field.type() == BigDecimal.class) {
            return number;
        }
        return field.type() == Long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
    }

    private static int items(@Nullable FieldSpec spec) {
        return spec == null ? 1 : Math.max(1, spec.minItems().orElse(1));
    }

    private static Media media(Field field, int number) {
        String ending = switch (field) {
            case SOURCE_VIDEO, REFERENCE_VIDEOS -> ".mp4";
            case AUDIO -> ".mp3";
            default -> ".png";
        };
        return Media.url("https://example.com/" + field.key() + "-" + ALPHABET.charAt(number % 10) + ending);
    }

    private static Shot shot(int number, @Nullable FieldSpec spec) {
        String prompt = "shot " + ALPHABET.charAt(number % 10);
        return Optional.ofNullable(spec)
                .flatMap(FieldSpec::shotShape)
                .filter(shape -> shape.duration().isPresent())
                .map(shape -> Shot.of(
                        prompt, (Duration) as(Field.DURATION, shape.minSeconds().orElse(BigDecimal.ONE))))
                .orElseGet(() -> Shot.of(prompt));
    }

    private static Element element(int number) {
        String name = "https://example.com/element-" + ALPHABET.charAt(number % 10);
        return Element.of(name + "-front.png", name + "-side.png");
    }
}
