package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.ModelInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lists of models say of a profile. */
final class ModelInfos {
    /** The mode of models that make a sound track for a video that has none. */
    private static final String SOUND = "sound";

    private ModelInfos() {}

    static ModelInfo of(String provider, ListedModel model) {
        ModelProfile profile = model.profile();
        List<String> aliases = Stream.concat(
                        model.familyNames().stream().skip(1),
                        model.names().stream().skip(1))
                .toList();
        List<Duration> durations = values(profile, Field.DURATION)
                .map(seconds -> duration(Values.number(seconds)))
                .toList();
        Optional<FieldSpec> length = profile.field(Field.DURATION.key());
        return ModelInfo.builder(provider, profile.slug())
                .family(profile.family().orElse(null), aliases)
                .produces(profile.produces(), profile.modes())
                .fields(profile.fields().stream()
                        .map(spec -> spec.name() + (spec.isRequired() ? "*" : ""))
                        .toList())
                .durations(
                        durations,
                        durations.stream()
                                .min(Duration::compareTo)
                                .or(() -> length.flatMap(FieldSpec::min).map(ModelInfos::duration))
                                .orElse(null),
                        durations.stream()
                                .max(Duration::compareTo)
                                .or(() -> length.flatMap(FieldSpec::max).map(ModelInfos::duration))
                                .orElse(null))
                .sizes(texts(profile, Field.RESOLUTION), texts(profile, Field.ASPECT_RATIO))
                .audio(
                        canBeTrue(profile, Field.GENERATE_AUDIO)
                                || profile.modes().contains(SOUND),
                        canBeTrue(profile, Field.KEEP_AUDIO))
                .price(profile.price().orElse(null))
                .usualRun(profile.usualRun())
                .source(profile.source())
                .build();
    }

    private static Stream<Object> values(ModelProfile profile, Field field) {
        return profile.field(field.key()).stream().flatMap(spec -> spec.values().stream());
    }

    private static List<String> texts(ModelProfile profile, Field field) {
        return values(profile, field).map(String::valueOf).toList();
    }

    private static boolean canBeTrue(ModelProfile profile, Field field) {
        return profile.field(field.key())
                .filter(spec -> spec.values().isEmpty() || spec.values().contains(true))
                .isPresent();
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
