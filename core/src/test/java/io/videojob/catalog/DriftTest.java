package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Field;
import io.videojob.ModelDrift;
import io.videojob.ModelDrift.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final ModelProfile PROFILE = ModelProfile.builder("easel/v1")
            .aliases(List.of("easel"))
            .source("a test")
            .fields(List.of(
                    FieldSpec.field(Field.PROMPT, "prompt", WireType.STRING)
                            .required(true)
                            .build(),
                    FieldSpec.field(Field.DURATION, "seconds", WireType.STRING)
                            .values(List.of(5L, 10L))
                            .suffix("s")
                            .build()))
            .build();
    private static final Map<String, List<Object>> SAME = Map.of("prompt", List.of(), "seconds", List.of("10s", "5s"));

    private static LiveModel live(Map<String, List<Object>> fields, String... required) {
        return LiveModel.of("easel/v1", List.of()).taking(fields, Set.of(required));
    }

    private static List<ModelDrift> drift(LiveModel... live) {
        return Drift.of("acme", List.of(PROFILE), List.of(live));
    }

    @Test
    void aListThatSaysTheSameIsNoDrift() {
        assertThat(drift(live(SAME, "prompt"))).isEmpty();
        assertThat(drift(LiveModel.of("easel/v1", List.of())))
                .as("no schema is told")
                .isEmpty();
        assertThat(drift(LiveModel.of("easel", List.of()))).as("by an alias").isEmpty();
        assertThat(drift(LiveModel.of("easel/v1.0", List.of("easel/v1"))))
                .as("by the vendor's alias")
                .isEmpty();
    }

    @Test
    void whatIsGoneNewAndEndingIsTold() {
        assertThat(drift(LiveModel.of("easel/v2", List.of())))
                .extracting(ModelDrift::model, ModelDrift::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("easel/v1", Kind.GONE),
                        org.assertj.core.groups.Tuple.tuple("easel/v2", Kind.NEW));
        assertThat(drift(LiveModel.of("easel/v1", List.of()).ending(Instant.parse("2027-01-31T00:00:00Z"), "easel/v2")))
                .singleElement()
                .hasToString("acme:easel/v1 ending: it ends at 2027-01-31T00:00:00Z; the vendor advises easel/v2");
        assertThat(drift(LiveModel.of("easel/v1", List.of()).ending(null, null)))
                .singleElement()
                .hasToString("acme:easel/v1 ending: the vendor says that it ends, not when");
    }

    @Test
    void anImageModelIsNotMissedInAListOfVideos() {
        ModelProfile image = ModelProfile.builder("sketch")
                .produces("image")
                .source("a test")
                .build();

        assertThat(Drift.of("acme", List.of(image), List.of())).isEmpty();
    }

    @Test
    void eachDifferenceOfTheInputIsTold() {
        assertThat(drift(live(
                        Map.of("prompt", List.of(), "seconds", List.of("5s", "8s"), "style", List.of()), "prompt")))
                .singleElement()
                .extracting(ModelDrift::what)
                .isEqualTo("it takes style now; its seconds takes [5s, 8s], not [10s, 5s]");
        assertThat(drift(live(Map.of("seconds", List.of("10s", "5s")), "seconds")))
                .singleElement()
                .extracting(ModelDrift::what)
                .asString()
                .contains("it doesn't take prompt any more", "it needs seconds now");
        assertThat(drift(live(SAME)))
                .singleElement()
                .extracting(ModelDrift::what)
                .isEqualTo("it doesn't need prompt now");
    }
}
