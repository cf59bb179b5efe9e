package io.videojob.catalog;

import static io.videojob.catalog.Acme.report;
import static io.videojob.catalog.Wordy.translate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.FieldReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neutral values in, the vendor's own words out. */
class WireValuesTest {

    @Test
    void aNeutralValueIsWrittenInTheVendorsWord_andReportedInTheUsers() {
        Translation translation = translate(r -> r.aspectRatio("9:16")
                .resolution("720p")
                .generateAudio(true)
                .multiShot(false)
                .fps(30)
                .camera("left")
                .style("none"));

        assertThat(translation.body())
                .isEqualTo(Map.of(
                        "size", "720:1280",
                        "lines", 720L,
                        "sound", "enabled",
                        "shot_type", "single",
                        "rate", "tv",
                        "move", "pan_left",
                        "style", "auto"));
        assertThat(report(translation, "aspectRatio")).hasToString("aspectRatio -> size = 9:16 (written as 720:1280)");
        assertThat(report(translation, "generateAudio"))
                .hasToString("generateAudio -> sound = true (written as enabled)");
    }

    @Test
    void aValueWithoutAWordOfItsOwnIsWrittenAsItIs() {
        assertThat(translate(r -> r.aspectRatio("1:1").camera("right").style("noir"))
                        .body())
                .isEqualTo(Map.of("size", "1:1", "move", "right", "style", "noir"));
    }

    @Test
    void theVendorsWordIsNoNeutralValue() {
        Translation translation = translate(r -> r.aspectRatio("1280:720"));
        assertThat(translation.isAccepted()).isFalse();
        assertThat(report(translation, "aspectRatio").why())
                .contains("is not taken; choose 16:9, 9:16 or 1:1, or adjust()");
    }

    @Test
    void aResolutionIsFoundInAnyCase_andItsWordIsSent() {
        assertThat(translate(r -> r.resolution("4k")).body()).containsEntry("lines", 2160L);
    }

    @Test
    void theNearestNeutralValueIsSentInTheVendorsWord() {
        Translation translation =
                translate(r -> r.aspectRatio("21:9").resolution("800p").adjust());
        assertThat(translation.body()).isEqualTo(Map.of("size", "1280:720", "lines", 720L));
        assertThat(report(translation, "resolution"))
                .hasToString("resolution -> lines = 720p, adjusted from 800p: the nearest that this model takes");
    }

    @Test
    void constraintsSpeakOfNeutralValues() {
        assertThat(translate(r -> r.resolution("4K").aspectRatio("16:9")).isAccepted())
                .isTrue();
        assertThat(translate(r -> r.resolution("4K").aspectRatio("1:1")).reports())
                .anySatisfy(
                        report -> assertThat(report)
                                .hasToString(
                                        "aspectRatio + resolution = 1:1 with 4K refused: aspectRatio only 16:9 with resolution 4K"));
    }

    @Test
    void defaultsAreToldInNeutralWords() {
        assertThat(report(translate(r -> r.prompt("a fox")), "aspectRatio"))
                .hasToString("aspectRatio = 16:9 (the vendor's default, not sent)");
    }

    @ParameterizedTest
    @CsvSource({"2, 33", "5, 81", "7.5, 121", "2.0625, 34"})
    void secondsAreCountedInFrames(BigDecimal seconds, long frames) {
        Translation translation = translate(
                r -> r.duration(Duration.ofNanos(seconds.movePointRight(9).longValueExact())));
        assertThat(translation.body()).isEqualTo(Map.of("num_frames", frames));
        assertThat(report(translation, "duration"))
                .hasToString("duration -> num_frames = " + seconds + " s (written as " + frames + " frames)");
    }

    @ParameterizedTest
    @CsvSource({
        "1,    is out of range; at least 2 s; at most 7.5 s",
        "8,    is out of range; at least 2 s; at most 7.5 s",
        "2.01, is no whole number of frames; at least 2 s; at most 7.5 s"
    })
    void aDurationThatIsNoNumberOfFramesHereIsRefused(double seconds, String why) {
        FieldReport report = report(translate(r -> r.duration(Duration.ofMillis((long) (seconds * 1000)))), "duration");
        assertThat(report.fate()).isEqualTo(FieldReport.Fate.REFUSED);
        assertThat(report.why().orElseThrow()).startsWith(why);
    }

    @Test
    void aDurationInFramesMovesBySeconds() {
        Translation translation =
                translate(r -> r.duration(Duration.ofSeconds(30)).adjust());
        assertThat(translation.body()).containsEntry("num_frames", 7 * 16L + 1);
        assertThat(report(translation, "duration").value()).contains("7 s");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(translate(r -> r.guidance(new BigDecimal("7.25"))).body())
                .isEqualTo(Map.of("cfg", new BigDecimal("7.25")));
        assertThat(report(translate(r -> r.guidance(new BigDecimal("20.5"))), "guidance")
                        .why())
                .contains("is out of range; at least 0; at most 20");
    }

    @Test
    void anOptionMayHaveAnotherNameWhereTheVendorsMeansANeutralField() {
        assertThat(translate(r -> r.option("loudness", 3)).body()).isEqualTo(Map.of("audio", 3L));
        assertThat(translate(r -> r.audio("https://example.com/a.mp3")).isAccepted())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"9:16\": \"720:1280\"}  | \"9:16\": \"1280:720\"}       | aspectRatio writes both 16:9 and 9:16 as 1280:720",
                "\"9:16\": \"720:1280\"}  | \"9:16\": \"1:1\"}            | as 1:1",
                "\"9:16\": \"720:1280\"}  | \"9:15\": \"720:1280\"}       | aspectRatio writes 9:15 in another way, but doesn't take it",
                "\"9:16\": \"720:1280\"}  | \"9:16\": 720}                | aspectRatio is written as string, but 9:16 as 720",
                "\"9:16\": \"720:1280\"}  | \"9:16\": null}               | wordy.json: acme/wordy.fields.aspectRatio.wireValues has a null",
                "\"480p\": 480,           | ``                            | resolution is written as integer, so it needs values, and one of wireValues for each",
                "\"480p\": 480,           | \"480p\": \"480\",            | resolution is written as integer, but 480p as 480",
                ", \"false\": \"disabled\"} | }                           | generateAudio is written as string, so it needs values",
                "\"24\": \"cinema\"       | \"24.0\": \"cinema\"          | fps writes 24.0 in another way, but doesn't take it",
                "\"cfg\", \"type\": \"number\" | \"cfg\", \"type\": \"string\"  | guidance is written as string; it can be one of [integer, number]",
                "{\"none\": \"auto\"}     | {}                            | wordy.json: acme/wordy.fields.style.wireValues is empty",
                "\"min\": 0, \"max\": 9   | \"wireValues\": {\"1\": 2}    | loudness is an option, which is said in the vendor's own values",
                "\"wire\": \"audio\"      | \"wire\": \"volume\"          | an option is called as the vendor calls it",
                "{\"perSecond\": 16, \"plus\": 1} | {\"perSecond\": 0}      | wordy.json: acme/wordy.fields.duration.frames: 0 frames a second and 0 more",
                "{\"perSecond\": 16, \"plus\": 1} | {\"plus\": 1}           | duration.frames.perSecond is missing",
                "\"min\": 2, \"max\": 7.5, \"default\": 5 | \"values\": [5.03] | duration is written as integer, but has the value 5.03",
                "\"wire\": \"cfg\",       | \"wire\": \"cfg\", \"frames\": {\"perSecond\": 16}, | guidance counts frames, but is no duration",
            })
    void contradictionsAreRefused(String right, String wrong, String message) {
        assertThat(Wordy.JSON).contains(right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.parse(Wordy.JSON.replace(right, wrong), "wordy.json"))
                .withMessageContaining(message);
    }
}
