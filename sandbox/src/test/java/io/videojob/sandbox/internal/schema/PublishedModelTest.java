package io.videojob.sandbox.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All published schemas by what they say themselves, and each kind of rule at a model that has it. */
class PublishedModelTest {
    private static final String LINK = Drafts.LINK;
    private static final String DATA = "data:image/png;base64,AA";

    /** Those that are checked, and those that say nothing to check. */
    private static final Set<String> KNOWN_KEYWORDS = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "enum",
            "const",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "items",
            "format",
            "nullable",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "x-inline",
            "x-schemes",
            "x-maxTotal",
            "default",
            "examples",
            "title",
            "x-source",
            "x-media",
            "x-category");

    private final Lineup aimlapi = new Lineup("aimlapi", () -> LocalDate.EPOCH);
    private final Lineup eachlabs = new Lineup("eachlabs", () -> LocalDate.EPOCH);

    private static List<String> problems(Lineup vendor, String slug, @Nullable Object... input) {
        return vendor.find(slug).orElseThrow().check(Json.object(input)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static Map<String, @Nullable Object> smallest(Published model) {
        Map<String, @Nullable Object> input = Drafts.smallest(model.schema());
        if (model.slug().equals(input.get("model"))) {
            input.remove("model"); // AI/ML API's own, which the protocol has read
        }
        return input;
    }

    @Test
    void everyPublishedModelTakesTheSmallestGoodInput() {
        assertThat(aimlapi.listed()).hasSize(142);
        assertThat(eachlabs.listed()).hasSize(193);
        for (Lineup vendor : List.of(aimlapi, eachlabs)) {
            for (Lineup.Listed listed : vendor.listed()) {
                Map<String, @Nullable Object> input = smallest(listed.model());
                if (listed.model().slug().contains("effects") && input.containsKey("image_url_1")) {
                    input.put("image_url_2", LINK); // templates for two
                }
                Model model = vendor.find(listed.model().slug()).orElseThrow();
                assertThat(model.check(input)).as(model.slug()).isEmpty();
                assertThat(model.price(input)).as(model.slug()).isPositive();
                assertThat(model.seconds(input)).as(model.slug()).isBetween(1, 300);
            }
        }
    }

    @Test
    void everyFieldOfEveryModelRefusesWhatItsSchemaDoes() {
        int tried = 0;
        for (Lineup vendor : List.of(aimlapi, eachlabs)) {
            for (Lineup.Listed listed : vendor.listed()) {
                Model model = vendor.find(listed.model().slug()).orElseThrow();
                Map<String, @Nullable Object> fields =
                        new LinkedHashMap<>(listed.model().fields());
                fields.keySet().removeIf(name -> name.equals("model") && vendor == aimlapi);
                for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
                    for (Object value : Drafts.bad(Json.asObject(field.getValue()))) {
                        Map<String, @Nullable Object> input = smallest(listed.model());
                        input.put(field.getKey(), value);
                        assertThat(model.check(input))
                                .as("%s of %s as %s", field.getKey(), model.slug(), value)
                                .anyMatch(problem -> problem.path().contains(field.getKey())
                                        && problem.kind() == Problem.Kind.INVALID);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(3000);
    }

    @Test
    void everyRequiredFieldIsMissedAndEveryUnknownOneNoticed() {
        for (Lineup vendor : List.of(aimlapi, eachlabs)) {
            for (Lineup.Listed listed : vendor.listed()) {
                Model model = vendor.find(listed.model().slug()).orElseThrow();
                List<?> required = Json.asList(listed.model().schema().get("required"));
                for (Object name : required) {
                    Map<String, @Nullable Object> input = smallest(listed.model());
                    if (input.remove(name.toString()) != null) {
                        assertThat(model.check(input))
                                .as("%s without %s", model.slug(), name)
                                .contains(new Problem(Problem.Kind.INVALID, name.toString(), "Required"));
                    }
                }
                Map<String, @Nullable Object> input = smallest(listed.model());
                input.put("no_such_field", 1L);
                assertThat(model.check(input)).anyMatch(problem -> problem.kind() == Problem.Kind.UNKNOWN_FIELD);
            }
        }
    }

    @Test
    void noKeywordOfTheSchemasIsOneThatIsNotLookedAt() {
        Set<String> used = new TreeSet<>();
        Published.of("aimlapi").values().forEach(model -> collect(model.schema(), used));
        Published.of("eachlabs").values().forEach(model -> collect(model.schema(), used));
        assertThat(used).contains("allOf", "x-inline").isSubsetOf(KNOWN_KEYWORDS);
    }

    private static void collect(@Nullable Object schema, Set<String> used) {
        Json.asObject(schema).forEach((keyword, value) -> {
            used.add(keyword);
            switch (keyword) {
                case "properties" -> Json.asObject(value).values().forEach(field -> collect(field, used));
                case "items", "not", "if", "then", "additionalProperties" -> collect(value, used);
                case "allOf", "anyOf", "oneOf" -> Json.asList(value).forEach(part -> collect(part, used));
                default -> {}
            }
        });
    }

    @Test
    void soundNeedsAPicture() {
        String slug = "bytedance/seedance-2-0-fast";
        List<String> sounds = List.of("https://example.com/a.mp3");
        assertThat(problems(aimlapi, slug, "prompt", "p", "audio_urls", sounds))
                .containsExactly("image_urls | video_urls: Invalid input");
        assertThat(problems(aimlapi, slug, "prompt", "p", "audio_urls", sounds, "image_urls", List.of(LINK)))
                .isEmpty();
    }

    @Test
    void aLastFrameFixesTheDurationWhichMayBeText() {
        String slug = "google/veo-3-1-lite-generate-preview";
        assertThat(problems(aimlapi, slug, "prompt", "p", "last_image_url", LINK, "duration", 4L))
                .containsExactly("duration: Invalid enum value. Expected '8', received '4'");
        assertThat(problems(aimlapi, slug, "prompt", "p", "last_image_url", LINK, "duration", 8L))
                .isEmpty();
        assertThat(aimlapi.find(slug)
                        .orElseThrow()
                        .check(Json.object("prompt", "p", "last_image_url", LINK, "duration", "8")))
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.NUMBER_AS_TEXT);
        assertThat(problems(aimlapi, slug, "prompt", "p", "duration", "7")).hasSize(2);
    }

    @Test
    void oneOfTwoFieldsIsEnoughAndBothAreTooMuch() {
        String slug = "klingai/video-v3-omni-720p-text-to-video";
        assertThat(problems(aimlapi, slug, "multi_prompt", List.of("a", "b"))).isEmpty();
        assertThat(problems(aimlapi, slug)).containsExactly("prompt | multi_prompt: Invalid input");
        assertThat(problems(aimlapi, slug, "prompt", "p", "multi_prompt", List.of("a")))
                .hasSize(1);

        String turbo = "klingai/video-v3-turbo-pro-text-to-video";
        List<?> shots = List.of(Json.object("prompt", "a", "duration", 2L));
        assertThat(problems(aimlapi, turbo, "multi_prompt", shots)).isEmpty();
        assertThat(problems(aimlapi, turbo, "multi_prompt", shots, "prompt", "p"))
                .containsExactly("multi_prompt | prompt: Invalid input");
        assertThat(problems(aimlapi, turbo, "multi_prompt", List.of(Json.object("duration", 99L))))
                .containsExactlyInAnyOrder(
                        "multi_prompt[0].prompt: Required",
                        "multi_prompt[0].duration: Invalid enum value. Expected '1' | '2' | '3' | '4' | '5' | '6' | '7'"
                                + " | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15', received '99'");
    }

    @Test
    void aFieldOfSeveralShapesTakesEachAndNoOther() {
        String effects = "klingai/kling-video-v1.6-pro-effects";
        assertThat(problems(aimlapi, effects, "effect_scene", "hug", "image_url", LINK))
                .isEmpty();
        assertThat(problems(aimlapi, effects, "effect_scene", "hug", "image_url", List.of(LINK, LINK)))
                .isEmpty();
        assertThat(problems(aimlapi, effects, "effect_scene", "hug", "image_url", 7L))
                .containsExactly("image_url: Invalid input");

        Map<String, ?> image = Json.object("type", "image", "url", LINK);
        assertThat(problems(aimlapi, "luma/ray-2", "prompt", "p", "keyframes", Json.object("frame0", image)))
                .isEmpty();
        assertThat(problems(aimlapi, "luma/ray-2", "prompt", "p", "keyframes", Json.object("frame0", null)))
                .isEmpty();
        assertThat(problems(aimlapi, "luma/ray-2", "prompt", "p", "keyframes", Json.object("frame0", LINK)))
                .containsExactly("keyframes.frame0: Invalid input");
    }

    @Test
    void aNullIsTakenWhereTheSchemaSaysSo() {
        String turbo = "klingai/video-v3-turbo-pro-text-to-video";
        assertThat(problems(aimlapi, turbo, "prompt", "p", "multi_prompt", null))
                .doesNotContain("multi_prompt: Expected array, received null");
        assertThat(aimlapi.find(turbo).orElseThrow().check(Json.object("prompt", null)))
                .containsExactly(new Problem(Problem.Kind.NULL_VALUE, "prompt", "Expected string, received null"));
    }

    @Test
    void theDataItselfIsTakenOnlyWhereTheVendorSaysSo() {
        String seedance = "bytedance/seedance-2-0-fast";
        assertThat(problems(aimlapi, seedance, "prompt", "p", "image_url", DATA))
                .isEmpty();
        assertThat(problems(aimlapi, seedance, "prompt", "p", "image_urls", List.of(DATA)))
                .containsExactly("image_urls[0]: Invalid url");
        assertThat(problems(eachlabs, "pixverse-v5-6-image-to-video", "prompt", "p", "image_url", DATA))
                .contains("image_url: Invalid url");
        assertThat(problems(
                        eachlabs,
                        "pixverse-v5-6-image-to-video",
                        "prompt",
                        "p",
                        "image_url",
                        "https://127.0.0.1/a.png"))
                .contains("image_url: Invalid url");
    }

    @Test
    void theLargestPicturesAreShorter() {
        String slug = "pixverse-v5-6-text-to-video";
        assertThat(problems(eachlabs, slug, "prompt", "p", "resolution", "1080p", "duration", "10"))
                .containsExactly("duration: Invalid enum value. Expected '5' | '8', received '10'");
        assertThat(problems(eachlabs, slug, "prompt", "p", "resolution", "720p", "duration", "10"))
                .isEmpty();
        assertThat(problems(eachlabs, slug, "prompt", "p", "duration", 5L))
                .containsExactly("duration: Expected string, received number");
    }

    @Test
    void theLengthIsWhatTheWireSaysInItsOwnWay() {
        assertThat(seconds(aimlapi, "luma/ray-2", "duration", 9L)).isEqualTo(9);
        assertThat(seconds(aimlapi, "luma/ray-2", "duration", "9")).isEqualTo(9);
        assertThat(seconds(eachlabs, "veo-3", "duration", "6s")).isEqualTo(6);
        assertThat(seconds(eachlabs, "veo-3")).as("the default").isEqualTo(8);
        assertThat(seconds(eachlabs, "wan-2-1-i2v-480p", "num_frames", 49L)).isEqualTo(3);
        assertThat(seconds(eachlabs, "wan-2-1-i2v-480p", "num_frames", 49L, "frames_per_second", 24L))
                .isEqualTo(2);
        assertThat(seconds(eachlabs, "auto-subtitle")).isEqualTo(5);
    }

    private static int seconds(Lineup vendor, String slug, @Nullable Object... input) {
        return vendor.find(slug).orElseThrow().seconds(Json.object(input));
    }

    @Test
    void theSandboxsOwnPriceIsFlat() {
        Model film = eachlabs.find("veo-3").orElseThrow();
        assertThat(film.price(Json.object("duration", "8s"))).isEqualTo(new BigDecimal("0.25"));
        assertThat(film.price(Json.object("duration", "4s"))).isEqualTo(new BigDecimal("0.25"));
        Model picture = eachlabs.find("cartoonify-v2").orElseThrow();
        assertThat(picture.makesImages()).isTrue();
        assertThat(picture.price(Json.object())).isEqualTo(new BigDecimal("0.03"));
    }
}
