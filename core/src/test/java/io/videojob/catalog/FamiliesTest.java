package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {

    @Test
    void theFamiliesOfKlingO1AreKnown() {
        assertThat(Families.all())
                .extracting(Family::id)
                .contains(
                        "kling-o1/video-to-video-reference",
                        "kling-o1/video-to-video-edit",
                        "kling-o1/reference-to-video",
                        "kling-o1/image-to-video",
                        "kling-o1/image");
    }

    @Test
    void aFamilyIsFoundByIdAndByAlias() {
        assertThat(Families.find("kling-o1/image")).map(Family::produces).contains("image");
        assertThat(Families.find("kling-image-o1")).isEqualTo(Families.find("kling-o1/image"));
        assertThat(Families.find("kling-o9")).isEmpty();
    }

    @Test
    void defaultsAreOfTheFieldsType() {
        assertThat(Families.find("kling-o1/image-to-video").orElseThrow().defaults())
                .containsEntry(Field.DURATION, Duration.ofSeconds(5));
        assertThat(Families.find("kling-o1/video-to-video-reference")
                        .orElseThrow()
                        .defaults())
                .containsEntry(Field.ASPECT_RATIO, "16:9");
    }

    @Test
    void atImageToVideoTheFirstImageIsTheFirstFrame() {
        assertThat(Families.find("kling-o1/image-to-video").orElseThrow().mediaOrder())
                .containsEntry("Image", List.of(Field.FIRST_FRAME, Field.LAST_FRAME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"a\", \"produces\": \"video\", \"default\": {}         | f.json: a has an unknown key \"default\"",
                "\"id\": \"a\", \"produces\": \"smell\"                          | f.json: a produces smell",
                "\"id\": \"a\", \"produces\": \"video\", \"defaults\": {\"sed\": 1} | f.json: a.defaults has \"sed\", which is no neutral field; did you mean seed",
                "\"id\": \"a\", \"produces\": \"video\", \"defaults\": {\"aspectRatio\": 1} | f.json: a.defaults.aspectRatio is no String",
                "\"id\": \"a\", \"produces\": \"video\", \"mediaOrder\": {\"Thing\": []} | unknown key \"Thing\"",
                "\"id\": \"a\", \"produces\": \"video\", \"aliases\": [\"a\"]    | f.json: a: another family is called a, too",
            })
    void whatIsWrongIsRefusedWithItsPlace(String family, String message) {
        assertThatThrownBy(() -> Families.parse("{\"families\": [{" + family + "}]}", "f.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
