package io.videojob.examples.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md, taken apart. */
final class Readme {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `(videojob\\.[^`]+)` \\| (?:`([^`]*)`)?.*$");

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    /**
     * A row of the table of settings.
     *
     * @param defaultValue empty if there is none, or if it is not written as a value
     */
    record Setting(String key, String defaultValue) {}

    static Readme read() {
        try {
            return new Readme(Files.readString(root().resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder. */
    static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** What stands between fences of that language, in order. */
    List<String> blocks(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Java that is a whole class. */
    Stream<String> programs() {
        return blocks("java").stream().filter(Readme::isProgram);
    }

    /** Java that is some statements of one. */
    List<String> snippets() {
        return blocks("java").stream().filter(block -> !isProgram(block)).toList();
    }

    private static boolean isProgram(String block) {
        return block.contains("public class ");
    }

    List<Setting> settings() {
        return KEY_ROW.matcher(text)
                .results()
                .map(row -> new Setting(row.group(1), row.group(2) == null ? "" : row.group(2)))
                .toList();
    }
}
