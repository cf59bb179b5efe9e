package io.videojob.models.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.models.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of facts, seen at small ones of an invented vendor. */
class VendorFilesTest {
    private static final Path REAL =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("meanings.json");

    @TempDir
    private Path models;

    @BeforeEach
    void theRealMeanings() throws IOException {
        Files.createDirectories(models.resolve("facts"));
        Files.createDirectories(models.resolve("corrections"));
        Files.copy(REAL, models.resolve("meanings.json"));
        corrections("");
        Files.writeString(
                models.resolve("families.json"),
                "{\"families\": [{\"id\": \"loud-1\", \"members\": [\"acme:loud/1\"], \"produces\": \"video\"}]}");
    }

    private void corrections(String corrections) throws IOException {
        Files.writeString(models.resolve("corrections/acme.json"), """
                {"defaults": {"produces": "video", "source": "a test", "runs": {"usual": "60s", "longest": "5m", "source": "a test"}},
                 "corrections": [%s]}
                """.formatted(corrections));
    }

    /** The profile of the one model, {@code loud/1}, with these properties, and keywords beside them. */
    private Map<String, Object> profile(String keywords, String... properties) throws IOException {
        Files.writeString(models.resolve("facts/acme.json"), """
                {"_source": "a test", "models": {"loud/1": {"schema": {"properties": {%s}%s}}}}
                """.formatted(String.join(", ", properties), keywords));
        Map<String, String> files = VendorFiles.of("acme", models);
        assertThat(files).containsOnlyKeys("index.json", "loud_1.json");
        return Json.object(Json.parse(files.get("loud_1.json")));
    }

    private static Map<String, String> fields(Map<String, Object> profile, String which) {
        return Json.object(profile.get(which)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    }

    @Test
    void aFieldWithAMeaningIsNeutral_andAnyOtherAnOption() throws IOException {
        Map<String, Object> profile = profile(
                ", \"required\": [\"prompt\", \"steps\"]",
                "\"prompt\": {\"type\": \"string\", \"maxLength\": 9}",
                "\"tail_image_url\": {\"type\": \"string\", \"format\": \"uri\", \"x-inline\": true}",
                "\"steps\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 50, \"default\": 30}",
                "\"logo\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"format\": \"uri\"}, \"maxItems\": 2}");
        assertThat(fields(profile, "fields"))
                .containsOnly(
                        Map.entry("prompt", "{wire=prompt, type=string, required=true, maxLength=9}"),
                        Map.entry("lastFrame", "{wire=tail_image_url, type=url, inline=true}"));
        assertThat(fields(profile, "options"))
                .containsOnly(
                        Map.entry("steps", "{type=integer, required=true, min=1, max=50, default=30}"),
                        Map.entry("logo", "{type=urls, maxItems=2}"));
        assertThat(profile)
                .containsEntry("slug", "loud/1")
                .containsEntry("family", "loud-1")
                .doesNotContainKeys("modes", "constraints", "mediaNames");
    }

    @Test
    void valuesAreNeutral_howeverTheVendorSpellsThem() throws IOException {
        Map<String, String> fields = fields(
                profile(
                        "",
                        "\"duration\": {\"type\": \"string\", \"enum\": [\"4s\", \"8s\"], \"default\": \"8s\"}",
                        "\"resolution\": {\"type\": \"string\", \"enum\": [\"720P\", \"4k\"], \"default\": \"720P\"}",
                        "\"frame_size\": {\"type\": \"string\", \"enum\": [\"1280:720\", \"640:480\"]}",
                        "\"thinking_type\": {\"type\": \"string\", \"enum\": [\"enabled\", \"disabled\", \"auto\"], \"default\": \"auto\"}",
                        "\"audio_setting\": {\"type\": \"string\", \"enum\": [\"auto\", \"origin\"], \"default\": \"auto\"}"),
                "fields");
        assertThat(fields)
                .containsOnly(
                        Map.entry("duration", "{wire=duration, type=string, values=[4, 8], default=8, suffix=s}"),
                        Map.entry(
                                "resolution",
                                "{wire=resolution, type=string, values=[720p, 4K], default=720p, wireValues={720p=720P, 4K=4k}}"),
                        Map.entry(
                                "aspectRatio",
                                "{wire=frame_size, type=string, values=[16:9, 640:480], wireValues={16:9=1280:720}}"),
                        Map.entry(
                                "enhancePrompt",
                                "{wire=thinking_type, type=string, wireValues={true=enabled, false=disabled}}"),
                        Map.entry(
                                "keepAudio",
                                "{wire=audio_setting, type=string, values=[true], wireValues={true=origin}}"));
    }

    @Test
    void ofSeveralNamesForOneMeaningTheFirstIsTaken() throws IOException {
        Map<String, Object> profile = profile(
                "",
                "\"enable_prompt_expansion\": {\"type\": \"boolean\"}",
                "\"enhance_prompt\": {\"type\": \"boolean\"}");
        assertThat(fields(profile, "fields"))
                .containsOnly(Map.entry("enhancePrompt", "{wire=enhance_prompt, type=boolean}"));
        assertThat(fields(profile, "options")).containsOnly(Map.entry("enable_prompt_expansion", "{type=boolean}"));
    }

    @Test
    void shotsAreShapedAsTheSchemaSays() throws IOException {
        String shot = "{\"type\": \"object\", \"properties\": {\"prompt\": {\"type\": \"string\", \"maxLength\": 9},"
                + " \"duration\": {\"type\": \"integer\", \"enum\": [1, 2, 3]}}}";
        assertThat(fields(
                        profile(
                                "",
                                "\"multi_prompt\": {\"type\": \"array\", \"maxItems\": 6, \"items\": " + shot + "}"),
                        "fields"))
                .containsOnly(Map.entry(
                        "shots",
                        "{wire=multi_prompt, type=shots, maxLength=9, maxItems=6, shape={prompt=prompt,"
                                + " duration=duration, durationType=integer, minDuration=1, maxDuration=3}}"));
        assertThat(fields(
                        profile("", "\"multi_prompt\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}"),
                        "fields"))
                .containsOnly(Map.entry("shots", "{wire=multi_prompt, type=shots}"));
    }

    @Test
    void rulesOfTheSchemaAreConstraints_inNeutralNamesAndValues() throws IOException {
        String when1080 = "\"if\": {\"properties\": {\"resolution\": {\"const\": \"1080P\"}}}";
        Map<String, Object> profile = profile(
                """
                , "x-maxTotal": [{"of": ["image_list", "logos"], "max": 4}],
                "allOf": [
                  {"oneOf": [{"required": ["prompt"]}, {"required": ["multi_prompt"]}]},
                  {"not": {"required": ["image_url", "image_list"]}},
                  {%s, "then": {"properties": {"duration": {"enum": ["5"]}}}},
                  {"if": {"required": ["tail_image_url"]}, "then": {"properties": {"generate_audio": {"const": false}}}},
                  {"if": {"required": ["audio_url"]}, "then": {"anyOf": [{"required": ["image_list"]}, {"required": ["image_url"]}]}},
                  {"if": {"required": ["voice"]}, "then": {"required": ["audio_url"]}}
                ]
                """.formatted(when1080),
                "\"prompt\": {\"type\": \"string\"}",
                "\"multi_prompt\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}",
                "\"image_url\": {\"type\": \"string\", \"format\": \"uri\"}",
                "\"tail_image_url\": {\"type\": \"string\", \"format\": \"uri\"}",
                "\"image_list\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"format\": \"uri\"}}",
                "\"logos\": {\"type\": \"array\"}",
                "\"audio_url\": {\"type\": \"string\", \"format\": \"uri\"}",
                "\"voice\": {\"type\": \"string\"}",
                "\"resolution\": {\"type\": \"string\", \"enum\": [\"720P\", \"1080P\"]}",
                "\"duration\": {\"type\": \"string\", \"enum\": [\"5\", \"8\"]}",
                "\"generate_audio\": {\"type\": \"boolean\", \"default\": true}");
        assertThat(Json.list(profile.get("constraints")).stream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "{rule=maxTotal, fields=[referenceImages, logos], max=4}",
                        "{rule=atLeastOne, fields=[prompt, shots]}",
                        "{rule=notTogether, fields=[prompt], with=[shots]}",
                        "{rule=notTogether, fields=[firstFrame], with=[referenceImages]}",
                        "{rule=only, field=duration, values=[5], where=resolution, has=[1080p]}",
                        "{rule=only, field=generateAudio, values=[false], where=generateAudio, has=[true],"
                                + " onlyWith=[lastFrame], why=lastFrame asks for it}",
                        "{rule=atLeastOne, fields=[referenceImages, firstFrame], onlyWith=[audio]}",
                        "{rule=needs, field=voice, with=[audio]}");
    }

    @Test
    void aCorrectionIsMerged_andNullTakesAway() throws IOException {
        corrections("""
                {"models": ["loud*"], "except": ["loud/2"], "because": "it is so", "profile": {
                  "fields": {"prompt": {"maxLength": 5, "default": null}}, "runs": {"usual": "9s"}, "aliases": ["loud"]}},
                {"models": ["quiet*"], "because": "it is not so", "profile": {"produces": "image"}}
                """);
        Map<String, Object> profile = profile("", "\"prompt\": {\"type\": \"string\", \"default\": \"a fox\"}");
        assertThat(fields(profile, "fields"))
                .containsOnly(Map.entry("prompt", "{wire=prompt, type=string, maxLength=5}"));
        assertThat(profile.toString())
                .contains("runs={usual=9s, longest=5m, source=a test}", "aliases=[loud]", "produces=video");
    }

    @Test
    void aCorrectionWithoutAReason_orOfAModelThatIsNotThere_isRefused() throws IOException {
        for (String[] wrong : new String[][] {
            {"{\"models\": [\"loud/1\"], \"because\": \" \"}", "without a reason"},
            {"{\"models\": [\"loud/9\"], \"because\": \"so\"}", "loud/9, which acme hasn't"},
            {"{\"models\": [\"loud/1\"], \"because\": \"so\", \"profile\": {\"prize\": {\"usd\": 1}}}", "no profile has"
            },
        }) {
            corrections(wrong[0]);
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(wrong))
                    .isThrownBy(() -> profile("", "\"prompt\": {\"type\": \"string\"}"))
                    .withMessageContaining(wrong[1]);
        }
    }

    @Test
    void aRuleThatNoConstraintSaysStopsAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(
                        ", \"allOf\": [{\"if\": {\"properties\": {\"mode\": {\"const\": \"a\"}}}, \"then\": {\"required\": [\"logo\"]}}]",
                        "\"mode\": {\"type\": \"string\"}"))
                .withMessageContaining("loud/1: no constraint says");
    }
}
