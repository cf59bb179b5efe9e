package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Field;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelQueryTest {
    private static final String FAMILY = "kling-o1/image-to-video";

    private final Catalog catalog = Catalog.of(providers());

    private static Map<String, Profiles> providers() {
        ModelProfile frames = model(
                        "kling/v2.6-pro",
                        FieldSpec.field(Field.FIRST_FRAME, "image", WireType.URL)
                                .required(true),
                        FieldSpec.field(Field.DURATION, "duration", WireType.INTEGER)
                                .values(List.of(5, 10)),
                        FieldSpec.field(Field.RESOLUTION, "size", WireType.STRING)
                                .values(List.of("720p", "1080p")),
                        FieldSpec.field(Field.ASPECT_RATIO, "ratio", WireType.STRING)
                                .values(List.of("16:9")),
                        FieldSpec.field(Field.GENERATE_AUDIO, "sound", WireType.BOOLEAN))
                .family(FAMILY)
                .aliases(List.of("kling/frames"))
                .price(price("0.10", Price.Per.SECOND))
                .source("a leaflet")
                .build();
        ModelProfile lips = model(
                        "sync/lips",
                        FieldSpec.field(Field.SOURCE_VIDEO, "video", WireType.URL),
                        FieldSpec.field(Field.RESOLUTION, "size", WireType.STRING),
                        FieldSpec.field(Field.KEEP_AUDIO, "keep", WireType.BOOLEAN))
                .modes(List.of("lip-sync"))
                .price(price("0.60", Price.Per.RESULT))
                .build();
        ModelProfile text = model(
                        "wan/text",
                        FieldSpec.field(Field.DURATION, "duration", WireType.NUMBER)
                                .range(BigDecimal.valueOf(2), new BigDecimal("8.5")),
                        FieldSpec.field(Field.GENERATE_AUDIO, "sound", WireType.BOOLEAN)
                                .values(List.of(false)))
                .build();
        Map<String, Profiles> providers = new LinkedHashMap<>();
        providers.put("acme", Profiles.of(List.of(frames, lips)));
        providers.put("zenith", Profiles.of(List.of(text)));
        return providers;
    }

    private static ModelProfile.Builder model(String slug, FieldSpec.Builder... fields) {
        return ModelProfile.builder(slug)
                .fields(Stream.concat(
                                Stream.of(FieldSpec.field(Field.PROMPT, "prompt", WireType.STRING)), Stream.of(fields))
                        .map(FieldSpec.Builder::build)
                        .toList());
    }

    private static Price price(String usd, Price.Per per) {
        return Price.of(new BigDecimal(usd), per, "a leaflet", LocalDate.of(2026, 1, 31));
    }

    private List<String> found(ModelQuery query) {
        return catalog.models(query).stream().map(ModelInfo::model).toList();
    }

    @Test
    void aModelTellsWhatItCanBeTold() {
        ModelInfo info = catalog.models(ModelQuery.all()).get(0);
        assertThat(info.modes()).containsExactly("image");
        assertThat(info.aliases()).containsExactly("kling-o1/first-last-frame-to-video", "kling/frames");
        assertThat(info.durations()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(info.shortest()).contains(Duration.ofSeconds(5));
        assertThat(info.longest()).contains(Duration.ofSeconds(10));
        assertThat(info.resolutions()).containsExactly("720p", "1080p");
        assertThat(info.aspectRatios()).containsExactly("16:9");
        assertThat(info.makesAudio()).isTrue();
        assertThat(info.keepsAudio()).isFalse();
        assertThat(info.price()).map(Price::usd).contains(new BigDecimal("0.10"));
        assertThat(info.source()).isEqualTo("a leaflet");
        assertThat(info.takes(Field.FIRST_FRAME)).isTrue();
        assertThat(info.takes(Field.LAST_FRAME)).isFalse();
        ModelInfo ranged = catalog.models(ModelQuery.all()).get(2);
        assertThat(ranged.durations()).isEmpty();
        assertThat(ranged.shortest()).contains(Duration.ofSeconds(2));
        assertThat(ranged.longest()).contains(Duration.ofMillis(8500));
        assertThat(ranged.makesAudio()).isFalse();
    }

    @Test
    void byMode() {
        assertThat(found(ModelQuery.all().withMode("Lip-Sync"))).containsExactly("sync/lips");
        assertThat(found(ModelQuery.all().withMode("image"))).containsExactly("kling/v2.6-pro");
        assertThat(found(ModelQuery.all().withMode("text"))).containsExactly("wan/text");
    }

    @Test
    void byDurationAndResolution() {
        assertThat(found(ModelQuery.all().lasting(Duration.ofSeconds(5))))
                .containsExactly("kling/v2.6-pro", "wan/text");
        assertThat(found(ModelQuery.all().lasting(Duration.ofSeconds(7)))).containsExactly("wan/text");
        assertThat(found(ModelQuery.all().lasting(Duration.ofSeconds(1)))).isEmpty();
        assertThat(found(ModelQuery.all().lasting(Duration.ofSeconds(9)))).isEmpty();
        assertThat(found(ModelQuery.all().withResolution("1080P"))).containsExactly("kling/v2.6-pro", "sync/lips");
        assertThat(found(ModelQuery.all().withResolution("4K"))).containsExactly("sync/lips");
    }

    @Test
    void byAudioProviderAndNames() {
        assertThat(found(ModelQuery.all().withAudio())).containsExactly("kling/v2.6-pro", "sync/lips");
        assertThat(found(ModelQuery.all().atProvider("zenith"))).containsExactly("wan/text");
        assertThat(found(ModelQuery.all().containing("KLING 2.6"))).containsExactly("kling/v2.6-pro");
        assertThat(found(ModelQuery.all().containing("  "))).hasSize(3);
        for (String name :
                List.of(FAMILY, "kling/frames", "acme:kling/v2.6-pro", "kling-o1/first-last-frame-to-video")) {
            assertThat(found(ModelQuery.all().named(name))).containsExactly("kling/v2.6-pro");
        }
        assertThat(found(ModelQuery.all().named("kling"))).isEmpty();
    }

    @Test
    void byPrice_ofTheWantedDurationOrTheShortest() {
        ModelQuery cheap = ModelQuery.all().costingAtMost(new BigDecimal("0.60"));
        assertThat(found(cheap)).containsExactly("kling/v2.6-pro", "sync/lips");
        assertThat(found(cheap.lasting(Duration.ofSeconds(10)))).isEmpty();
        assertThat(found(ModelQuery.all().costingAtMost(BigDecimal.ONE).lasting(Duration.ofSeconds(10))))
                .containsExactly("kling/v2.6-pro");
        assertThat(found(ModelQuery.all().costingAtMost(new BigDecimal("0.59"))))
                .containsExactly("kling/v2.6-pro");
    }

    @Test
    void aNarrowerQueryLeavesTheWiderOneAsItWas() {
        ModelQuery wide = ModelQuery.all().atProvider("acme");
        assertThat(found(wide.withMode("lip-sync").withAudio().withResolution("720p")))
                .containsExactly("sync/lips");
        assertThat(found(wide)).hasSize(2);
    }
}
