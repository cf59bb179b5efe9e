package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.Field;
import io.videojob.VideoRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Media that a vendor takes one of where there may be several, in a list of one, as an object, or inside of one. */
class MediaShapesTest {
    private static final String A = "https://example.com/a.png";
    private static final String B = "https://example.com/b.mp3";

    private static final ModelProfile PROFILE =
            Profiles.parse("""
                    {"models": [{
                      "slug": "shapely",
                      "produces": "video",
                      "source": "a test",
                      "runs": {"usual": "1m", "longest": "2m", "source": "a test"},
                      "fields": {
                        "firstFrame": {"wire": "frames.first", "type": "url", "shape": {"front": "url", "constants": {"type": "image"}}},
                        "lastFrame": {"wire": "frames.last", "type": "url", "shape": {"front": "url", "constants": {"type": "image"}}},
                        "referenceImages": {"wire": "person", "type": "url"},
                        "referenceVideos": {"wire": "motions", "type": "urls", "maxItems": 2, "shape": {"front": "link"}},
                        "audio": {"wire": "sounds", "type": "urls", "maxItems": 3}
                      },
                      "options": {"frames": {"type": "object"}}
                    }]}
                    """, "shapely.json").all().get(0);

    private static Translation translate(UnaryOperator<VideoRequest.Builder> request) {
        return Translator.translate(
                request.apply(VideoRequest.builder("shapely")).build(), PROFILE);
    }

    @Test
    void aMediumMayBeAnObject_andLieInAnother() {
        assertThat(translate(r -> r.firstFrame(A).lastFrame(A)).body())
                .isEqualTo(Map.of(
                        "frames",
                        Map.of("first", Map.of("type", "image", "url", A), "last", Map.of("type", "image", "url", A))));
        assertThat(translate(r -> r.lastFrame(A)).body())
                .isEqualTo(Map.of("frames", Map.of("last", Map.of("type", "image", "url", A))));
        assertThat(translate(r -> r.referenceVideos(A, A)).body())
                .isEqualTo(Map.of("motions", List.of(Map.of("link", A), Map.of("link", A))));
    }

    @Test
    void whatTheVendorTakesOneOfIsNoListThere_andMoreAreRefused() {
        assertThat(translate(r -> r.referenceImages(A)).body()).isEqualTo(Map.of("person", A));
        assertThat(Acme.report(translate(r -> r.referenceImages(A, A)), "referenceImages")
                        .why())
                .contains("has 2; this model takes one");
    }

    @Test
    void whatTheVendorTakesSeveralOfIsAListOfTheOne() {
        assertThat(translate(r -> r.audio(B)).body()).isEqualTo(Map.of("sounds", List.of(B)));
    }

    @Test
    void anElementNeedsAnElementsShape_andAMediumHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldSpec.field(Field.ELEMENTS, "elements", WireType.ELEMENTS)
                        .elementShape(ElementShape.ofMedium("url", Map.of()))
                        .build())
                .withMessageContaining("the shape of one medium");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldSpec.field(Field.FIRST_FRAME, "image", WireType.URL)
                        .elementShape(ElementShape.of("front", "others", 0, 1))
                        .build())
                .withMessageContaining("the shape of an element");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementShape.ofMedium("type", Map.of("type", "image")))
                .withMessageContaining("no name of its own");
    }
}
