package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.VideoRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Moves durations, resolutions and aspect ratios to the nearest values that a model takes, never over a constraint.
 *
 * <p>Near is: durations by seconds, resolutions by lines ({@code 1K} as 540), aspect ratios by the logarithm of width to
 * height, so that 16:9 is as far from 1:1 as 9:16 is. Of two that are equally near the lower (shorter, smaller, narrower)
 * is taken. Of several ways around a constraint, the one that moves the fewest fields; of these, the one that moves the
 * duration rather than the resolution, and the resolution rather than the aspect ratio.
 */
final class Adjuster {
    private static final List<Field> FIRST_TO_MOVE = List.of(Field.DURATION, Field.RESOLUTION, Field.ASPECT_RATIO);
    private static final Pattern RATIO =
            Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,5})?):([0-9]{1,5}(?:\\.[0-9]{1,5})?)");
    private static final Pattern LINES = Pattern.compile("([0-9]{1,5})([pk])");
    private static final int LINES_PER_K = 540;
    private static final int MOST_CANDIDATES = 1000;
    private static final double SAME = 1e-9;

    private final VideoRequest request;
    private final ModelProfile profile;
    private final RequestFacts facts;

    Adjuster(VideoRequest request, ModelProfile profile, RequestFacts facts) {
        this.request = request;
        this.profile = profile;
        this.facts = facts;
    }

    /** True if near and far mean something for that value of that field. */
    static boolean canMove(Field field, Object plain) {
        return FIRST_TO_MOVE.contains(field) && measure(field, plain).isPresent();
    }

    /** New plain values for the fields that have to move. */
    Map<Field, Object> moves() {
        List<Way> ways = List.of(new Way(Map.of(), 0));
        for (Field field : FIRST_TO_MOVE) {
            ways = with(ways, field);
        }
        // Where every way breaks a constraint, the constraint is told of the values that break the fewest.
        return ways.stream()
                .min(Comparator.comparingLong(this::broken)
                        .thenComparingInt(way -> way.moves().size())
                        .thenComparingLong(Way::reluctance))
                .map(Way::moves)
                .orElse(Map.of());
    }

    /** Fields that move, and how unwelcome that is: first for the last of {@link #FIRST_TO_MOVE}. */
    private record Way(Map<Field, Object> moves, long reluctance) {}

    private List<Way> with(List<Way> ways, Field field) {
        Optional<FieldSpec> spec = profile.field(field.key());
        Optional<Object> wanted = request.get(field).map(Values::plain);
        if (spec.isEmpty() || wanted.isEmpty()) {
            return ways;
        }
        boolean staysPossible = !WireWriter.write(spec.get(), wanted.get()).isRefused();
        List<Object> nearest = nearest(spec.get(), field, wanted.get());
        long reluctance = (long) Math.pow(MOST_CANDIDATES, FIRST_TO_MOVE.indexOf(field));
        List<Way> all = new ArrayList<>();
        for (Way way : ways) {
            if (staysPossible || nearest.isEmpty()) {
                all.add(way);
            }
            for (int rank = 0; rank < nearest.size(); rank++) {
                Map<Field, Object> moves = new EnumMap<>(Field.class);
                moves.putAll(way.moves());
                moves.put(field, nearest.get(rank));
                all.add(new Way(moves, way.reluctance() + (rank + 1) * reluctance));
            }
        }
        return all;
    }

    /** The values that the field may move to, the nearest first; none if there is no way to compare. */
    private List<Object> nearest(FieldSpec spec, Field field, Object wanted) {
        OptionalDouble from = measure(field, wanted);
        if (from.isEmpty()) {
            return List.of();
        }
        return candidates(spec, wanted)
                .filter(value -> measure(field, value).isPresent() && !Values.same(value, wanted))
                .sorted(Comparator.<Object>comparingDouble(value -> distance(field, value, from.getAsDouble()))
                        .thenComparingDouble(value -> measure(field, value).orElse(0)))
                .limit(profile.constraints().isEmpty() ? 1 : Long.MAX_VALUE)
                .toList();
    }

    private static Stream<Object> candidates(FieldSpec spec, Object wanted) {
        if (!spec.values().isEmpty()) {
            return spec.values().stream();
        }
        return wanted instanceof Number ? wholeNumbersAround(spec, Values.number(wanted)) : Stream.empty();
    }

    private static Stream<Object> wholeNumbersAround(FieldSpec spec, BigDecimal wanted) {
        BigDecimal least = spec.min().orElse(BigDecimal.ONE).setScale(0, RoundingMode.CEILING);
        BigDecimal most = spec.max().orElse(wanted.max(least)).setScale(0, RoundingMode.FLOOR);
        long middle = wanted.max(least).min(most).longValue();
        return LongStream.rangeClosed(
                        Math.max(least.longValue(), middle - MOST_CANDIDATES / 2),
                        Math.min(most.longValue(), middle + MOST_CANDIDATES / 2 - 1))
                .boxed()
                .map(Object.class::cast);
    }

    private static double distance(Field field, Object value, double from) {
        double distance = Math.abs(measure(field, value).orElse(Double.MAX_VALUE) - from);
        // Logarithms of 16/9 and 9/16 differ in the last digit.
        return field == Field.ASPECT_RATIO ? Math.round(distance / SAME) * SAME : distance;
    }

    private static OptionalDouble measure(Field field, Object value) {
        if (value instanceof Number) {
            return OptionalDouble.of(Values.number(value).doubleValue());
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        if (field == Field.ASPECT_RATIO) {
            Matcher ratio = RATIO.matcher(text);
            return ratio.matches() && isPositive(ratio.group(1)) && isPositive(ratio.group(2))
                    ? OptionalDouble.of(
                            Math.log(Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2))))
                    : OptionalDouble.empty();
        }
        Matcher lines = LINES.matcher(text);
        return lines.matches()
                ? OptionalDouble.of(
                        Integer.parseInt(lines.group(1)) * (lines.group(2).equals("k") ? (double) LINES_PER_K : 1))
                : OptionalDouble.empty();
    }

    private static boolean isPositive(String number) {
        return new BigDecimal(number).signum() > 0;
    }

    private long broken(Way way) {
        RequestFacts then = facts.with(way.moves());
        return profile.constraints().stream()
                .filter(constraint -> constraint.check(then).isPresent())
                .count();
    }
}
