package io.videojob.internal.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Field;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Profiles;
import io.videojob.catalog.Translation;
import io.videojob.catalog.WireType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model leaves the routes on the day after its last. */
class EndedModelTest {
    private static final ModelProfile PROFILE = ModelProfile.builder("easel/v1")
            .source("a test")
            .ends(LocalDate.of(2027, 1, 31), "easel/v2")
            .fields(List.of(
                    FieldSpec.field(Field.PROMPT, "prompt", WireType.STRING).build()))
            .build();

    private static Translation at(String now) {
        VideoRequest request =
                VideoRequest.builder("easel/v1").prompt("a raccoon").build();
        Offer offer = Catalog.of(Map.of("acme", Profiles.of(List.of(PROFILE))))
                .resolve(request, List.of())
                .get(0);
        Instant time = Instant.parse(now);
        return new Translations(new Uploads(null, Map.of(), () -> time), () -> time).plan(offer, request);
    }

    @Test
    void onItsLastDayItServes() {
        assertThat(at("2027-01-31T23:59:59Z").isAccepted()).isTrue();
    }

    @Test
    void afterwardsItIsRefusedWithTheVendorsAdvice() {
        Translation ended = at("2027-02-01T00:00:00Z");

        assertThat(ended.isAccepted()).isFalse();
        assertThat(ended.reports())
                .singleElement()
                .asString()
                .contains("ended on 2027-01-31", "the vendor advises easel/v2");
    }
}
