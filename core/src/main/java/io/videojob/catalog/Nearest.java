package io.videojob.catalog;

import io.videojob.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that a mistyped one probably means. */
public final class Nearest {
    private static final int AT_MOST = 3;
    private static final int READABLE = 40;
    private static final int LONG = 1000;
    private static final int MANY = 1000;
    private static final Pattern SEPARATOR = Pattern.compile("[_/ .]");
    private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+");

    private Nearest() {}

    /** Up to three of the known names that are few keystrokes away from this one, the nearest first. */
    public static List<String> to(String name, Collection<String> known) {
        String wanted = normal(name);
        return best(known, candidate -> distance(wanted, normal(candidate)), Math.max(2, name.length() / 3));
    }

    /** Up to three of the known names that have the words of this one, or all but one: kling-video/v2.6/pro for "kling 2.6". */
    static List<String> like(String name, Collection<String> known) {
        List<String> words = words(normal(name)).toList();
        int missing = words.size() > 2 ? 1 : 0;
        return best(
                known, candidate -> missing(words, candidate) * LONG + candidate.length(), (missing + 1) * LONG - 1);
    }

    /** How many of the words a name lacks; numbers must be there whole, so that 2 isn't found in 25. */
    private static int missing(List<String> words, String candidate) {
        List<String> there = words(normal(candidate)).toList();
        int found = (int) words.stream()
                .filter(word -> there.stream().anyMatch(part -> part.equals(word) || isBeginning(word, part)))
                .count();
        return words.isEmpty() ? MANY : words.size() - found;
    }

    private static boolean isBeginning(String word, String part) {
        return word.length() > 2 && part.startsWith(word) && !Character.isDigit(word.charAt(word.length() - 1));
    }

    /** Words and numbers: {@code v2} and {@code sora2} are a word and a number each. */
    private static Stream<String> words(String normal) {
        return WORD.matcher(normal).results().map(MatchResult::group).filter(word -> !word.equals("v"));
    }

    private static List<String> best(Collection<String> known, ToIntFunction<String> cost, int atMost) {
        return known.stream()
                .distinct()
                .map(candidate -> new Scored(candidate, cost.applyAsInt(candidate)))
                .filter(scored -> scored.distance() <= atMost)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(AT_MOST)
                .map(Scored::name)
                .toList();
    }

    /** "did you mean a or b?", else all there is, if that is readable. */
    public static String hint(String name, Collection<String> known) {
        List<String> near = to(name, known);
        near = near.isEmpty() ? like(name, known) : near;
        if (!near.isEmpty()) {
            return "did you mean " + String.join(" or ", near) + "?";
        }
        return known.size() > READABLE
                ? "none of the " + known.size() + " names there are is like it: look through the list of models"
                : "there is " + String.join(", ", known);
    }

    static List<String> fieldNames() {
        return Stream.of(Field.values()).map(Field::key).toList();
    }

    private record Scored(String name, int distance) {}

    /** Levenshtein's distance of names in their {@link #normal} form. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            int[] done = row;
            row = previous;
            previous = done;
        }
        return previous[b.length()];
    }

    /** Blind to case, and to which separator stands between words. */
    private static String normal(String name) {
        return SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
