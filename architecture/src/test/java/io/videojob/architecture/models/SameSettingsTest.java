package io.videojob.architecture.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Media;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.Families;
import io.videojob.catalog.Family;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Profiles;
import io.videojob.catalog.Translation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same request gives the same video at every vendor of a family, or the plan names the difference. */
class SameSettingsTest {
    private static final List<String> VENDORS = List.of("aimlapi", "eachlabs");
    private static final String IMAGE = "https://example.com/a.png";

    private final Catalog catalog = catalog();

    private static Catalog catalog() {
        Map<String, Profiles> providers = new LinkedHashMap<>();
        VENDORS.forEach(vendor -> providers.put(
                vendor, Profiles.read(SameSettingsTest.class, "/io/videojob/" + vendor + "/models/index.json")));
        return Catalog.of(providers);
    }

    static List<Family> families() {
        return Families.all();
    }

    /** Those whose vendors take the same fields altogether. */
    static List<Family> klingO1() {
        return families().stream()
                .filter(family -> family.id().startsWith("kling-o1/"))
                .toList();
    }

    /** What the members of a family can't do without, and nothing else. */
    private VideoRequest least(Family family) {
        VideoRequest.Builder request = VideoRequest.builder(family.id());
        if (fieldsOfAll(family).contains(Field.PROMPT.key())) {
            request.prompt("a fox");
        } else if (fieldsOfAll(family).contains(Field.AUDIO.key())) {
            request.audio("https://example.com/a.mp3");
        }
        profiles(family).stream()
                .flatMap(profile -> profile.fields().stream())
                .filter(spec -> spec.isRequired() && spec.defaultValue().isEmpty())
                .flatMap(spec -> spec.field().stream())
                .filter(field -> !family.defaults().containsKey(field))
                .distinct()
                .forEach(field -> request.set(field, sample(field)));
        return request.build();
    }

    private static Object sample(Field field) {
        if (field.type() == Media.class) {
            return Media.url(IMAGE);
        }
        return field.type() == List.class ? List.of(Media.url(IMAGE)) : "a fox";
    }

    private List<ModelProfile> profiles(Family family) {
        return catalog.resolve(VideoRequest.builder(family.id()).prompt("a fox").build(), List.of()).stream()
                .map(offer -> offer.profile().orElseThrow())
                .toList();
    }

    private Map<String, Translation> translate(VideoRequest request) {
        return catalog.resolve(request, List.of()).stream()
                .collect(Collectors.toMap(Offer::provider, offer -> offer.translate(request)));
    }

    /** More than one of a vendor, where that has the model in parts. */
    private Stream<Translation> offers(VideoRequest request) {
        return catalog.resolve(request, List.of()).stream().map(offer -> offer.translate(request));
    }

    /** The value that counts of each neutral field and option, set or by default. */
    private static Map<String, String> settings(Translation translation) {
        assertThat(translation.isAccepted()).as("%s", translation).isTrue();
        return translation.reports().stream()
                .collect(Collectors.toMap(FieldReport::field, r -> r.value().orElseThrow(), (a, b) -> a, TreeMap::new));
    }

    /** Options have no neutral meaning; those of one vendor alone can't mean the same at the other. */
    private static Map<String, String> shared(Map<String, String> settings, Set<String> others) {
        Map<String, String> shared = new TreeMap<>(settings);
        shared.keySet().removeIf(name -> Field.byKey(name).isEmpty() && !others.contains(name));
        return shared;
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyVendorHasTheFamily(Family family) {
        assertThat(catalog.resolve(least(family), List.of()))
                .extracting(Offer::provider)
                .hasSameElementsAs(VENDORS);
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsLeftUnsetMeansTheSameEverywhere(Family family) {
        List<Translation> all =
                offers(least(family)).filter(Translation::isAccepted).toList();
        assertThat(all).as("at both, be it by one of several").hasSizeGreaterThanOrEqualTo(2);
        for (String field : fieldsOfAll(family)) {
            assertThat(all.stream()
                            .map(translation ->
                                    String.valueOf(settings(translation).get(field)))
                            .distinct())
                    .as(family + ": " + field)
                    .hasSize(1);
        }
        assertThat(all.stream().flatMap(t -> t.reports().stream()).map(FieldReport::toString))
                .as("nothing is left to a default that the other vendor can't say")
                .noneMatch(report -> report.contains("can't be said here"));
    }

    /** The neutral fields that every member takes. */
    private Set<String> fieldsOfAll(Family family) {
        Set<String> all =
                new TreeSet<>(Stream.of(Field.values()).map(Field::key).toList());
        profiles(family)
                .forEach(profile -> all.retainAll(
                        profile.fields().stream().map(FieldSpec::name).collect(Collectors.toSet())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("klingO1")
    void bothTakeTheSameNeutralFields(Family family) {
        List<Set<String>> fields = profiles(family).stream()
                .map(profile -> profile.fields().stream()
                        .flatMap(spec -> spec.field().stream())
                        .map(Field::key)
                        .collect(Collectors.toSet()))
                .toList();
        assertThat(fields.get(0)).isEqualTo(fields.get(1));
    }

    static Stream<VideoRequest> requests() {
        VideoRequest.Builder reference = VideoRequest.builder("kling-o1/video-to-video-reference")
                .prompt("@Element1 rides the raccoon of @Video1 in the style of @Image1")
                .sourceVideo("https://example.com/v.mp4")
                .referenceImages(IMAGE)
                .element(Element.of(IMAGE))
                .duration(Duration.ofSeconds(10))
                .aspectRatio("9:16")
                .keepAudio(true);
        return Stream.of(
                reference.build(),
                VideoRequest.builder("kling-o1/video-to-video-edit")
                        .prompt("make it snow")
                        .sourceVideo("https://example.com/v.mp4")
                        .keepAudio(false)
                        .build(),
                VideoRequest.builder("kling-o1/reference-to-video")
                        .prompt("@Element1 dances")
                        .element(Element.of(IMAGE, IMAGE))
                        .duration(Duration.ofSeconds(7))
                        .aspectRatio("4:3")
                        .adjust()
                        .build(),
                VideoRequest.builder("kling-o1/image-to-video")
                        .prompt("from @Image1 to @Image2")
                        .firstFrame(IMAGE)
                        .lastFrame(IMAGE)
                        .build(),
                VideoRequest.builder("kling-o1/image")
                        .prompt("@Image1 in oil")
                        .referenceImages(IMAGE)
                        .resolution("4k")
                        .count(2)
                        .adjust()
                        .build());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsSetMeansTheSameEverywhere_alsoWhenItIsAdjusted(VideoRequest request) {
        Map<String, Translation> all = translate(request);
        Map<String, String> one = settings(all.get("aimlapi"));
        Map<String, String> other = settings(all.get("eachlabs"));
        assertThat(shared(one, other.keySet())).isEqualTo(shared(other, one.keySet()));
        assertThat(one.keySet())
                .containsAll(request.fields().keySet().stream().map(Field::key).toList());
    }

    @Test
    void theSameRequestIsWrittenInEachVendorsWords() {
        VideoRequest request = requests().findFirst().orElseThrow();
        Map<String, Translation> all = translate(request);
        assertThat(all.get("aimlapi").body())
                .containsEntry("image_list", List.of(IMAGE))
                .containsEntry("duration", 10L)
                .doesNotContainKey("image_urls");
        assertThat(all.get("eachlabs").body())
                .containsEntry("image_urls", List.of(IMAGE))
                .containsEntry("duration", "10")
                .doesNotContainKey("image_list");
    }

    @Test
    void whatOnlyOneVendorCanSayLeavesTheOtherOut() {
        VideoRequest auto =
                least(klingO1().get(0)).toBuilder().aspectRatio("auto").build();
        Map<String, Translation> all = translate(auto);
        assertThat(all.get("aimlapi").isAccepted()).isFalse();
        assertThat(all.get("eachlabs").body()).containsEntry("aspect_ratio", "auto");
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilysDefaultsAreFieldsThatEveryVendorKnows(Family family) {
        profiles(family)
                .forEach(profile -> assertThat(profile.fields().stream().map(FieldSpec::name))
                        .containsAll(family.defaults().keySet().stream()
                                .map(Field::key)
                                .toList()));
    }
}
