package io.videojob.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/adding-a-vendor.md shows the code that this module compiles, and no other. */
class AddingAVendorTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(java|json)\\n(.*?)^```$");

    @Test
    void everySnippetOfThePageIsCutFromCodeThatIsCompiled() throws IOException {
        String code = Stream.of(
                        files("src/test/java/io/videojob/atelier"), files("src/test/resources/io/videojob/atelier"))
                .flatMap(List::stream)
                .map(AddingAVendorTest::read)
                .map(AddingAVendorTest::bare)
                .collect(Collectors.joining("\n"));
        List<String> snippets = FENCED.matcher(read(MODULE.resolveSibling("docs/adding-a-vendor.md")))
                .results()
                .map(block -> block.group(2).replaceAll("(?m)^ *// and so on$", ""))
                .map(AddingAVendorTest::bare)
                .toList();

        assertThat(snippets)
                .hasSizeGreaterThan(5)
                .allSatisfy(snippet -> assertThat(code).contains(snippet));
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(MODULE.resolve(folder))) {
            return all.sorted().toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** However it is indented. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
