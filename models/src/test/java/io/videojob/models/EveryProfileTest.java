package io.videojob.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.aimlapi.AimlApi;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Profiles;
import io.videojob.eachlabs.Eachlabs;
import io.videojob.models.facts.Facts;
import io.videojob.models.facts.ModelFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core reads every profile, which it does only for those that hold together. */
class EveryProfileTest {
    private static final Map<String, Class<?>> ADAPTERS = Map.of("aimlapi", AimlApi.class, "eachlabs", Eachlabs.class);

    private static List<ModelProfile> profiles(String vendor) {
        return Profiles.read(ADAPTERS.get(vendor), "models/index.json").all();
    }

    private static List<ModelFacts> facts(String vendor) {
        return Facts.read(
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("facts/" + vendor + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void eachModelOfTheFactsHasAProfileThatCoreReads(String vendor) {
        List<ModelProfile> profiles = profiles(vendor);
        assertThat(profiles)
                .extracting(ModelProfile::slug)
                .containsExactlyElementsOf(
                        facts(vendor).stream().map(ModelFacts::slug).toList());
        Map<Boolean, Long> fields = profiles.stream()
                .flatMap(profile -> profile.fields().stream())
                .collect(Collectors.partitioningBy(spec -> spec.field().isPresent(), Collectors.counting()));
        System.out.printf(
                "%s: %d models, %d neutral fields, %d options%n",
                vendor, profiles.size(), fields.get(true), fields.get(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void everyFieldOfTheVendorIsInTheProfile_neutralOrAnOption(String vendor) {
        Map<String, ModelProfile> profiles =
                profiles(vendor).stream().collect(Collectors.toMap(ModelProfile::slug, profile -> profile));
        for (ModelFacts model : facts(vendor)) {
            assertThat(profiles.get(model.slug()).fields().stream()
                            .map(FieldSpec::wireNames)
                            .flatMap(List::stream)
                            // Inside of an object, which stands for itself, too.
                            .filter(wire -> !wire.contains(".")))
                    .as(model.slug())
                    .containsExactlyInAnyOrderElementsOf(model.fields().keySet());
        }
    }
}
