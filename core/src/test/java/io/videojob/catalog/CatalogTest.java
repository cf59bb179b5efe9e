package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.Field;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.Plan;
import io.videojob.RequestRejectedException;
import io.videojob.VideoRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    private static final String FAMILY = "kling-o1/image-to-video";

    private final Catalog catalog = Catalog.of(providers());

    private static Map<String, Profiles> providers() {
        Profiles acme = Profiles.of(List.of(
                profile("acme/i2v", FAMILY).aliases(List.of("acme/i2v-old")).build(),
                profile("same-name", null).source("acme's").build(),
                profile("acme/only", null).build(),
                profile("acme/split-t2v", "ltx-2").build(),
                profile("acme/split-i2v", "ltx-2").build()));
        Profiles zenith = Profiles.of(List.of(
                profile("z-i2v", FAMILY).build(),
                profile("same-name", null)
                        .source("zenith's")
                        .aliases(List.of("z-alias"))
                        .build()));
        Map<String, Profiles> providers = new LinkedHashMap<>();
        providers.put("acme", acme);
        providers.put("zenith", zenith);
        providers.put("spare", acme);
        return providers;
    }

    private static ModelProfile.Builder profile(String slug, @Nullable String family) {
        return ModelProfile.builder(slug)
                .family(family)
                .fields(List.of(FieldSpec.field(Field.PROMPT, "text", WireType.STRING)
                        .required(true)
                        .build()));
    }

    private List<String> resolve(String model, String... route) {
        return catalog.resolve(VideoRequest.builder(model).build(), List.of(route)).stream()
                .map(Offer::toString)
                .toList();
    }

    private void refused(String model, String message, String... route) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> resolve(model, route))
                .withMessageStartingWith("nothing was sent: ")
                .withMessageContaining(message);
    }

    @Test
    void aFamilyIsServedByEachProviderThatHasIt_inTheOrderOfTheRoute() {
        assertThat(resolve(FAMILY)).containsExactly("acme:acme/i2v", "zenith:z-i2v", "spare:acme/i2v");
        assertThat(resolve(FAMILY, "zenith", "acme")).containsExactly("zenith:z-i2v", "acme:acme/i2v");
        assertThat(resolve(FAMILY, "zenith", "zenith")).containsExactly("zenith:z-i2v");
        assertThat(resolve("kling-o1/first-last-frame-to-video", "zenith")).containsExactly("zenith:z-i2v");
    }

    @ParameterizedTest
    @CsvSource({
        "acme:acme/i2v, acme:acme/i2v",
        "acme:acme/i2v-old, acme:acme/i2v",
        "acme:kling-o1/image-to-video, acme:acme/i2v",
        "spare:same-name, spare:same-name",
        "zenith:same-name, zenith:same-name"
    })
    void aModelOfOneProviderIsCalledWithItsName(String model, String offer) {
        assertThat(resolve(model)).containsExactly(offer);
        assertThat(resolve(model, "zenith")).containsExactly(offer);
    }

    @Test
    void aFamilyThatAProviderHasInPartsIsServedByWhicheverPartTakesTheRequest_alsoWithTheProvidersName() {
        assertThat(resolve("ltx-2", "acme")).containsExactly("acme:acme/split-t2v", "acme:acme/split-i2v");
        assertThat(resolve("acme:ltx-2")).containsExactly("acme:acme/split-t2v", "acme:acme/split-i2v");
        assertThat(resolve("acme:acme/split-i2v")).containsExactly("acme:acme/split-i2v");
    }

    @Test
    void aVendorsNameAloneWillDoWhereItMeansOneModel_andBringsInNoOtherVendor() {
        assertThat(resolve("acme/i2v")).containsExactly("acme:acme/i2v", "spare:acme/i2v");
        assertThat(resolve("acme/only", "spare")).containsExactly("spare:acme/only");
        assertThat(resolve("z-alias")).containsExactly("zenith:same-name");
    }

    @Test
    void aVendorsNameThatMeansSeveralModelsIsRefused() {
        refused("same-name", "say which: [acme:same-name, zenith:same-name, spare:same-name]");
        assertThat(resolve("same-name", "acme", "spare")).containsExactly("acme:same-name", "spare:same-name");
    }

    @Test
    void anUnknownModelNamesTheNearest() {
        refused("kling-o1/image-to-vidoe", "did you mean " + FAMILY + "?");
        refused("Acme/Only", "did you mean acme/only");
        refused("sora-9", "there is ");
        refused("acme:acme/onyl", "no profile of acme describes a model \"acme/onyl\"; did you mean acme/only?");
        refused("acme:acme/onyl", "allowUnknownModel()");
        refused("acne:acme/only", "no provider is called \"acne\"; did you mean acme?");
        refused("acme:", "describes a model \"\"");
        refused("z-alias", "[zenith] has it and is not in the route", "acme", "spare");
    }

    @Test
    void aModelWithoutAProfileIsOfferedOnlyWhenTheRequestSaysSo() {
        VideoRequest request = VideoRequest.builder("acme:new/one:x")
                .prompt("a")
                .allowUnknownModel()
                .build();
        Offer offer = catalog.resolve(request, List.of()).get(0);
        assertThat(offer).hasToString("acme:new/one:x (unchecked)");
        assertThat(offer.profile()).isEmpty();
        assertThat(offer.translate(request).body()).isEqualTo(Map.of("prompt", "a"));
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> catalog.resolve(
                        VideoRequest.builder("new/one").allowUnknownModel().build(), List.of()));
    }

    @Test
    void anOfferPlansItself() {
        VideoRequest request = VideoRequest.builder("acme/only").prompt("a fox").build();
        Plan.Candidate candidate = catalog.resolve(request, List.of()).get(0).plan(request);
        assertThat(candidate.provider()).isEqualTo("acme");
        assertThat(candidate.model()).isEqualTo("acme/only");
        assertThat(candidate.isAccepted()).isTrue();
        assertThat(candidate.body()).isEqualTo(Map.of("text", "a fox"));
    }

    @Test
    void allModelsAreListedWithWhatTheyTake() {
        assertThat(catalog.models(ModelQuery.all())).hasSize(12).first().satisfies(info -> {
            assertThat(info.id()).isEqualTo(FAMILY);
            assertThat(info.fields()).containsExactly("prompt*");
        });
        assertThat(catalog.models(ModelQuery.all()))
                .extracting(ModelInfo::id)
                .contains("acme:acme/only", "zenith:same-name");
    }

    @Test
    void withoutProvidersEverythingIsUnknown() {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> Catalog.of(Map.of())
                        .resolve(VideoRequest.builder(FAMILY).build(), List.of()));
    }
}
