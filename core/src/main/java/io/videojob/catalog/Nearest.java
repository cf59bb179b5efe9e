package io.videojob.catalog;

import io.videojob.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names that a mistyped one probably means. */
public final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    /** Up to three of the known names that are few keystrokes away from this one, the nearest first. */
    public static List<String> to(String name, Collection<String> known) {
        int tolerated = Math.max(2, name.length() / 3);
        return known.stream()
                .distinct()
                .map(candidate -> new Scored(candidate, distance(name, candidate)))
                .filter(scored -> scored.distance() <= tolerated)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(AT_MOST)
                .map(Scored::name)
                .toList();
    }

    /** "did you mean a or b?", else all there is. */
    static String hint(String name, Collection<String> known) {
        List<String> near = to(name, known);
        return near.isEmpty()
                ? "there is " + String.join(", ", known)
                : "did you mean " + String.join(" or ", near) + "?";
    }

    static List<String> fieldNames() {
        return Stream.of(Field.values()).map(Field::key).toList();
    }

    private record Scored(String name, int distance) {}

    /** Levenshtein's distance, blind to case and to which separator stands between words. */
    private static int distance(String one, String other) {
        String a = normal(one);
        String b = normal(other);
        int[] previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_/ .]", "-");
    }
}
