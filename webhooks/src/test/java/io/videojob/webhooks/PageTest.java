package io.videojob.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJobs;
import io.videojob.eachlabs.Eachlabs;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/webhooks.md shows the code that this module compiles, settings that there are, and what they do. */
class PageTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private static List<String> fenced(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(MODULE.resolveSibling("docs/webhooks.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void everySnippetOfThePageIsCutFromCodeThatIsCompiled() throws IOException {
        String code = bare(Files.readString(MODULE.resolve("src/test/java/io/videojob/webhooks/Snippets.java")));

        assertThat(fenced("java"))
                .hasSize(4)
                .allSatisfy(snippet -> assertThat(code).contains(bare(snippet)));
    }

    @Test
    void itsSettingsAreUnderstood() throws IOException {
        for (String block : fenced("properties")) {
            Properties settings = new Properties();
            settings.load(new StringReader(block));
            try (VideoJobs jobs = VideoJobs.builder()
                    .provider(Eachlabs.builder().apiKey("key-1").build())
                    .config(settings)
                    .environment(name -> name.equals("VIDEOJOB_WEBHOOK_SECRET") ? "set-outside" : null)
                    .build()) {
                assertThat(settings).isNotEmpty();
                assertThat(Snippets.inATest(jobs).status()).isEqualTo(settings.containsValue("the-secret") ? 200 : 400);
            }
        }
        assertThat(fenced("properties")).hasSize(3);
    }
}
