package io.videojob.catalog;

import static io.videojob.catalog.Acme.LOUD;
import static io.videojob.catalog.Acme.QUICK;
import static io.videojob.catalog.Acme.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjusterTest {

    private static VideoRequest.Builder request() {
        return VideoRequest.builder("m").prompt("a fox").adjust();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    @ParameterizedTest
    @CsvSource({"1, 4s", "5, 4s", "5.001, 6s", "6, 6s", "7, 6s", "9.9, 8s", "10, 8s", "11, 12s", "99999, 12s"})
    void durationsMoveToTheNearest_ofTwoToTheShorter(double wanted, String sent) {
        assertThat(Translator.translate(request().duration(seconds(wanted)).build(), LOUD)
                        .body())
                .containsEntry("length", sent);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3.5, 3", "3.6, 4", "9, 9", "60, 10"})
    void durationsMoveIntoARange(double wanted, long sent) {
        assertThat(Translator.translate(request().duration(seconds(wanted)).build(), QUICK)
                        .body())
                .containsEntry("seconds", sent);
    }

    @ParameterizedTest
    @CsvSource({"480p, 720P", "900p, 720P", "901p, 1080P", "2k, 1080P", "2160p, 4K", "8K, 4K", "1080p, 1080P"})
    void resolutionsMoveByLines(String wanted, String sent) {
        VideoRequest request = request().resolution(wanted).aspectRatio("16:9").build();
        assertThat(Translator.translate(request, LOUD).body()).containsEntry("size", sent);
    }

    @ParameterizedTest
    @CsvSource({"21:9, 16:9", "1:1, 4:3", "2:3, 9:16", "1.85:1, 16:9", "32:18, 16:9"})
    void aspectRatiosMoveByTheirShape(String wanted, String sent) {
        assertThat(Translator.translate(request().aspectRatio(wanted).build(), LOUD)
                        .body())
                .containsEntry("ratio", sent);
    }

    @Test
    void ofTwoEquallyDistantShapesTheNarrowerIsTaken() {
        ModelProfile profile = ModelProfile.builder("m")
                .fields(List.of(FieldSpec.field(Field.ASPECT_RATIO, "r", WireType.STRING)
                        .values(List.of("16:9", "9:16"))
                        .build()))
                .build();
        VideoRequest square =
                VideoRequest.builder("m").aspectRatio("1:1").adjust().build();
        assertThat(Translator.translate(square, profile).body()).containsEntry("r", "9:16");
    }

    @Test
    void eachMoveIsTold() {
        Translation translation =
                Translator.translate(request().duration(seconds(5)).build(), LOUD);
        assertThat(report(translation, "duration"))
                .hasToString("duration -> length = 4 s, adjusted from 5 s: the nearest that this model takes");
        assertThat(report(translation, "duration").fate()).isEqualTo(FieldReport.Fate.ADJUSTED);
    }

    @Test
    void whatFitsStaysWhereItIs() {
        Translation translation = Translator.translate(
                request()
                        .duration(seconds(6))
                        .resolution("1080p")
                        .aspectRatio("auto")
                        .build(),
                LOUD);
        assertThat(translation.reports()).noneMatch(report -> report.fate() == FieldReport.Fate.ADJUSTED);
        assertThat(translation.isAccepted()).isTrue();
    }

    @Test
    void aConstraintIsNeverMovedOver_theDurationGivesWayFirst() {
        Translation translation = Translator.translate(
                request().duration(seconds(12)).resolution("1080p").build(), LOUD);
        assertThat(translation.body()).containsEntry("length", "8s").containsEntry("size", "1080P");
        assertThat(report(translation, "duration"))
                .hasToString("duration -> length = 8 s, adjusted from 12 s: the nearest that goes with the rest");

        Translation nearer = Translator.translate(
                request().duration(seconds(11)).resolution("1100p").build(), LOUD);
        assertThat(nearer.body()).containsEntry("length", "8s").containsEntry("size", "1080P");
    }

    @Test
    void theFieldThatMustMoveAnywayIsMovedAroundTheConstraint() {
        // 4:3 fits, but not in 4K, which is the nearest to 1800p; 1080P is the next.
        Translation translation = Translator.translate(
                request().resolution("1800p").aspectRatio("4:3").build(), LOUD);
        assertThat(translation.body()).containsEntry("size", "1080P").containsEntry("ratio", "4:3");
    }

    @Test
    void aConstraintThatNothingHelpsAgainstIsStillTold() {
        Translation translation = Translator.translate(
                request()
                        .duration(seconds(5))
                        .lastFrame("https://example.com/a.png")
                        .build(),
                LOUD);
        assertThat(report(translation, "duration").fate()).isEqualTo(FieldReport.Fate.ADJUSTED);
        assertThat(translation.isAccepted()).isFalse();
        assertThat(translation.reports())
                .extracting(FieldReport::toString)
                .contains("lastFrame = set refused: goes only with firstFrame");
    }

    @Test
    void whatCantBeComparedIsRefused() {
        Translation translation = Translator.translate(
                request().aspectRatio("wide").resolution("sharp").build(), LOUD);
        assertThat(report(translation, "aspectRatio").fate()).isEqualTo(FieldReport.Fate.REFUSED);
        assertThat(report(translation, "resolution").fate()).isEqualTo(FieldReport.Fate.REFUSED);
    }

    @Test
    void withoutAdjustNothingMoves() {
        VideoRequest strict =
                VideoRequest.builder("m").prompt("x").duration(seconds(5)).build();
        assertThat(Translator.translate(strict, LOUD).isAccepted()).isFalse();
    }

    @Test
    void otherFieldsNeverMove() {
        assertThat(report(Translator.translate(request().fps(100).build(), LOUD), "fps")
                        .fate())
                .isEqualTo(FieldReport.Fate.REFUSED);
    }
}
