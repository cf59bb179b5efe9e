package io.videojob.internal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Difference;
import io.videojob.FieldReport;
import io.videojob.VideoFacts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {
    private static final VideoFacts FILM = facts(5000, 1920, 1080, 24, false);

    private static VideoFacts facts(long milliseconds, int width, int height, double rate, boolean audio) {
        return VideoFacts.builder()
                .duration(Duration.ofMillis(milliseconds))
                .size(width, height)
                .frameRate(rate)
                .audio(audio)
                .build();
    }

    private static FieldReport asked(String field, String value) {
        return FieldReport.applied(field, "wire", value);
    }

    private static List<Difference> differences(VideoFacts facts, FieldReport... reports) {
        return Conformance.differences(List.of(reports), facts);
    }

    @ParameterizedTest
    @CsvSource({
        "5 s, 5000, true", "5 s, 5500, true", "5 s, 4500, true", "5 s, 5501, false", "5 s, 4499, false",
        "10 s, 9500, true", "10 s, 9400, false", "60 s, 57000, true", "60 s, 56900, false", "2.5 s, 3000, true",
        "2.5 s, 3001, false", "auto, 3001, true", "-1 s, 3001, true", "120, 5000, true"
    })
    void aLengthIsAsAskedWithinHalfASecondOrFivePercent(String asked, long milliseconds, boolean same) {
        assertThat(differences(facts(milliseconds, 16, 9, 24, true), asked("duration", asked))
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "16:9, 1920, 1080, true", "16:9, 1920, 1088, true", "16:9, 832, 480, true", "16:9, 864, 480, true",
        "16:9, 1080, 1920, false", "16:9, 1024, 1024, false", "16:9, 1280, 768, false", "9:16, 1080, 1920, true",
        "1:1, 960, 960, true", "1:1, 960, 900, false", "21:9, 1470, 630, true", "2.35:1, 1920, 816, true",
        "auto, 960, 900, true", "0:0, 960, 900, true", "16:0, 960, 900, true", "0:9, 960, 900, true"
    })
    void anAspectRatioIsAsAskedWithinThreePercent(String asked, int width, int height, boolean same) {
        assertThat(differences(facts(5000, width, height, 24, true), asked("aspectRatio", asked))
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "1080p, 1920, 1080, true", "1080P, 1080, 1920, true", "1080p, 1920, 1088, true", "1080p, 1280, 720, false",
        "720p, 1920, 1080, false", "720p, 1280, 704, true", "720p, 960, 960, true", "720p, 720, 720, true",
        "720p, 600, 600, false", "480p, 832, 480, true", "480p, 960, 540, false", "540p, 1024, 576, false",
        "768P, 1366, 768, true", "4K, 3840, 2160, true", "4k, 1920, 1080, false", "2K, 16, 16, true",
        "1280x720, 1280, 720, true", "1280*720, 720, 1280, false", "high, 16, 16, true"
    })
    void aResolutionIsTheShorterSideOrThePixelsThatGoWithIt(String asked, int width, int height, boolean same) {
        assertThat(differences(facts(5000, width, height, 24, true), asked("resolution", asked))
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 23.976, true",
        "24, 24.2, true",
        "24, 25, false",
        "30, 29.97, true",
        "30, 24, false",
        "auto, 7, true"
    })
    void aFrameRateIsAsAskedWithinTwoPercent(String asked, double rate, boolean same) {
        assertThat(differences(facts(5000, 16, 9, rate, true), asked("fps", asked))
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "true, , true, true", "true, , false, false", "false, , true, false", "false, , false, true",
        ", true, true, true", ", true, false, false", ", false, true, false", ", false, false, true",
        "false, true, true, true", "true, false, true, true", "true, false, false, false", "false, false, true, false"
    })
    void soundIsThereIfAFieldBringsIt(String generated, String kept, boolean audio, boolean same) {
        List<FieldReport> reports = new java.util.ArrayList<>();
        if (generated != null) {
            reports.add(asked("generateAudio", generated));
        }
        if (kept != null) {
            reports.add(asked("keepAudio", kept));
        }
        assertThat(Conformance.differences(reports, facts(5000, 16, 9, 24, audio))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void soundThatWasGivenIsNoDifference() {
        assertThat(differences(
                        facts(5000, 16, 9, 24, true), asked("audio", "https://a/b.mp3"), asked("keepAudio", "false")))
                .isEmpty();
    }

    @Test
    void eachDifferenceSaysWhatWasAskedAndWhatCame() {
        List<Difference> found = differences(
                facts(4000, 1280, 720, 25, false),
                asked("duration", "5 s"),
                asked("aspectRatio", "1:1"),
                asked("resolution", "1080P"),
                asked("fps", "30"),
                asked("keepAudio", "true"));

        assertThat(found)
                .containsExactly(
                        new Difference("duration", "5 s", "4.0 s"),
                        new Difference("aspectRatio", "1:1", "1280x720"),
                        new Difference("resolution", "1080P", "1280x720"),
                        new Difference("fps", "30", "25"),
                        new Difference("keepAudio", "true", "no sound track"));
        assertThat(found.get(0)).hasToString("duration: delivered 4.0 s where 5 s was asked for");
    }

    @Test
    void whatCountsIsWhatWasSent() {
        FieldReport moved = FieldReport.adjusted("duration", "wire", "7 s", "5 s", "the nearest that this model takes");
        FieldReport familys = FieldReport.defaulted("aspectRatio", "wire", "1:1", "the family's default");

        assertThat(differences(FILM, moved, familys))
                .containsExactly(new Difference("aspectRatio", "1:1", "1920x1080"));
    }

    @Test
    void whatWasNotSentIsNoDifference() {
        assertThat(differences(FILM)).isEmpty();
        assertThat(differences(FILM, FieldReport.defaulted("duration", null, "10 s", "the vendor's default")))
                .isEmpty();
    }

    @Test
    void whatTheFileDoesNotTellIsNoDifference() {
        assertThat(differences(
                        VideoFacts.builder().build(),
                        asked("duration", "5 s"),
                        asked("aspectRatio", "1:1"),
                        asked("resolution", "1080p"),
                        asked("fps", "30"),
                        asked("generateAudio", "true")))
                .isEmpty();
    }
}
