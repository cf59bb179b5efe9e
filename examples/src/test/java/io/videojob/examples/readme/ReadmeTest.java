package io.videojob.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.videojob.VideoJobs;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows works as it stands there. */
class ReadmeTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("AIMLAPI_KEY", "not-a-key", "EACHLABS_API_KEY", "smk_not-a-key");

    private static final Readme README = Readme.read();

    @TempDir
    Path folder;

    @Test
    void itIsShortAndItsClassBeginsByLine25() {
        assertThat(README.lines()).hasSizeLessThan(200);
        assertThat(README.lines().subList(0, 25)).anyMatch(line -> line.startsWith("public class "));
    }

    @Test
    void itsClassRunsAsItStandsThereWithoutAnAccount() throws Exception {
        List<String> programs = README.programs().toList();
        assertThat(programs).hasSize(1);

        String printed = Program.compile(programs.get(0), folder).run(Map.of());

        assertThat(printed).contains("raccoon.mp4", "aimlapi:");
        assertThat(folder.resolve("raccoon.mp4")).isNotEmptyFile();
    }

    /** In one program, each in a method with {@code jobs} on the sandbox, a {@code request} and a {@code job} made of it. */
    @Test
    void itsSnippetsRun() throws Exception {
        List<String> snippets = README.snippets();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(3);
        String methods = IntStream.range(0, snippets.size())
                .mapToObj(i -> "static void snippet" + i
                        + "(VideoJobs jobs, VideoRequest request, VideoJob job) throws Exception {\n" + snippets.get(i)
                        + "}\n")
                .collect(Collectors.joining());
        String calls = IntStream.range(0, snippets.size())
                .mapToObj(i -> "snippet" + i + "(jobs, request, job);\n")
                .collect(Collectors.joining());
        String source = """
                import io.videojob.*;
                import io.videojob.sandbox.Sandbox;
                import java.time.Duration;
                import java.util.Properties;

                public class Snippets {
                    public static void main(String[] args) throws Exception {
                        Properties settings = new Properties();
                        try (Sandbox sandbox = Sandbox.builder().speed(600).start()) {
                            for (String line : sandbox.eachlabs().properties()) {
                                settings.setProperty(line.split(" = ")[0], line.split(" = ")[1]);
                            }
                            settings.setProperty("videojob.route", "eachlabs");
                            settings.setProperty("videojob.poll.interval", "50ms");
                            run(settings);
                        }
                    }

                    private static void run(Properties settings) throws Exception {
                        VideoRequest request = VideoRequest.builder("kling-o1/video-to-video-edit")
                                .prompt("Put a hat on the raccoon")
                                .sourceVideo("https://example.com/raccoon.mp4")
                                .build();
                        try (VideoJobs jobs = VideoJobs.fromConfig(settings)) {
                            VideoJob job = jobs.submit(request);
                            job.await(Duration.ofMinutes(1));
                            CALLS
                        }
                    }
                    METHODS
                }
                """.replace("CALLS", calls).replace("METHODS", methods);

        assertThat(Program.compile(source, folder).run(ENVIRONMENT)).contains("kling-o1/video-to-video-edit");
    }

    @Test
    void itsPropertiesAreTaken() throws IOException {
        List<String> blocks = README.blocks("properties");
        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            Properties settings = new Properties();
            settings.load(new StringReader(block));
            settings.computeIfPresent("videojob.journal.url", (key, url) -> "jdbc:sqlite:" + folder.resolve("jobs.db"));

            assertThatCode(() -> build(settings)).as(block).doesNotThrowAnyException();
        }
    }

    static List<Readme.Setting> settings() {
        return README.settings();
    }

    /** A key that is not known, and a default that is not allowed, are errors. */
    @ParameterizedTest
    @MethodSource("settings")
    void everyKeyOfItsTableIsKnownAndTakesItsDefault(Readme.Setting setting) {
        String key = setting.key().replace("NAME", "eachlabs");
        String value = setting.defaultValue().replace("NAME", "eachlabs");
        Properties settings = new Properties();
        settings.setProperty("videojob.route", "eachlabs");
        settings.setProperty(key, value.isEmpty() ? settings.getProperty(key, "") : value);

        assertThatCode(() -> build(settings)).doesNotThrowAnyException();
    }

    @Test
    void theTableOfKeysIsReadAtAll() {
        assertThat(settings()).hasSizeGreaterThan(20);
    }

    @Test
    void itsDependenciesAreModulesOfThisVersion() throws IOException {
        String pom = Files.readString(Readme.root().resolve("pom.xml"));
        String version = only("<version>([^<]+)</version>", pom);
        String xml = String.join("", README.blocks("xml"));

        assertThat(all("<version>([^<]+)</version>", xml)).isNotEmpty().containsOnly(version);
        assertThat(all("<artifactId>videojob-([^<]+)</artifactId>", xml))
                .isNotEmpty()
                .isSubsetOf(all("<module>([^<]+)</module>", pom).toList());
    }

    @Test
    void theFilesItSpeaksOfAreThere() {
        Stream<String> commands = README.blocks("sh").stream()
                .flatMap(String::lines)
                .flatMap(line -> Stream.of(line.split("#", 2)[0].split(" ")))
                .filter(word -> word.startsWith("./") || word.endsWith(".properties"));
        Stream<String> links = all("\\]\\(([^)#]+)\\)", String.join("\n", README.lines()));

        assertThat(Stream.concat(commands, links))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Readme.root().resolve(name)).exists());
    }

    private static void build(Properties settings) {
        VideoJobs.builder()
                .config(settings)
                .environment(variable -> ENVIRONMENT.getOrDefault(variable, ""))
                .build()
                .close();
    }

    private static String only(String pattern, String text) {
        return all(pattern, text).findFirst().orElseThrow();
    }

    private static Stream<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }
}
