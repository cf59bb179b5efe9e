package io.videojob.catalog;

import static io.videojob.catalog.Acme.IMAGE;
import static io.videojob.catalog.Acme.loud;
import static io.videojob.catalog.Acme.refusal;
import static io.videojob.catalog.Acme.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.VideoRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, videos and elements on the wire. */
class TranslatedMediaTest {

    @Test
    void linksThatTheVendorCantLoadAreRefused() {
        assertThat(refusal(r -> r.firstFrame("http://example.com/a.png"), "firstFrame"))
                .contains("is an http link; the vendor loads https links only");
        assertThat(loud(r -> r.firstFrame(IMAGE).lastFrame("http://example.com/a.png"))
                        .isAccepted())
                .isTrue();
        assertThat(refusal(r -> r.referenceImages(IMAGE, "http://example.com/b.png"), "referenceImages"))
                .contains("number 2 is an http link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "a.localhost:8443",
                "127.0.0.1",
                "10.1.2.3:80",
                "192.168.0.1",
                "[::1]",
                "169.254.1.1",
                "[fd00::1]",
                "0.0.0.0"
            })
    void linksIntoOnesOwnNetworkAreRefused(String host) {
        assertThat(refusal(r -> r.firstFrame("https://" + host + "/a.png"), "firstFrame"))
                .contains("your own network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "localhost.example.com", "[2001:db8::1]", "127.example.com", "172.15.0.1"})
    void linksOutIntoTheWorldAreNot(String host) {
        assertThat(loud(r -> r.firstFrame("https://" + host + "/a.png")).isAccepted())
                .isTrue();
    }

    @Test
    void bytesTravelOnlyWhereTheModelTakesThem_andOnlyOfTheRightKind() {
        Media png = Media.bytes("image/png", new byte[] {1, 2, 3});
        assertThat(loud(r -> r.firstFrame(png)).body()).containsEntry("start", png.uri());
        assertThat(refusal(r -> r.firstFrame(IMAGE).lastFrame(png), "lastFrame"))
                .contains("this field takes links only: upload it and give its https link")
                .doesNotContain("AQID");
        assertThat(refusal(r -> r.sourceVideo(png), "sourceVideo")).contains("is image/png where video belongs");
        assertThat(refusal(r -> r.element(Element.of(png, List.of())), "elements"))
                .contains("takes links only");
    }

    @Test
    void theFrontViewStandsInWhereTheVendorWantsAnotherView() {
        ModelProfile profile = ModelProfile.builder("m")
                .fields(List.of(FieldSpec.field(Field.ELEMENTS, "things", WireType.ELEMENTS)
                        .elementShape(ElementShape.of("f", "o", 1, 2).withFrontStandingIn())
                        .build()))
                .build();
        Translation translation = Translator.translate(
                VideoRequest.builder("m").element(Element.of(IMAGE)).build(), profile);
        assertThat(translation.body()).isEqualTo(Map.of("things", List.of(Map.of("f", IMAGE, "o", List.of(IMAGE)))));
        assertThat(report(translation, "elements").why())
                .contains("has a front view only, which is sent as its other view, too");
    }

    @Test
    void oneMediumIsNoListOfThem() {
        ModelProfile profile = ModelProfile.builder("m")
                .fields(List.of(FieldSpec.option("masks", WireType.URLS).build()))
                .build();
        VideoRequest one = VideoRequest.builder("m").option("masks", IMAGE).build();
        assertThat(report(Translator.translate(one, profile), "masks").why()).contains("is no list");
        VideoRequest list =
                VideoRequest.builder("m").option("masks", List.of(IMAGE)).build();
        assertThat(Translator.translate(list, profile).body()).isEqualTo(Map.of("masks", List.of(IMAGE)));
    }

    @Test
    void listsOfTheWrongThingsAreRefused() {
        assertThat(refusal(r -> r.set(Field.ELEMENTS, List.of("https://example.com/a.png")), "elements"))
                .contains("is no element");
        assertThat(refusal(r -> r.set(Field.REFERENCE_IMAGES, List.of(Element.of(IMAGE))), "referenceImages"))
                .contains("is no link");
        assertThat(refusal(
                        r -> r.set(Field.REFERENCE_IMAGES, Arrays.asList(Media.url(IMAGE), null)), "referenceImages"))
                .contains("number 2 is no link");
    }
}
