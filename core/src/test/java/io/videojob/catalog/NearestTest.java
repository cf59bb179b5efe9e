package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
