package io.videojob.sandbox.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each schema with a good body, and with one bad value for every rule it has. */
class CatalogTest {
    private static final String LINK = "https://example.com/a.png";
    private static final List<String> FOUR = List.of(LINK, LINK, LINK, LINK);
    private static final List<String> SEVEN = List.of(LINK, LINK, LINK, LINK, LINK, LINK, LINK);
    private static final Map<String, ?> ELEMENT =
            Json.object("frontal_image_url", LINK, "reference_image_urls", List.of(LINK));

    private final Catalog aimlapi = Catalog.of("aimlapi");
    private final Catalog eachlabs = Catalog.of("eachlabs");

    private static void good(Catalog catalog, String model, Map<String, @Nullable Object> input) {
        assertThat(catalog.find(model).orElseThrow().check(input)).isEmpty();
    }

    private static void bad(
            Catalog catalog, String model, Map<String, @Nullable Object> good, String field, @Nullable Object value) {
        Map<String, @Nullable Object> input = Json.object();
        input.putAll(good);
        input.put(field, value);
        assertThat(catalog.find(model).orElseThrow().check(input))
                .as("%s of %s", field, model)
                .isNotEmpty()
                .allMatch(problem -> problem.path().contains(field));
    }

    private static void required(Catalog catalog, String model, Map<String, @Nullable Object> good, String field) {
        Map<String, @Nullable Object> input = Json.object();
        input.putAll(good);
        input.remove(field);
        assertThat(catalog.find(model).orElseThrow().check(input))
                .as("%s of %s", field, model)
                .containsExactly(new Problem(Problem.Kind.INVALID, field, "Required"));
    }

    @Test
    void bothVendorsHaveTheFiveModels() {
        assertThat(aimlapi.slugs()).hasSize(5);
        assertThat(eachlabs.slugs()).hasSize(5);
    }

    @Test
    void aimlapiImageToVideo() {
        String model = "klingai/video-o1-image-to-video";
        Map<String, @Nullable Object> good = Json.object(
                "prompt",
                "p",
                "image_url",
                LINK,
                "last_image_url",
                "data:image/png;base64,AA",
                "duration",
                10L,
                "provider",
                "fal");
        good(aimlapi, model, good);
        required(aimlapi, model, good, "prompt");
        required(aimlapi, model, good, "image_url");
        bad(aimlapi, model, good, "prompt", "x".repeat(2501));
        bad(aimlapi, model, good, "image_url", "not a link");
        bad(aimlapi, model, good, "duration", 7L);
        bad(aimlapi, model, good, "duration", "7");
        bad(aimlapi, model, good, "aspect_ratio", "16:9");
    }

    @Test
    void aimlapiReferenceToVideo() {
        String model = "klingai/video-o1-reference-to-video";
        Map<String, @Nullable Object> good = Json.object(
                "prompt",
                "p",
                "image_list",
                SEVEN,
                "elements",
                List.of(ELEMENT),
                "aspect_ratio",
                "1:1",
                "duration",
                5L);
        good(aimlapi, model, good);
        bad(aimlapi, model, good, "image_list", List.of());
        bad(aimlapi, model, good, "image_list", List.of(LINK, LINK, LINK, LINK, LINK, LINK, LINK, LINK));
        bad(aimlapi, model, good, "elements", List.of(ELEMENT, ELEMENT, ELEMENT, ELEMENT, ELEMENT));
        bad(aimlapi, model, good, "elements", List.of(Json.object("frontal_image_url", LINK)));
        bad(aimlapi, model, good, "elements", List.of("element"));
        bad(aimlapi, model, good, "aspect_ratio", "auto");
    }

    @Test
    void aimlapiVideoToVideoEdit() {
        String model = "klingai/video-o1-video-to-video-edit";
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "video_url", LINK, "image_list", SEVEN, "keep_audio", true);
        good(aimlapi, model, good);
        required(aimlapi, model, good, "video_url");
        bad(aimlapi, model, good, "keep_audio", "true");
        bad(aimlapi, model, good, "duration", 5L);
    }

    @Test
    void aimlapiVideoToVideoReference() {
        String model = "klingai/video-o1-video-to-video-reference";
        List<?> four = List.of(ELEMENT, ELEMENT, ELEMENT, ELEMENT);
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "video_url", LINK, "image_list", FOUR, "elements", four, "duration", 5L);
        good(aimlapi, model, good);
        bad(aimlapi, model, good, "image_list", SEVEN);
        bad(aimlapi, model, good, "video_url", 5L);
    }

    @Test
    void aimlapiImage() {
        String model = "klingai/image-o1";
        Map<String, @Nullable Object> good = Json.object(
                "prompt",
                "x".repeat(4000),
                "image_urls",
                List.of(LINK),
                "aspect_ratio",
                "21:9",
                "num_images",
                9L,
                "resolution",
                "2K");
        good(aimlapi, model, good);
        required(aimlapi, model, good, "image_urls");
        bad(aimlapi, model, good, "prompt", "x".repeat(4001));
        bad(aimlapi, model, good, "num_images", 10L);
        bad(aimlapi, model, good, "num_images", new BigDecimal("0.5"));
        bad(aimlapi, model, good, "output_format", "gif");
    }

    @Test
    void eachlabsImageToVideo() {
        String model = "kling-o1-image-to-video";
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "start_image_url", LINK, "end_image_url", LINK, "duration", "5");
        good(eachlabs, model, good);
        required(eachlabs, model, good, "duration");
        required(eachlabs, model, good, "start_image_url");
        bad(eachlabs, model, good, "duration", 5L);
        bad(eachlabs, model, good, "image_url", LINK);
    }

    @Test
    void eachlabsReferenceImageToVideo() {
        String model = "kling-o1-reference-image-to-video";
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "image_urls", FOUR, "elements", List.of(ELEMENT), "duration", 10L);
        good(eachlabs, model, good);
        bad(eachlabs, model, good, "duration", "10");
        bad(eachlabs, model, good, "aspect_ratio", "auto");
        bad(eachlabs, model, good, "image_urls", SEVEN);
    }

    @Test
    void eachlabsVideoToVideoEdit() {
        String model = "kling-o1-video-to-video-edit";
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "video_url", LINK, "image_urls", FOUR, "keep_audio", false);
        good(eachlabs, model, good);
        bad(eachlabs, model, good, "duration", "5");
        bad(eachlabs, model, good, "image_urls", SEVEN);
    }

    @Test
    void eachlabsVideoToVideoReference() {
        String model = "kling-o1-video-to-video-reference";
        Map<String, @Nullable Object> good = Json.object(
                "prompt",
                "p",
                "video_url",
                LINK,
                "elements",
                List.of(ELEMENT, ELEMENT),
                "aspect_ratio",
                "auto",
                "duration",
                "10");
        good(eachlabs, model, good);
        bad(eachlabs, model, good, "image_urls", List.of(LINK, LINK, LINK));
        bad(eachlabs, model, good, "video_url", "https://127.0.0.1/a.mp4");
        bad(eachlabs, model, good, "aspect_ratio", "4:3");
        bad(eachlabs, model, good, "prompt", null);
    }

    @Test
    void eachlabsImage() {
        String model = "kling-o1";
        Map<String, @Nullable Object> good =
                Json.object("prompt", "p", "image_urls", List.of(LINK), "num_images", 2L, "aspect_ratio", "auto");
        good(eachlabs, model, good);
        required(eachlabs, model, good, "image_urls");
        bad(eachlabs, model, good, "num_images", 0L);
        bad(eachlabs, model, good, "num_images", new BigDecimal("1.5"));
        bad(eachlabs, model, good, "resolution", "4K");
    }

    @Test
    void aReferenceInThePromptToWhatIsNotThereIsNotChecked() {
        good(eachlabs, "kling-o1-video-to-video-reference", Json.object("prompt", "@Element9", "video_url", LINK));
    }

    @Test
    void thePriceFollowsFromTheInput() {
        Model video = eachlabs.find("kling-o1-video-to-video-reference").orElseThrow();
        assertThat(video.price(Json.object("duration", "10"))).isEqualByComparingTo("1.40");
        assertThat(video.price(Json.object())).isEqualByComparingTo("0.70");
        Model image = aimlapi.find("klingai/image-o1").orElseThrow();
        assertThat(image.price(Json.object("num_images", 2L))).isEqualByComparingTo("0.0588");
    }
}
