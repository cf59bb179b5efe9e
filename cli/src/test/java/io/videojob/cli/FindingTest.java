package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models are found by what they can do, and held against what their vendors say today. */
class FindingTest extends AtTheSandbox {
    @BeforeEach
    void settings() {
        cli = Cli.on(sandbox, folder, "videojob.route = aimlapi, eachlabs");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> found(String... query) throws Exception {
        String[] command = new String[query.length + 2];
        command[0] = "models";
        System.arraycopy(query, 0, command, 1, query.length);
        command[query.length + 1] = "--json";
        return (List<Map<String, Object>>)
                (List<?>) (List<?>) cli.run(command).exits(0).tree();
    }

    @Test
    void modelsAreFoundByUseDurationResolutionSoundProviderAndWords() throws Exception {
        List<Map<String, Object>> all = found();
        assertThat(all).hasSizeGreaterThan(300);
        assertThat(found("--mode", "frames", "--duration", "10s", "--resolution", "1080p"))
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allSatisfy(model -> {
                    assertThat(model.get("modes").toString()).contains("frames");
                    assertThat(model.get("resolutions").toString()).contains("1080p");
                });
        assertThat(found("--audio", "--at", "eachlabs"))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model).containsEntry("provider", "eachlabs"));
        assertThat(found("kling", "2.6"))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.toString())
                        .containsIgnoringCase("kling")
                        .contains("2"));
        assertThat(cli.run("models").exits(0).out()).contains(" models; narrow them down");
    }

    @Test
    void aMisspeltModelGetsTheNearestNamesAndAMistypedModeAllModes() throws Exception {
        assertThat(cli.run("models", "kling-o1/image-to-vidoe").exits(0).err())
                .contains("No such model", "kling-o1/image-to-video");
        assertThat(cli.run("models", "--mode", "lipsync").exits(0).err()).contains("Modes: [", "lip-sync", "text");
    }

    @Test
    void whatTheVendorsSayTodayIsHeldAgainstTheProfiles() throws Exception {
        sandbox.aimlapi().deprecate("klingai/video-o1-image-to-video", LocalDate.of(2030, 1, 31), "klingai/other");
        sandbox.aimlapi().newModel("acme/brand-new");
        sandbox.eachlabs().withoutModel("veo-2");
        sandbox.eachlabs().dropField("kling-o1-image-to-video", "end_image_url");

        assertThat(cli.run("models", "--check").exits(0).out())
                .contains(
                        "aimlapi:klingai/video-o1-image-to-video ending: it ends at 2030-01-31",
                        "the vendor advises klingai/other",
                        "aimlapi:acme/brand-new new",
                        "eachlabs:veo-2 gone",
                        "eachlabs:kling-o1-image-to-video different: it doesn't take end_image_url any more");
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    void aVendorThatCanNotBeAskedIsTold() throws Exception {
        sandbox.eachlabs().on(Operation.LIST, Fault.loseAnswer().always());

        assertThat(cli.run("models", "--check").exits(8).err()).contains("eachlabs");
    }
}
