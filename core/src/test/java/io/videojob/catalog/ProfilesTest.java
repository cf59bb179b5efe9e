package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Field;
import io.videojob.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    @Test
    void everyPartOfAProfileIsRead() {
        ModelProfile loud = Acme.LOUD;
        assertThat(loud.slug()).isEqualTo("acme/loud");
        assertThat(loud.aliases()).containsExactly("acme/loud-1");
        assertThat(loud.family()).isEmpty();
        assertThat(loud.produces()).isEqualTo("video");
        assertThat(loud.source()).isEqualTo("invented");
        assertThat(loud.usualRun()).isEqualTo(Duration.ofSeconds(90));
        assertThat(loud.longestRun()).isEqualTo(Duration.ofHours(1));
        assertThat(loud.createTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(loud.price()).hasValueSatisfying(price -> {
            assertThat(price.usd()).isEqualTo("0.05");
            assertThat(price.per()).isEqualTo(Price.Per.SECOND);
            assertThat(price.date()).isEqualTo(LocalDate.of(2026, 1, 31));
        });
        assertThat(loud.constraints()).hasSize(5);
        assertThat(loud.constraints().get(0)).hasToString("duration at most 8 s with resolution [1080P, 4K]");
        assertThat(loud.mediaNames()).containsOnlyKeys("Image", "Element");
        assertThat(Acme.QUICK.createTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(Acme.QUICK.hints()).containsEntry("door", "back");
    }

    @Test
    void everyPartOfAFieldIsRead() {
        FieldSpec prompt = Acme.LOUD.field("prompt").orElseThrow();
        assertThat(prompt.field()).contains(Field.PROMPT);
        assertThat(prompt.wireName()).isEqualTo("text");
        assertThat(prompt.isRequired()).isTrue();
        assertThat(prompt.maxLength()).contains(100);
        FieldSpec duration = Acme.LOUD.field("duration").orElseThrow();
        assertThat(duration.values()).isEqualTo(List.of(4L, 6L, 8L, 12L));
        assertThat(duration.suffix()).isEqualTo("s");
        assertThat(duration.type()).isEqualTo(WireType.STRING);
        FieldSpec images = Acme.LOUD.field("referenceImages").orElseThrow();
        assertThat(images.minItems()).contains(1);
        assertThat(images.maxItems()).contains(3);
        assertThat(images.isInlineAllowed()).isTrue();
        assertThat(images.schemes()).containsExactly("https");
        FieldSpec fps = Acme.LOUD.field("fps").orElseThrow();
        assertThat(fps.min()).contains(new BigDecimal(12));
        assertThat(fps.max()).contains(new BigDecimal(60));
        assertThat(fps.defaultValue()).contains(24L);
        assertThat(Acme.LOUD.field("lastFrame").orElseThrow().schemes()).containsExactly("https", "http");
        assertThat(Acme.LOUD.field("look").orElseThrow().field()).isEmpty();
        assertThat(Acme.LOUD.field("elements").orElseThrow().elementShape()).hasValueSatisfying(shape -> {
            assertThat(shape.front()).isEqualTo("f");
            assertThat(shape.maxOthers()).isEqualTo(2);
            assertThat(shape.isFrontStandingIn()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // unknown words
                "\"slug\": \"acme/loud\"          | \"slug\": \"acme/loud\", \"sulg\": 1 | acme.json: acme/loud has an unknown key \"sulg\"",
                "\"maxLength\": 100               | \"maxLenght\": 100        | acme.json: acme/loud.fields.prompt has an unknown key \"maxLenght\"",
                "\"negativePrompt\":              | \"negativPrompt\":        | acme.json: acme/loud.fields has \"negativPrompt\", which is no neutral field; did you mean negativePrompt?",
                "\"type\": \"boolean\", \"default\" | \"type\": \"bool\", \"default\" | acme/loud.fields.generateAudio.type is \"bool\", not one of [string",
                "\"rule\": \"needs\"              | \"rule\": \"wants\"       | constraints[3].rule is \"wants\"",
                "\"usual\": \"90s\"               | \"usual\": \"90\"         | acme/loud.runs.usual is \"90\", not a time such as 90s or 30m",
                "\"per\": \"second\"              | \"per\": \"minute\"       | acme/loud.price.per is \"minute\"",
                "\"date\": \"2026-01-31\"         | \"date\": \"soon\"        | acme/loud.price.date is no day",
                "\"_source\": \"invented\"        | \"source\": \"invented\"  | acme.json has an unknown key \"source\"",
                // what is missing
                "\"slug\": \"acme/quick\",        | \"aliases\": [],          | slug is missing",
                "\"wire\": \"text\",              | ``                        | acme/loud.fields.prompt.wire is missing",
                ", \"source\": \"a leaflet\"      | ``                        | acme/loud.price.source is missing",
                "\"max\": 8, \"where\"            | \"where\"                 | constraints[0].max is missing",
                // contradictions of a field with itself
                "\"default\": \"auto\"            | \"default\": \"1:1\"      | acme/loud.fields.aspectRatio: aspectRatio doesn't take its own default 1:1",
                "\"default\": 24                  | \"default\": 61           | fps doesn't take its own default 61",
                "\"values\": [4, 6, 8, 12]        | \"values\": [4, \"6\"]    | duration is written as string, but has the value 6",
                "\"values\": [4, 6, 8, 12]        | \"values\": [4, 4]        | duration has the value 4 twice",
                "\"values\": [4, 6, 8, 12]        | \"values\": []            | duration.values is empty",
                "\"min\": 12, \"max\": 60         | \"min\": 61, \"max\": 60  | fps has a min over its max",
                "\"minItems\": 1, \"maxItems\": 3 | \"minItems\": 4, \"maxItems\": 3 | referenceImages takes from 4 to 3 items",
                "\"wire\": \"seed\", \"type\": \"integer\" | \"wire\": \"seed\", \"type\": \"boolean\" | seed is written as boolean; it can be one of [integer, number, string]",
                "\"wire\": \"seed\", \"type\"     | \"wire\": \"seed\", \"suffix\": \"s\", \"type\" | seed has a suffix",
                "\"wire\": \"seed\", \"type\"     | \"wire\": \"seed\", \"inline\": true, \"type\" | seed allows inline bytes",
                "\"wire\": \"seed\", \"type\"     | \"wire\": \"seed\", \"maxLength\": 3, \"type\" | seed has a maxLength, but no text",
                "\"wire\": \"not\", \"type\"      | \"wire\": \"not\", \"min\": 3, \"type\" | negativePrompt has a min or max, but no number",
                "\"wire\": \"not\", \"type\"      | \"wire\": \"not\", \"maxItems\": 3, \"type\" | negativePrompt has minItems or maxItems, but is no list",
                "[\"https\", \"http\"]            | [\"https\", \"ftp\"]      | lastFrame has the schemes [https, ftp]",
                "\"minOthers\": 0                 | \"minOthers\": 3          | acme/loud.fields.elements.shape: from 3 to 2 other views is nothing",
                "\"tiled\":                       | \"seed\":                 | is an option with the name of a neutral field",
                // contradictions between parts
                "\"wire\": \"not\"                | \"wire\": \"text\"        | acme.json: acme/loud: prompt and negativePrompt are both written as text",
                "\"field\": \"lastFrame\"         | \"field\": \"audio\"      | acme/loud: a constraint speaks of audio, which is no field here",
                "\"counts\": [\"elements\"]       | \"counts\": [\"audio\"]   | @Element counts audio, which is no field here",
                "\"counts\": [\"elements\"]       | \"counts\": [\"prompt\"]  | @Element counts prompt, which is no medium",
                "\"Element\": {                   | \"Thing\": {              | names media of the kind Thing",
                "\"writes\": \"${n}\"             | \"writes\": \"it\"        | writes \"it\", which has no {n}",
                "\"longest\": \"1h\"              | \"longest\": \"1m\"       | the longest run is shorter than the usual one",
                "[\"acme/loud-1\"]                | [\"acme/quick\"]          | acme/quick: another model is called acme/quick, too",
                "\"slug\": \"acme/quick\", \"produces\": \"video\" | \"slug\": \"acme/quick\", \"produces\": \"music\" | acme/quick: produces music",
                "\"slug\": \"acme/quick\", \"produces\": \"video\" | \"slug\": \"acme/quick\", \"produces\": \"video\", \"family\": \"kling-o1/image\" | acme/quick.produces is video, but its family kling-o1/image makes image",
            })
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertThat(Acme.JSON).contains(right);
        String json = Acme.JSON.replace(right, wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.parse(json, "acme.json"))
                .withMessageStartingWith("acme.json")
                .withMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThereOrNotJsonIsNamed() {
        assertThatThrownBy(() -> Profiles.read(ProfilesTest.class, "nothing.json"))
                .hasMessage("no resource nothing.json beside io.videojob.catalog.ProfilesTest");
        assertThatThrownBy(() -> Profiles.parse("{\"models\": [}", "acme.json"))
                .hasMessageStartingWith("acme.json: not JSON at $.models[0] (line 1");
        assertThatThrownBy(() -> Profiles.parse("{\"models\": []}", "acme.json"))
                .hasMessage("acme.json: no models");
    }

    @Test
    void aPriceBySecondsNeedsADuration() {
        String json = Acme.JSON
                .replaceFirst("\"duration\": \\{[^}]*},", "")
                .replace("{\"rule\": \"limit\", \"field\": \"duration\"", "{\"rule\": \"limit\", \"field\": \"fps\"");
        assertThatThrownBy(() -> Profiles.parse(json, "acme.json"))
                .hasMessageContaining("costs money by the second, but has no duration");
    }

    @Test
    void anEmptyProfileIsEnoughForAModelThatNeedsNothing() {
        ModelProfile bare = ModelProfile.builder("acme/bare").build();
        assertThat(bare.fields()).isEmpty();
        assertThat(bare.constraints()).isEmpty();
        assertThat(bare.price()).isEmpty();
    }
}
