package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("base-url", "max-in-flight", "creates-per-minute", "api-key");

    @Test
    void aTypoFindsItsName() {
        assertThat(Nearest.to("base-ulr", KNOWN)).containsExactly("base-url");
        assertThat(Nearest.to("max_in_flight", KNOWN)).containsExactly("max-in-flight");
        assertThat(Nearest.to("API-KEY", KNOWN)).containsExactly("api-key");
        assertThat(Nearest.to("create-per-minute", KNOWN)).containsExactly("creates-per-minute");
    }

    @Test
    void whatIsFarFromAllFindsNone() {
        assertThat(Nearest.to("colour", KNOWN)).isEmpty();
        assertThat(Nearest.to("", List.of())).isEmpty();
    }

    @Test
    void theNearestStandsFirst_andThreeAreEnough() {
        assertThat(Nearest.to("abc", List.of("abde", "abd", "abcx", "abc", "ab")))
                .startsWith("abc")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "kling 2.6 pro, kling-video/v2.6/pro/text-to-video",
        "veo3.1, google/veo-3.1-i2v",
        "sora, sora-2-pro",
        "kling omni 2.6 pro, kling-video/v2.6/pro/text-to-video"
    })
    void aFewWordsOfANameFindIt(String wanted, String name) {
        List<String> models = List.of(
                "kling-video/v2.6/pro/text-to-video",
                "kling-video/v2.5/pro/text-to-video",
                "google/veo-3.1-i2v",
                "google/veo-2",
                "sora-2-pro",
                "wan/v2.6");
        assertThat(Nearest.like(wanted, models)).startsWith(name);
        assertThat(Nearest.hint(wanted, models)).startsWith("did you mean " + name);
        assertThat(Nearest.like("", models)).isEmpty();
        assertThat(Nearest.like("runway gen", models)).isEmpty();
    }

    @Test
    void manyNamesAreCounted_notListed() {
        List<String> many =
                IntStream.range(100, 150).mapToObj(i -> "model-" + i).toList();
        assertThat(Nearest.hint("runway", many))
                .isEqualTo("none of the 50 names there are is like it: look through the list of models");
        assertThat(Nearest.hint("runway", many.subList(0, 2))).isEqualTo("there is model-100, model-101");
    }
}
