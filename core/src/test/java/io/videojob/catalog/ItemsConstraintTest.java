package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoRequest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many items there must be may hang on another field's value. */
class ItemsConstraintTest {
    private static final String FACE = "https://example.com/face.png";

    private static final ModelProfile PROFILE =
            Profiles.parse("""
                    {"models": [{
                      "slug": "effects",
                      "produces": "video",
                      "source": "a test",
                      "runs": {"usual": "1m", "longest": "2m", "source": "a test"},
                      "fields": {"referenceImages": {"wires": ["one", "two"], "type": "urls", "required": true}},
                      "options": {"effect": {"type": "string", "default": "kiss"}},
                      "constraints": [
                        {"rule": "items", "field": "referenceImages", "min": 2, "max": 2, "where": "effect", "has": ["hug", "kiss"]},
                        {"rule": "items", "field": "referenceImages", "min": 0, "max": 1, "where": "effect", "has": ["squish"]}
                      ]
                    }]}
                    """, "effects.json").all().get(0);

    private static Translation translate(int faces, String effect) {
        VideoRequest.Builder request = VideoRequest.builder("effects")
                .referenceImages(Collections.nCopies(faces, FACE).toArray(String[]::new));
        return Translator.translate((effect.isEmpty() ? request : request.option("effect", effect)).build(), PROFILE);
    }

    @ParameterizedTest
    @CsvSource({"2, hug", "2, ''", "1, squish", "1, fly", "2, fly"})
    void soManyAreTaken(int faces, String effect) {
        assertThat(translate(faces, effect).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, hug, exactly 2 with effect hug",
        "1, '', exactly 2 with effect kiss",
        "2, squish, 0 to 1 with effect squish",
    })
    void soManyAreNot(int faces, String effect, String why) {
        Translation translation = translate(faces, effect);
        assertThat(translation.isAccepted()).isFalse();
        assertThat(translation.reports().toString()).contains("referenceImages: " + why);
    }

    @Test
    void theRuleTellsItself() {
        assertThat(PROFILE.constraints().get(0)).hasToString("referenceImages: exactly 2 with effect [hug, kiss]");
    }
}
