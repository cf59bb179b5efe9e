package io.videojob.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.spi.Lookup.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose job an execution is, by the input that the vendor echoes. */
class LocateEchoTest {
    @AutoClose
    private final Executions executions = new Executions();

    @Test
    void anotherModelsExecutionIsNoCandidateWhateverItsInput() {
        executions.add("p-1", "kling-o1-video-to-video-reference", Executions.INPUT);

        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void theEchoIsComparedByValueAndNotByItsWriting() {
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("elements", List.of(Map.of("frontal_image_url", "https://example.com/front.png")));
        echo.put("negative_prompt", null);
        echo.put("count", new BigDecimal("5.0"));
        echo.put("keep_audio", true);
        echo.put("video_url", "https://example.com/raccoon.mp4?sig=a%2Fb");
        echo.put("prompt", "Put @Element1 on it");
        executions.echo("p-ours", echo);

        assertThat(executions.locate().ids()).containsExactly("p-ours");
    }

    @ParameterizedTest
    @CsvSource({
        "prompt, 'Put @Element1 on it '",
        "video_url, https://example.com/raccoon.mp4?sig=a/b",
        "keep_audio, 'true'",
        "count, '5'",
        "elements, ''",
        "aspect_ratio, auto",
    })
    void anyDifferenceMakesItAnothers(String field, String value) {
        Map<String, Object> echo = new LinkedHashMap<>(Executions.INPUT);
        echo.put(field, value);
        executions.echo("p-other", echo);

        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep_audio", "elements"})
    void aFieldThatIsMissingMakesItAnothers(String field) {
        Map<String, Object> echo = new LinkedHashMap<>(Executions.INPUT);
        echo.remove(field);
        executions.echo("p-other", echo);

        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void aLongerOrShorterListMakesItAnothers() {
        Map<String, Object> element = Map.of("frontal_image_url", "https://example.com/front.png");
        for (List<Object> elements : List.of(List.<Object>of(), List.<Object>of(element, element))) {
            Map<String, Object> echo = new LinkedHashMap<>(Executions.INPUT);
            echo.put("elements", elements);
            executions.echo("p-other-" + elements.size(), echo);
        }

        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void anEchoThatIsNotThereMatchesNothing() {
        executions.echo("p-other", null);

        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }
}
