package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Map<String, Object> SENT = Map.of("model", "a", "prompt", "b", "seconds", 5);

    @Test
    void theMapWithMostOfTheNamesIsTheBody() {
        Map<String, Object> envelope = Map.of("model", "a", "input", List.of(SENT));

        assertThat(Wire.holding(envelope, SENT))
                .hasValueSatisfying(map -> assertThat(map).isEqualTo(SENT));
        assertThat(Wire.holding(Map.of("input", "x"), SENT)).isEmpty();
    }

    @Test
    void ofEqualsItIsTheOuter() {
        Map<String, Object> outer = Map.of("prompt", "b", "more", Map.of("seconds", 5));

        assertThat(Wire.holding(outer, SENT))
                .hasValueSatisfying(map -> assertThat(map).isEqualTo(outer));
    }
}
