package io.videojob.catalog;

import static io.videojob.catalog.Acme.IMAGE;
import static io.videojob.catalog.Acme.LOUD;
import static io.videojob.catalog.Acme.QUICK;
import static io.videojob.catalog.Acme.loud;
import static io.videojob.catalog.Acme.refusal;
import static io.videojob.catalog.Acme.report;
import static io.videojob.catalog.Acme.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Cost;
import io.videojob.Element;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Media;
import io.videojob.VideoRequest;
import io.videojob.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslatorTest {
    @Test
    void eachFieldIsWrittenInTheModelsOrderAndWireType() {
        Translation translation = loud(r -> r.option("steps", 30)
                .option("rig", Map.of("pan", 0.5))
                .option("overlay", Media.url(IMAGE))
                .option("strength", 1)
                .option("tiled", false)
                .option("scenes", List.of("one"))
                .generateAudio(false)
                .seed(9007199254740993L)
                .fps(24)
                .duration(Duration.ofSeconds(6))
                .resolution("1080p")
                .aspectRatio("4:3")
                .sourceVideo("https://example.com/v.mp4?sig=1")
                .element(Element.of(IMAGE))
                .element(Element.of(IMAGE, "https://example.com/b.png"))
                .negativePrompt("blur"));

        assertThat(Json.write(translation.body())).isEqualTo("""
                        {"text":"a fox","not":"blur","things":[{"f":"https://example.com/a.png"},\
                        {"f":"https://example.com/a.png","o":["https://example.com/b.png"]}],\
                        "video":"https://example.com/v.mp4?sig=1","ratio":"4:3","size":"1080P","length":"6s","rate":24,\
                        "seed":9007199254740993,"sound":false,"strength":1,"steps":30,"tiled":false,\
                        "overlay":"https://example.com/a.png","rig":{"pan":0.5},"scenes":["one"]}\
                        """);
        assertThat(translation.isAccepted()).isTrue();
        assertThat(report(translation, "sourceVideo"))
                .hasToString("sourceVideo -> video = https://example.com/v.mp4?…");
        assertThat(report(translation, "duration")).hasToString("duration -> length = 6 s");
    }

    @Test
    void unsetFieldsAreNotSentButTheirDefaultsAreTold() {
        Translation translation = loud(r -> r);
        assertThat(translation.body()).isEqualTo(Map.of("text", "a fox"));
        assertThat(translation.reports())
                .extracting(FieldReport::toString)
                .containsExactly(
                        "prompt -> text = a fox",
                        "aspectRatio = auto (the vendor's default, not sent)",
                        "resolution = 720P (the vendor's default, not sent)",
                        "fps = 24 (the vendor's default, not sent)",
                        "generateAudio = true (the vendor's default, not sent)",
                        "look = plain (the vendor's default, not sent)");
    }

    @Test
    void unsetIsNotFalse() {
        assertThat(loud(r -> r.generateAudio(false)).body()).containsEntry("sound", false);
        assertThat(loud(r -> r).body()).doesNotContainKey("sound");
    }

    @Test
    void aFamilysDefaultIsSentWhereItCanBeSaid_andTheDifferenceIsNamedWhereNot() {
        Family family = Family.of(
                "f",
                List.of(),
                "video",
                Map.of(Field.ASPECT_RATIO, "16:9", Field.RESOLUTION, "480p", Field.WATERMARK, false),
                Map.of());
        Translation translation = Translator.translate(request().build(), LOUD, family);
        assertThat(translation.body()).isEqualTo(Map.of("text", "a fox", "ratio", "16:9"));
        assertThat(report(translation, "aspectRatio")).hasToString("aspectRatio = 16:9 (the family's default)");
        assertThat(report(translation, "resolution"))
                .hasToString(
                        "resolution = 720P (the vendor's default; the family's 480p can't be said here, not sent)");
        assertThat(report(translation, "watermark"))
                .hasToString("watermark = unknown (no setting of this model; the family's default is false, not sent)");
        assertThat(report(Translator.translate(request().aspectRatio("9:16").build(), LOUD, family), "aspectRatio"))
                .hasToString("aspectRatio -> ratio = 9:16");
    }

    @Test
    void aRequiredFieldIsNamedWhenItIsMissing_andSentByItsDefaultWhenItHasOne() {
        Translation missing = Translator.translate(VideoRequest.builder("m").build(), LOUD);
        assertThat(report(missing, "prompt")).hasToString("prompt refused: this model needs it; set it");

        Translation quick =
                Translator.translate(VideoRequest.builder("m").prompt("a fox").build(), QUICK);
        assertThat(quick.body()).isEqualTo(Map.of("prompt", "a fox", "seconds", 5L));
        assertThat(report(quick, "duration"))
                .hasToString("duration = 5 s (the vendor's default, which it wants to be told)");
    }

    @Test
    void whatTheModelLacksIsRefusedNeverDropped() {
        assertThat(refusal(r -> r.keepAudio(true), "keepAudio"))
                .startsWith("keepAudio = true refused: this model has no such field; leave it out");
        assertThat(refusal(r -> r.audio("https://example.com/a.mp3?token=x"), "audio"))
                .doesNotContain("token");
        assertThat(refusal(r -> r.count(2), "count")).contains("count = 2 refused");
    }

    @Test
    void durationsAreWholeSecondsOfTheList() {
        assertThat(refusal(r -> r.duration(Duration.ofMillis(3500)), "duration"))
                .isEqualTo("duration = 3.5 s refused: is no whole number of seconds; choose 4 s, 6 s, 8 s or 12 s,"
                        + " or adjust()");
        assertThat(refusal(r -> r.duration(Duration.ofSeconds(5)), "duration"))
                .isEqualTo("duration = 5 s refused: is not taken; choose 4 s, 6 s, 8 s or 12 s, or adjust()");
        VideoRequest long_ = VideoRequest.builder("m")
                .prompt("x")
                .duration(Duration.ofSeconds(11))
                .build();
        assertThat(report(Translator.translate(long_, QUICK), "duration"))
                .hasToString("duration = 11 s refused: is out of range; at least 3 s; at most 10 s, or adjust()");
    }

    @Test
    void limitsOfNumbersListsAndTextsAreKept() {
        assertThat(refusal(r -> r.fps(61), "fps"))
                .isEqualTo("fps = 61 refused: is out of range; at least 12; at most 60");
        assertThat(refusal(r -> r.referenceImages(List.of()), "referenceImages"))
                .contains("has 0; at least 1, or leave it out");
        assertThat(refusal(r -> r.referenceImages(IMAGE, IMAGE, IMAGE, IMAGE), "referenceImages"))
                .contains("has 4; at most 3");
        assertThat(refusal(r -> r.prompt("x".repeat(101)), "prompt")).contains("has 101 characters; at most 100");
        assertThat(loud(r -> r.prompt("🦊".repeat(100))).isAccepted()).isTrue();
        assertThat(refusal(r -> r.prompt("🦊".repeat(101)), "prompt")).contains("has 101 characters");
        assertThat(refusal(r -> r.prompt(" "), "prompt")).contains("is blank");
        assertThat(refusal(r -> r.prompt("a fox\ud83e"), "prompt")).contains("half a character at position 5");
        assertThat(refusal(r -> r.aspectRatio("1:1"), "aspectRatio")).contains("choose 16:9, 9:16, 4:3 or auto");
        assertThat(refusal(r -> r.element(Element.of(IMAGE, IMAGE, IMAGE, IMAGE)), "elements"))
                .contains("has 3 views beside the front view; this model takes 0 to 2");
    }

    @Test
    void optionsAreCheckedLikeTheRest() {
        assertThat(refusal(r -> r.option("lok", "plain"), "lok"))
                .isEqualTo("lok = plain refused: this model has no such option; did you mean look?");
        assertThat(refusal(r -> r.option("look", "cubist"), "look")).contains("choose plain or comic");
        assertThat(refusal(r -> r.option("look", 7), "look")).contains("is no string");
        assertThat(refusal(r -> r.option("steps", "30"), "steps")).contains("is no number");
        assertThat(refusal(r -> r.option("steps", 1.5), "steps")).contains("is no whole number");
        assertThat(refusal(r -> r.option("steps", 0), "steps")).contains("at least 1");
        assertThat(refusal(r -> r.option("strength", 1.01), "strength")).contains("at most 1");
        assertThat(refusal(r -> r.option("strength", new BigDecimal("1e999999999")), "strength"))
                .contains("strength = 1E+999999999 refused");
        assertThat(refusal(r -> r.option("tiled", "yes"), "tiled")).contains("is no boolean");
        assertThat(refusal(r -> r.option("rig", List.of()), "rig")).contains("is no object");
        assertThat(refusal(r -> r.option("scenes", List.of(1, 2, 3)), "scenes")).contains("has 3; at most 2");
        assertThat(refusal(r -> r.option("overlay", "next door"), "overlay")).contains("is not a link");
        assertThat(refusal(r -> r.option("overlay", 7), "overlay")).contains("is no link");
        assertThat(refusal(r -> r.option("overlay", List.of(IMAGE)), "overlay")).contains("is a list; this takes one");
        assertThat(refusal(r -> r.option("overlay", "http://example.com/m?key=1"), "overlay"))
                .contains("the vendor loads https links only")
                .doesNotContain("key");
    }

    @Test
    void anOptionInANeutralFieldsPlaceIsToldWhichFieldToSet() {
        assertThat(refusal(r -> r.option("ratio", "16:9"), "ratio"))
                .isEqualTo("ratio = 16:9 refused: is a field of its own: set aspectRatio instead of an option");
        assertThat(loud(r -> r.option("aspectRatio", "16:9")).reports())
                .extracting(FieldReport::toString)
                .anyMatch(text -> text.startsWith("aspectRatio = 16:9") && text.contains("set aspectRatio"));
    }

    @Test
    void constraintsAreTold() {
        assertThat(refusal(r -> r.resolution("1080p").duration(Duration.ofSeconds(12)), "duration + resolution"))
                .isEqualTo(
                        "duration + resolution = 12 s with 1080P refused: duration at most 8 s with resolution 1080P");
        assertThat(refusal(r -> r.resolution("4K"), "aspectRatio + resolution"))
                .isEqualTo("aspectRatio + resolution = auto with 4K refused: aspectRatio only 16:9 with resolution 4K");
        assertThat(refusal(r -> r.firstFrame(IMAGE).element(Element.of(IMAGE)), "firstFrame + elements"))
                .contains("not together; leave out the one or the other");
        assertThat(loud(r -> r.lastFrame(IMAGE)).reports())
                .extracting(FieldReport::toString)
                .contains("lastFrame = set refused: goes only with firstFrame");
        assertThat(refusal(
                        r -> r.referenceImages(IMAGE, IMAGE)
                                .element(Element.of(IMAGE))
                                .sourceVideo("https://example.com/v.mp4"),
                        "referenceImages + elements"))
                .isEqualTo("referenceImages + elements = 2 + 1 = 3 refused: at most 2 together: the model looks at four"
                        + " things");
        assertThat(loud(r -> r.referenceImages(IMAGE, IMAGE).element(Element.of(IMAGE)))
                        .isAccepted())
                .isTrue();
        VideoRequest empty = VideoRequest.builder("m").build();
        assertThat(report(Translator.translate(empty, QUICK), "prompt or firstFrame"))
                .hasToString("prompt or firstFrame = unset refused: at least one of them must be set");
    }

    @ParameterizedTest
    @CsvSource({"4, 0.20", "12, 0.60"})
    void aPriceBySecondsIsMultiplied(int seconds, BigDecimal usd) {
        assertThat(loud(r -> r.duration(Duration.ofSeconds(seconds))).price())
                .contains(Cost.usd(usd, Cost.Source.ESTIMATED));
    }

    @Test
    void withoutADurationThereIsNoPriceBySeconds() {
        assertThat(loud(r -> r).price()).isEmpty();
    }

    @Test
    void anUncheckedModelTakesThePromptAndOptionsAndNothingElse() {
        Translation ok = Translator.unchecked(
                VideoRequest.builder("acme:new/x")
                        .prompt("@Image7")
                        .option("b", 1)
                        .option("a", List.of("x"))
                        .build(),
                "new/x");
        assertThat(Json.write(ok.body())).isEqualTo("{\"prompt\":\"@Image7\",\"b\":1,\"a\":[\"x\"]}");
        assertThat(ok.reports())
                .allSatisfy(report -> assertThat(report.why().orElse("")).startsWith("unchecked"))
                .hasSize(3);
        Translation refused = Translator.unchecked(
                VideoRequest.builder("m")
                        .prompt("a")
                        .seed(1)
                        .option("prompt", "b")
                        .build(),
                "m");
        assertThat(report(refused, "seed").toString()).contains("give it as an option, under the vendor's name");
        assertThat(refused.reports())
                .extracting(FieldReport::toString)
                .contains("prompt = b refused: is set as a field, too; leave out the one or the other");
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void theBodyCantBeChanged() {
        Map<String, Object> body = loud(r -> r).body();
        assertThatThrownBy(() -> body.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
