package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.catalog.FieldSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Values that the facts exclude, each with what is wrong about it. */
final class BadSamples {
    private final Samples samples;
    private final FieldSpec spec;
    private final JsonNode said;

    BadSamples(Samples samples, FieldSpec spec, JsonNode said) {
        this.samples = samples;
        this.spec = spec;
        this.said = said;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional<Field> field = spec.field();
        Class<?> type = field.<Class<?>>map(Field::type).orElse(Object.class);
        boolean numeric = type == Duration.class || Number.class.isAssignableFrom(type);
        boolean lengthsAsText =
                type == Duration.class && !said.path("type").asText().equals("number");
        if (said.has("enum")) {
            if (numeric || (field.isEmpty() && !said.path("type").asText().equals("string"))) {
                all.put("not listed", Plain.typed(type, unlisted()));
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
                    Plain.typed(
                            type,
                            samples.fromWire(said.path("maximum").decimalValue())
                                    .add(BigDecimal.ONE)));
        }
        if (said.has("minimum")) {
            BigDecimal less =
                    samples.fromWire(said.path("minimum").decimalValue()).subtract(BigDecimal.ONE);
            all.put("too small", Plain.typed(type, less));
        }
        if (spec.field().filter(f -> f == Field.SHOTS).isPresent() && samples.promptLength() > 0) {
            all.put("too long", List.of(samples.shot("x".repeat(samples.promptLength() + 1))));
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
            if (spec.wireNames().size() > 1 || said.has("maxItems") || !samples.isList()) {
                all.put("too many", samples.items(samples.most() + 1));
            }
            if (said.path("minItems").asInt() > 1) {
                all.put("too few", samples.items(said.path("minItems").asInt() - 1));
            }
        }
        boolean inline = said.toString().contains("\"x-inline\":true");
        if (links && !inline && type == Media.class) {
            all.put("inline", samples.bytes());
        }
        if (links
                && !inline
                && type == List.class
                && spec.field().filter(f -> f != Field.ELEMENTS).isPresent()) {
            all.put("inline", samples.withBytes());
        }
        if (spec.field().isEmpty()) {
            badOptions(links, inline, all);
        }
        if (links && type == Media.class) {
            all.put("at home", Media.url("https://localhost/a." + samples.ending()));
        }
    }

    private void badOptions(boolean links, boolean inline, Map<String, Object> all) {
        if (samples.isList()) {
            if (said.has("maxItems")) {
                all.put("too many", samples.copies(samples.most() + 1));
            }
            if (said.path("minItems").asInt() > 1) {
                all.put("too few", samples.copies(said.path("minItems").asInt() - 1));
            }
            if (said.path("items").has("format") && !inline) {
                all.put("inline", List.of(samples.bytes().uri()));
            }
        } else if (said.has("format")) {
            all.put("no link", "raccoon");
            if (links && !inline) {
                all.put("inline", samples.bytes().uri());
            }
        }
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
                .map(value -> samples.fromWire(new BigDecimal(value.asText().replaceAll("[^0-9.]", ""))))
                .toList();
        return LongStream.range(Math.max(1, least()), least() + 1000)
                .mapToObj(BigDecimal::valueOf)
                .filter(number -> listed.stream().noneMatch(other -> other.compareTo(number) == 0))
                .findFirst()
                .orElseThrow();
    }

    private long least() {
        return said.has("minimum")
                ? samples.fromWire(said.path("minimum").decimalValue()).longValue()
                : 1;
    }
}
