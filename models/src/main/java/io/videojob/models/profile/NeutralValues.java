package io.videojob.models.profile;

import io.videojob.Field;
import io.videojob.models.facts.WireField;
import io.videojob.models.json.Json;
import io.videojob.models.meaning.Meaning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A vendor's values of one field as neutral ones: its words, numbers that it writes as text, seconds with their unit. */
final class NeutralValues {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)([a-z]*)");

    private final Meaning meaning;

    NeutralValues(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The neutral value; empty for a vendor's word that no neutral value can say. */
    Optional<Object> of(@Nullable Object written) {
        if (written == null) {
            return Optional.empty();
        }
        Class<?> type = meaning.field().type();
        Object neutral = Objects.requireNonNullElse(meaning.words().get(written.toString()), written);
        if (meaning.frames().isPresent()) {
            return seconds(new BigDecimal(neutral.toString()), null);
        }
        if (type == Boolean.class) {
            return Optional.of(neutral).filter(Boolean.class::isInstance);
        }
        if (type == Duration.class || Number.class.isAssignableFrom(type)) {
            Matcher number = NUMBER.matcher(neutral.toString());
            return number.matches() ? Optional.of(Json.parse(number.group(1))) : Optional.empty();
        }
        return Optional.of(neutral);
    }

    /** The neutral values of these. */
    List<Object> all(List<?> written) {
        return written.stream().flatMap(value -> of(value).stream()).toList();
    }

    /** A limit of the vendor's; in frames, rounded to whole seconds that way. */
    Optional<Object> limit(@Nullable Object written, RoundingMode rounding) {
        return written == null || meaning.frames().isEmpty()
                ? Optional.ofNullable(written)
                : seconds(new BigDecimal(written.toString()), rounding);
    }

    /** What is written for neutral values that the vendor calls otherwise. */
    Map<String, Object> wireValues() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object written : meaning.wire().values()) {
            Object neutral = meaning.words().get(written.toString());
            if (neutral != null && of(written).isPresent() && !neutral.equals(written)) {
                all.put(neutral.toString(), written);
            }
        }
        return all;
    }

    /** What follows the number in every value, such as {@code s}. */
    String suffix() {
        WireField wire = meaning.wire();
        if (meaning.field() != Field.DURATION || !wire.type().equals("string") || wire.values().isEmpty()) {
            return "";
        }
        Matcher first = NUMBER.matcher(wire.values().get(0).toString());
        return first.matches() ? first.group(2) : "";
    }

    private Optional<Object> seconds(BigDecimal frames, @Nullable RoundingMode rounding) {
        Map<String, Object> counted = meaning.frames().orElseThrow();
        BigDecimal net = frames.subtract(new BigDecimal(counted.getOrDefault("plus", 0).toString()));
        BigDecimal perSecond = new BigDecimal(String.valueOf(counted.get("perSecond")));
        if (rounding != null) {
            return Optional.of(net.divide(perSecond, 0, rounding).longValueExact());
        }
        BigDecimal[] whole = net.divideAndRemainder(perSecond);
        return whole[1].signum() == 0 ? Optional.of(whole[0].longValueExact()) : Optional.empty();
    }
}
