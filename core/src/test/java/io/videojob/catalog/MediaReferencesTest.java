package io.videojob.catalog;

import static io.videojob.catalog.Acme.IMAGE;
import static io.videojob.catalog.Acme.LOUD;
import static io.videojob.catalog.Acme.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaReferencesTest {

    private static Translation translate(String prompt) {
        VideoRequest request = VideoRequest.builder("m")
                .prompt(prompt)
                .referenceImages(IMAGE, IMAGE)
                .element(Element.of(IMAGE))
                .build();
        return Translator.translate(request, LOUD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Image1 and @Image2.    | <<<image_1>>> and <<<image_2>>>.",
                "@Element1's hat         | $1's hat",
                "(@Image1)               | (<<<image_1>>>)",
                "@Image1@Image2          | <<<image_1>>><<<image_2>>>",
                "让@Image1跑              | 让<<<image_1>>>跑",
                "@Image01                | <<<image_1>>>",
                "style.@Image1           | style.<<<image_1>>>"
            })
    void referencesAreWrittenInTheVendorsWords(String prompt, String written) {
        assertThat(translate(prompt).body()).containsEntry("text", written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to me@Image1.com",
                "@Imagery",
                "@Image",
                "@Image1st",
                "@Image1_old",
                "a_@Image1",
                "@ Image1",
                "@Elements1x",
                "Image1",
                "$1 \\ @"
            })
    void otherTextIsLeftAlone(String prompt) {
        Translation translation = translate(prompt);
        assertThat(translation.body()).containsEntry("text", prompt);
        assertThat(report(translation, "prompt").why()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Image3      | @Image3, but the request has 2 images; add it, or take the reference out",
                "@Image10     | @Image10, but the request has 2 images; add it, or take the reference out",
                "@Element2    | @Element2, but the request has 1 element; add it, or take the reference out",
                "@Image0      | @Image0, but they count from 1; add it, or take the reference out",
                "@Image99999999999 | @Image99999999999, but the request has 2 images; add it, or take the reference out",
                "@Video1      | @Video1: prompts of this model can't call videos by number; say it in words"
            })
    void aReferenceToWhatIsNotThereIsRefused(String prompt, String why) {
        Translation translation = translate("a " + prompt + " b");
        FieldReport report = report(translation, "prompt");
        assertThat(report.fate()).isEqualTo(FieldReport.Fate.REFUSED);
        assertThat(report.why()).contains(why);
        assertThat(translation.body()).isEmpty();
    }

    @Test
    void everyWrongReferenceIsTold() {
        assertThat(report(translate("@Image3 @Element7 @Image3"), "prompt")
                        .why()
                        .orElse(""))
                .contains("@Image3, but")
                .contains("; @Element7, but")
                .containsOnlyOnce("@Image3");
    }

    @Test
    void whatLooksLikeAReferenceIsRemarkedOn() {
        assertThat(report(translate("@image1 dances"), "prompt").why())
                .contains("\"@image1\" calls no medium and is sent as it stands; write it like @Image1");
    }

    @Test
    void aNoteIsShownWhereTheReferenceIsUsed() {
        assertThat(report(translate("@Element1"), "prompt").why()).contains("acme says so");
        assertThat(report(translate("@Image1"), "prompt").why()).isEmpty();
    }

    @Test
    void theFamilySaysWhatANeutralReferenceMeans_theProfileHowTheVendorCountsIt() {
        Family family = Family.of(
                "f", List.of(), "video", Map.of(), Map.of("Image", List.of(Field.FIRST_FRAME, Field.REFERENCE_IMAGES)));
        VideoRequest request = VideoRequest.builder("m")
                .prompt("from @Image1 to @Image3")
                .firstFrame(IMAGE)
                .referenceImages(IMAGE, IMAGE)
                .build();
        ModelProfile free = ModelProfile.builder("m")
                .fields(LOUD.fields())
                .mediaNames(LOUD.mediaNames())
                .build();
        // The vendor counts its reference images first.
        assertThat(Translator.translate(request, free, family).body())
                .containsEntry("text", "from <<<image_3>>> to <<<image_2>>>");
        assertThat(Translator.translate(request, free, null).body())
                .containsEntry("text", "from <<<image_1>>> to <<<image_3>>>");
    }

    @Test
    void aMediumThatTheVendorCantCallIsRefused() {
        Family family = Family.of("f", List.of(), "video", Map.of(), Map.of("Image", List.of(Field.LAST_FRAME)));
        VideoRequest request = VideoRequest.builder("m")
                .prompt("to @Image1")
                .firstFrame(IMAGE)
                .lastFrame(IMAGE)
                .build();
        assertThat(report(Translator.translate(request, LOUD, family), "prompt").why())
                .contains("@Image1: prompts of this model can't call the lastFrame; say it in words");
    }

    @Test
    void theLengthThatCountsIsThatOfTheVendorsWords() {
        String prompt = "@Image1 " + "y".repeat(90);
        assertThat(prompt).hasSizeLessThan(100);
        assertThat(report(translate(prompt), "prompt").why()).contains("has 104 characters; at most 100");
    }

    @Test
    void negativePromptsAreRewrittenToo() {
        VideoRequest request = VideoRequest.builder("m")
                .prompt("a")
                .negativePrompt("no @Image1")
                .referenceImages(IMAGE)
                .build();
        assertThat(Translator.translate(request, LOUD).body()).containsEntry("not", "no <<<image_1>>>");
    }
}
