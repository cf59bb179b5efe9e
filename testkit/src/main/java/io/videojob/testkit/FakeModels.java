package io.videojob.testkit;

import io.videojob.Cost;
import io.videojob.Field;
import io.videojob.Output;
import io.videojob.catalog.ElementShape;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.MediaNaming;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.ShotShape;
import io.videojob.catalog.WireType;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models that take everything, under the neutral names. */
final class FakeModels {
    private FakeModels() {}

    static ModelProfile everything(String slug, @Nullable String family) {
        return ModelProfile.builder(slug)
                .family(family)
                .fields(Stream.of(Field.values()).map(FakeModels::spec).toList())
                .mediaNames(Map.of(
                        "Image",
                                MediaNaming.of(
                                        List.of(Field.FIRST_FRAME, Field.LAST_FRAME, Field.REFERENCE_IMAGES),
                                        "@Image{n}"),
                        "Element", MediaNaming.of(List.of(Field.ELEMENTS), "@Element{n}"),
                        "Video", MediaNaming.of(List.of(Field.SOURCE_VIDEO), "@Video{n}")))
                .source("invented, for tests")
                .build();
    }

    static VendorState done(String... outputs) {
        return VendorState.builder(Phase.SUCCEEDED, "succeeded")
                .outputs(Stream.of(outputs).map(Output::of).toList())
                .build();
    }

    private static FieldSpec spec(Field field) {
        WireType type = type(field);
        FieldSpec.Builder spec = FieldSpec.field(field, field.key(), type);
        if (type == WireType.ELEMENTS) {
            spec.elementShape(ElementShape.of("front", "others", 0, 10));
        }
        if (type == WireType.SHOTS) {
            spec.shotShape(ShotShape.builder("prompt")
                    .duration("duration", WireType.NUMBER, "")
                    .build());
        }
        return type == WireType.URL || type == WireType.URLS || type == WireType.ELEMENTS
                ? spec.inlineAllowed(true).schemes(List.of("https", "http")).build()
                : spec.build();
    }

    private static WireType type(Field field) {
        return switch (field.type().getSimpleName()) {
            case "Media" -> WireType.URL;
            case "List" -> list(field);
            case "Boolean" -> WireType.BOOLEAN;
            case "String" -> WireType.STRING;
            case "Duration", "BigDecimal" -> WireType.NUMBER;
            default -> WireType.INTEGER;
        };
    }

    private static WireType list(Field field) {
        return field == Field.ELEMENTS ? WireType.ELEMENTS : field == Field.SHOTS ? WireType.SHOTS : WireType.URLS;
    }

    /** A job as a list has it. */
    static ListedJob row(String id, Submission sent, Instant madeAt, VendorState state) {
        return ListedJob.builder(id)
                .models(List.of(sent.model()))
                .createdAt(madeAt)
                .word(state.word(), state.phase())
                .cost(state.cost().map(Cost::amount).orElse(null))
                .sendTag(sent.sendTag())
                .build();
    }
}
