package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.VideoRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index whose models lie in files of their own, some of them broken: whoever reads those fails. */
class ListedProfilesTest {
    private final Profiles profiles = Profiles.read(ListedProfilesTest.class, "listed/index.json");

    @Test
    void namesAreKnownBeforeAnyProfileIsRead() {
        assertThat(profiles.slugs())
                .containsExactly("acme/first", "acme/second", "acme/broken", "acme/other", "acme/gone");
        assertThat(profiles.longestCreate()).contains(Duration.ofMinutes(5));
        assertThat(profiles.find("acme/third")).isEmpty();
    }

    @Test
    void aProfileIsReadWhenItIsAskedFor_andOnce() {
        ModelProfile first = profiles.find("acme/one").orElseThrow();
        assertThat(first.slug()).isEqualTo("acme/first");
        assertThat(profiles.find("acme/first").orElseThrow()).isSameAs(first);
        assertThat(Profiles.read(ListedProfilesTest.class, "listed/index.json").find("acme/first"))
                .containsSame(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme/broken | broken.json: acme/broken.fields.prompt.type is \"sting\", not one of",
                "acme/other  | the index says other things of acme/other than its profile",
                "acme/gone   | no resource listed/gone.json beside io.videojob.catalog.ListedProfilesTest"
            })
    void whatIsWrongWithAModelIsToldWhenItIsAskedFor(String slug, String message) {
        for (int time = 0; time < 2; time++) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> profiles.find(slug))
                    .withMessageContaining(message);
        }
        assertThatIllegalArgumentException().isThrownBy(profiles::all);
    }

    @Test
    void aRequestReadsItsOwnModelOnly() {
        Catalog catalog = Catalog.of(Map.of("acme", profiles));
        assertThat(resolve(catalog, "acme/second")).containsExactly("acme:acme/second");
        assertThat(resolve(catalog, "acme:acme/one")).containsExactly("acme:acme/first");
        assertThat(catalog.models(ModelQuery.all().named("acme/second")))
                .extracting(ModelInfo::model)
                .containsExactly("acme/second");
        assertThat(catalog.models(ModelQuery.all().containing("one FIRST")))
                .extracting(ModelInfo::model)
                .containsExactly("acme/first");
    }

    private static List<String> resolve(Catalog catalog, String model) {
        return catalog.resolve(VideoRequest.builder(model).build(), List.of()).stream()
                .map(Offer::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'slug': 'a', 'file': '../a.json'}                             | i.json: a.file is \"../a.json\"",
                "{'slug': 'a', 'file': 'a.json', 'produces': 'video'}           | i.json: a has an unknown key \"produces\"",
                "{'slug': 'a', 'file': 'a.json', 'createTimeout': '5'}          | i.json: a.createTimeout is \"5\"",
                "{'slug': 'a', 'file': 'a.json', 'aliases': ['a']}              | i.json: a: another model is called a, too",
                "{'file': 'a.json'}                                             | slug is missing"
            })
    void aWrongIndexIsRefusedAtOnce(String entry, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Profiles.parse("{'models': [%s]}".formatted(entry).replace('\'', '"'), "i.json"))
                .withMessageContaining(message);
    }
}
