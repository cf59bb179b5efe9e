package io.videojob.catalog;

import static io.videojob.catalog.Acme.report;
import static io.videojob.catalog.Wordy.translate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.Shot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are taken one by one, and lists of shots. */
class WireListsTest {
    private static final String A = "https://example.com/a.png";
    private static final String B = "https://example.com/b.png";

    @Test
    void aListMayBeTakenOneByOneInFieldsOfItsOwn() {
        Translation translation = translate(r -> r.prompt("[x] @Image2").referenceImages(A, B));
        assertThat(translation.body()).isEqualTo(Map.of("prompt", "[x] [2]", "image", A, "image2", B));
        assertThat(report(translation, "referenceImages"))
                .hasToString("referenceImages -> image, image2 = [" + A + ", " + B + "]");
    }

    @Test
    void moreItemsThanFieldsAreRefused() {
        assertThat(report(translate(r -> r.referenceImages(A, A, A, B)), "referenceImages")
                        .why())
                .contains("has 4; at most 3");
    }

    @Test
    void aFieldOfSuchAListIsNoOption() {
        assertThat(report(translate(r -> r.option("image2", A)), "image2").why())
                .contains("is a field of its own: set referenceImages instead of an option");
    }

    @Test
    void shotsAreWrittenInTheVendorsShape_andMayCallMedia() {
        Translation translation = translate(r -> r.referenceImages(A)
                .shot(Shot.of("@Image1 wakes up", Duration.ofSeconds(3)))
                .shot(Shot.of("it leaves")));
        assertThat(translation.body())
                .containsEntry(
                        "multi_prompt",
                        List.of(Map.of("text", "[1] wakes up", "length", "3s"), Map.of("text", "it leaves")));
        assertThat(report(translation, "shots")).hasToString("shots -> multi_prompt = [[1] wakes up (3 s), it leaves]");
    }

    @Test
    void whatAShotCanNotSayIsRefused_eachShotByItsNumber() {
        List<Shot> shots = List.of(
                Shot.of("x".repeat(31), Duration.ofSeconds(16)),
                Shot.of(" ", Duration.ofMillis(500)),
                Shot.of("fine"),
                Shot.of("@Image1"));
        assertThat(report(translate(r -> r.shots(shots).referenceImages(A)), "shots")
                        .why())
                .contains("has 4; at most 3"
                        + "; number 1 has 31 characters; at most 30; number 1 lasts 16 s; at most 15 s"
                        + "; number 2 is blank; number 2 lasts 0.5 s; whole seconds only");
        assertThat(report(translate(r -> r.shots(List.of(Shot.of("@Image1")))), "shots")
                        .why())
                .contains("@Image1, but the request has no images; add it, or take the reference out");
    }

    @Test
    void shotsMayBeTheirPromptsAlone() {
        String json = Wordy.JSON.replaceFirst("(\"maxLength\": 30),\\s*\"shape\": \\{[^}]*}", "$1");
        ModelProfile plain = Profiles.parse(json, "wordy.json").get(0);
        assertThat(WireWriter.write(spec(plain), List.of(Shot.of("a"), Shot.of("b")))
                        .value())
                .isEqualTo(List.of("a", "b"));
        assertThat(WireWriter.write(spec(plain), List.of(Shot.of("a", Duration.ofSeconds(1))))
                        .refusal())
                .isEqualTo("has a duration; the length of a shot can't be said here");
    }

    @Test
    void aShotMayNeedItsLength() {
        String json = Wordy.JSON.replace("\"minDuration\": 1", "\"durationRequired\": true, \"minDuration\": 2");
        FieldSpec spec = spec(Profiles.parse(json, "wordy.json").get(0));
        assertThat(WireWriter.write(spec, List.of(Shot.of("a"))).refusal())
                .isEqualTo("has no duration; this model needs it");
        assertThat(WireWriter.write(spec, List.of(Shot.of("a", Duration.ofSeconds(1))))
                        .refusal())
                .isEqualTo("lasts 1 s; at least 2 s");
    }

    private static FieldSpec spec(ModelProfile profile) {
        return profile.field("shots").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"image\", \"image2\", \"image3\"] | [\"image\"]                         | wires are [image]; one is a wire",
                "[\"image\", \"image2\", \"image3\"] | [\"image\", \"image\"]              | referenceImages and referenceImages are both written as image",
                "[\"image\", \"image2\", \"image3\"] | [\"image\", \"size\"]               | referenceImages and aspectRatio are both written as size",
                "[\"image\", \"image2\", \"image3\"] | [\"a\", \"b\"], \"maxItems\": 3     | referenceImages takes more items than it has wire names",
                "[\"image\", \"image2\", \"image3\"] | [\"a\", \"b\"], \"wire\": \"c\"     | has both a wire and wires",
                "\"wire\": \"mask_url\"              | \"wires\": [\"a\", \"b\"]            | mask has several wire names, but is no list of media",
                "\"type\": \"shots\"                 | \"type\": \"list\"                   | wordy.json: acme/wordy.fields.shots.shape has an unknown key",
                "\"prompt\": \"text\"                | \"prompt\": \"length\"               | names of their own",
                "\"duration\": \"length\",           | ``                                   | says how a shot's duration is written, but not its name",
                "\"durationType\": \"string\"        | \"durationType\": \"integer\"        | has a suffix, but a shot's duration is no text",
                "\"durationType\": \"string\"        | \"durationType\": \"boolean\"        | writes a shot's duration as boolean",
                "\"minDuration\": 1                  | \"minDuration\": 16                  | a shot's least seconds are over its most",
                "\"wire\": \"audio\", \"type\": \"integer\", \"min\": 0, \"max\": 9 | \"type\": \"shots\" | loudness is an option; shots are a neutral field",
            })
    void contradictionsAreRefused(String right, String wrong, String message) {
        assertThat(Wordy.JSON).contains(right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.parse(Wordy.JSON.replace(right, wrong), "wordy.json"))
                .withMessageContaining(message);
    }
}
