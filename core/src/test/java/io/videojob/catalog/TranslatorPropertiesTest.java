package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Media;
import io.videojob.Shot;
import io.videojob.VideoRequest;
import io.videojob.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What must hold for any request, at any model. */
class TranslatorPropertiesTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void eachSetFieldIsInTheBodyOrInTheRefusals(
            @ForAll("requests") VideoRequest request, @ForAll("profiles") ModelProfile profile) {
        Translation translation = Translator.translate(request, profile);
        Statistics.collect(translation.isAccepted());
        Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
        Map<String, FieldReport> reports = translation.reports().stream()
                .collect(Collectors.toMap(FieldReport::field, Function.identity(), (a, b) -> a));
        Stream.concat(request.fields().keySet().stream().map(Field::key), request.options().keySet().stream())
                .forEach(name -> {
                    FieldReport report = reports.get(name);
                    assertThat(report).as("%s in %s", name, translation).isNotNull();
                    if (translation.isAccepted()) {
                        assertThat(report.fate()).isIn(FieldReport.Fate.APPLIED, FieldReport.Fate.ADJUSTED);
                        assertThat(translation.body())
                                .containsKeys(report.wireName().orElseThrow().split(", "));
                    }
                });
        assertThat(translation.body().isEmpty() && translation.isAccepted())
                .as("an accepted request sends something: %s", translation)
                .isFalse();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theBodyHoldsOnlyWhatTheProfileDeclares_neverNull(
            @ForAll("requests") VideoRequest request, @ForAll("profiles") ModelProfile profile) {
        Translation translation = Translator.translate(request, profile);
        Set<String> declared = profile.fields().stream()
                .flatMap(spec -> spec.wireNames().stream())
                .collect(Collectors.toSet());
        assertThat(declared).containsAll(translation.body().keySet());
        assertThat(Json.write(translation.body())).doesNotContain("null");
        assertThat(Json.read(Json.write(translation.body()))).isEqualTo(translation.body());
        if (translation.isAccepted()) {
            profile.fields().stream()
                    .filter(FieldSpec::isRequired)
                    .forEach(spec -> assertThat(translation.body()).containsKey(spec.wireName()));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void withoutAdjustNothingIsAdjusted_andAllOfItIsTheSameTwice(
            @ForAll("requests") VideoRequest request, @ForAll("profiles") ModelProfile profile) {
        Translation translation = Translator.translate(request, profile);
        if (!request.isAdjusting()) {
            assertThat(translation.reports()).noneMatch(report -> report.fate() == FieldReport.Fate.ADJUSTED);
        }
        Translation again = Translator.translate(request.toBuilder().build(), profile);
        assertThat(again.reports()).isEqualTo(translation.reports());
        assertThat(again.body()).isEqualTo(translation.body());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void adjustingOnlyEverHelps(@ForAll("requests") VideoRequest request, @ForAll("profiles") ModelProfile profile) {
        VideoRequest adjusting = request.toBuilder().adjust().build();
        VideoRequest.Builder strict = VideoRequest.builder(request.model());
        request.fields().forEach(strict::set);
        request.options().forEach(strict::option);
        Translation before = Translator.translate(strict.build(), profile);
        Translation after = Translator.translate(adjusting, profile);
        if (before.isAccepted()) {
            assertThat(after.body()).isEqualTo(before.body());
        }
        assertThat(after.reports().stream()
                        .filter(r -> r.fate() == FieldReport.Fate.REFUSED)
                        .count())
                .isLessThanOrEqualTo(before.reports().stream()
                        .filter(r -> r.fate() == FieldReport.Fate.REFUSED)
                        .count());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noReportShowsAQueryStringOrBytes(
            @ForAll("requests") VideoRequest request, @ForAll("profiles") ModelProfile profile) {
        assertThat(Translator.translate(request, profile).reports())
                .allSatisfy(report -> assertThat(report.toString()).doesNotContain("secret", "AQID"));
    }

    @Provide
    Arbitrary<ModelProfile> profiles() {
        return Arbitraries.of(Acme.LOUD, Acme.QUICK, Wordy.PROFILE);
    }

    @Provide
    Arbitrary<VideoRequest> requests() {
        return Arbitraries.maps(fields(), Arbitraries.integers().between(0, 99))
                .ofMaxSize(5)
                .flatMap(fields -> Arbitraries.maps(
                                options(), Arbitraries.integers().between(0, 99))
                        .ofMaxSize(1)
                        .flatMap(options ->
                                Arbitraries.of(true, false).map(adjust -> request(fields, options, adjust))));
    }

    /** Mostly what the models know. */
    private static Arbitrary<Field> fields() {
        Arbitrary<Field> known = Arbitraries.of(
                Field.PROMPT,
                Field.FIRST_FRAME,
                Field.SOURCE_VIDEO,
                Field.DURATION,
                Field.RESOLUTION,
                Field.SEED,
                Field.ASPECT_RATIO);
        return Arbitraries.frequencyOf(Tuple.of(5, known), Tuple.of(1, Arbitraries.of(Field.class)));
    }

    private static Arbitrary<String> options() {
        return Arbitraries.of("look", "strength", "steps", "tiled", "overlay", "rig", "scenes", "ratio", "unknown");
    }

    private static VideoRequest request(Map<Field, Integer> fields, Map<String, Integer> options, boolean adjust) {
        VideoRequest.Builder request = VideoRequest.builder("m").prompt("a fox");
        fields.forEach((field, pick) -> request.set(field, neutral(field, pick)));
        List<Object> values =
                List.of("comic", 1, 0.5, true, "https://example.com/m?secret", Map.of("a", 1), List.of(1));
        options.forEach((name, pick) -> request.option(name, values.get(pick % values.size())));
        return adjust ? request.adjust().build() : request.build();
    }

    /** Of 100 picks the first 80 are what a careful user would set. */
    private static Object neutral(Field field, int pick) {
        boolean careful = pick < 80;
        if (field == Field.ELEMENTS) {
            return elements(careful ? 1 : pick % 4);
        }
        if (field == Field.SHOTS) {
            return List.of(pick % 2 == 0 ? Shot.of("@Image1") : Shot.of("a fox", Duration.ofMillis(500L * (pick + 1))));
        }
        if (field.type() == List.class) {
            return Stream.generate(() -> medium(pick))
                    .limit(careful ? 1 : pick % 5)
                    .toList();
        }
        if (field.type() == Media.class) {
            return medium(pick);
        }
        if (field.type() == Duration.class) {
            return careful ? Duration.ofSeconds(4 + 2 * (pick % 3)) : Duration.ofMillis(500L * pick);
        }
        if (field.type() == Boolean.class) {
            return pick % 2 == 0;
        }
        if (field.type() == Integer.class) {
            return pick;
        }
        if (field.type() == Long.class) {
            return Long.MAX_VALUE - pick;
        }
        if (field.type() == BigDecimal.class) {
            return BigDecimal.valueOf(pick, 1);
        }
        List<String> texts = switch (field) {
            case ASPECT_RATIO -> List.of("16:9", "1:1", "auto", "21:9", "9:16", "odd");
            case RESOLUTION -> List.of("720p", "1080P", "4K", "900p", "odd");
            default -> List.of("a fox", "", "@Image1 and @Element2", "x".repeat(120), "@Video1");
        };
        return texts.get(careful ? 0 : pick % texts.size());
    }

    private static Media medium(int pick) {
        if (pick < 80) {
            return Media.url("https://example.com/a.png?secret=1");
        }
        return pick % 2 == 0
                ? Media.url("http://example.com/a.png?secret")
                : Media.bytes("image/png", new byte[] {1, 2, 3});
    }

    private static List<Element> elements(int count) {
        Media link = Media.url("https://example.com/e.png?secret");
        return Stream.generate(() -> Element.of(
                        link, Stream.generate(() -> link).limit(count).toList()))
                .limit(count)
                .toList();
    }
}
