package io.videojob.models.meaning;

import io.videojob.models.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which models something is about: {@code "models": ["pixverse*", "vidu-q-1-*"]}, where {@code *} is any text; all without it. */
public final class Slugs {
    private final List<Pattern> patterns;
    private final List<Pattern> exceptions;

    private Slugs(List<Pattern> patterns, List<Pattern> exceptions) {
        this.patterns = patterns;
        this.exceptions = exceptions;
    }

    /** The models that an entry names, less those of its {@code except}. */
    public static Slugs of(Map<String, Object> entry) {
        return new Slugs(patterns(entry.get("models")), patterns(entry.get("except")));
    }

    /** True if the model is one of them. */
    public boolean match(String slug) {
        return (patterns.isEmpty() || any(patterns, slug)) && !any(exceptions, slug);
    }

    private static boolean any(List<Pattern> patterns, String slug) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(slug).matches());
    }

    private static List<Pattern> patterns(@Nullable Object globs) {
        return Json.texts(globs).stream()
                .map(glob -> Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E"))
                .toList();
    }
}
