package io.videojob.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.videojob.Cost;
import io.videojob.Element;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Media;
import io.videojob.VideoRequest;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Profiles;
import io.videojob.catalog.Translation;
import io.videojob.catalog.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, against the vendor's schemas; the profiles are held against them beside those of other vendors. */
class KlingO1ModelsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMAS = schemas();
    private static final String VIDEO = "https://example.com/raccoon.mp4";
    private static final String A = "https://example.com/a.png";
    private static final String B = "https://example.com/b.png";

    static List<ModelProfile> profiles() {
        return Profiles.read(KlingO1ModelsTest.class, "models/index.json").all();
    }

    private static JsonNode schemas() {
        try (InputStream in = KlingO1ModelsTest.class.getResourceAsStream("kling-o1-schemas.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModelProfile profile(String slug) {
        return profiles().stream()
                .filter(p -> p.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Translation translate(String slug, VideoRequest.Builder request) {
        return Translator.translate(request.build(), profile(slug));
    }

    private static VideoRequest.Builder request() {
        return VideoRequest.builder("m").prompt("a fox");
    }

    private static void assertSends(String slug, VideoRequest.Builder request, String json) throws IOException {
        Translation translation = translate(slug, request);
        assertThat(translation.reports()).noneMatch(r -> r.fate() == FieldReport.Fate.REFUSED);
        JsonNode body = JSON.valueToTree(translation.body());
        assertThat(body.toString()).isEqualTo(JSON.readTree(json).toString());
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMAS.get(slug));
        assertThat(schema.validate(body)).isEmpty();
    }

    private static String refusal(String slug, VideoRequest.Builder request) {
        return translate(slug, request).reports().stream()
                .filter(r -> r.fate() == FieldReport.Fate.REFUSED)
                .map(FieldReport::toString)
                .collect(Collectors.joining("; "));
    }

    @Test
    void videoToVideoReference() throws IOException {
        assertSends(
                "kling-o1-video-to-video-reference",
                VideoRequest.builder("m")
                        .prompt("Put @Element1 on the raccoon of @Video1, in the style of @Image2")
                        .sourceVideo(VIDEO)
                        .referenceImages(A, B)
                        .element(Element.of(A, B))
                        .element(Element.of(B))
                        .duration(Duration.ofSeconds(10))
                        .aspectRatio("auto")
                        .keepAudio(true),
                """
                {"prompt": "Put @Element1 on the raccoon of @Video1, in the style of @Image2",
                 "video_url": "https://example.com/raccoon.mp4",
                 "image_urls": ["https://example.com/a.png", "https://example.com/b.png"],
                 "elements": [
                   {"frontal_image_url": "https://example.com/a.png", "reference_image_urls": ["https://example.com/b.png"]},
                   {"frontal_image_url": "https://example.com/b.png", "reference_image_urls": ["https://example.com/b.png"]}],
                 "aspect_ratio": "auto", "duration": "10", "keep_audio": true}
                """);
    }

    @Test
    void videoToVideoReference_withNothingButTheLeast() throws IOException {
        assertSends("kling-o1-video-to-video-reference", request().sourceVideo(VIDEO), """
                {"prompt": "a fox", "video_url": "https://example.com/raccoon.mp4", "aspect_ratio": "16:9"}
                """);
    }

    @Test
    void videoToVideoEdit() throws IOException {
        assertSends(
                "kling-o1-video-to-video-edit",
                request().sourceVideo(VIDEO).referenceImage(Media.url(A)).keepAudio(false),
                """
                {"prompt": "a fox", "video_url": "https://example.com/raccoon.mp4",
                 "image_urls": ["https://example.com/a.png"], "keep_audio": false}
                """);
    }

    @Test
    void referenceToVideo_withItsDurationAsAnInteger() throws IOException {
        assertSends(
                "kling-o1-reference-image-to-video",
                request()
                        .element(Element.of(A, B, B, B))
                        .duration(Duration.ofSeconds(10))
                        .aspectRatio("9:16"),
                """
                {"prompt": "a fox",
                 "elements": [{"frontal_image_url": "https://example.com/a.png", "reference_image_urls":
                   ["https://example.com/b.png", "https://example.com/b.png", "https://example.com/b.png"]}],
                 "aspect_ratio": "9:16", "duration": 10}
                """);
    }

    @Test
    void imageToVideo_withItsFramesByNumber_andItsDurationAlwaysSaid() throws IOException {
        assertSends(
                "kling-o1-image-to-video",
                VideoRequest.builder("m")
                        .prompt("from @Image1 to @Image2")
                        .firstFrame(A)
                        .lastFrame(B),
                """
                {"prompt": "from @Image1 to @Image2", "start_image_url": "https://example.com/a.png",
                 "end_image_url": "https://example.com/b.png", "duration": "5"}
                """);
    }

    @Test
    void image() throws IOException {
        assertSends(
                "kling-o1",
                VideoRequest.builder("m")
                        .prompt("@Image1 as a comic")
                        .referenceImage(Media.url(A))
                        .count(3)
                        .resolution("2k")
                        .option("output_format", "webp"),
                """
                {"prompt": "@Image1 as a comic", "image_urls": ["https://example.com/a.png"], "aspect_ratio": "16:9",
                 "resolution": "2K", "num_images": 3, "output_format": "webp"}
                """);
    }

    @Test
    void publishedPricesAreMultiplied_andAPriceByTheUnitIsNone() {
        assertThat(translate(
                                "kling-o1-reference-image-to-video",
                                request().element(Element.of(A)).duration(Duration.ofSeconds(10)))
                        .price())
                .contains(Cost.usd(new BigDecimal("1.12"), Cost.Source.ESTIMATED));
        assertThat(translate("kling-o1-reference-image-to-video", request()).price())
                .contains(Cost.usd(new BigDecimal("0.56"), Cost.Source.ESTIMATED));
        assertThat(translate("kling-o1", request().referenceImages(A).count(3)).price())
                .contains(Cost.usd(new BigDecimal("0.084"), Cost.Source.ESTIMATED));
        assertThat(translate("kling-o1-video-to-video-reference", request().sourceVideo(VIDEO))
                        .price())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kling-o1-video-to-video-reference, 3, 2, at most 4 together",
        "kling-o1-video-to-video-edit, 1, 4, at most 4 together",
        "kling-o1-reference-image-to-video, 4, 4, at most 7 together",
        "kling-o1-video-to-video-edit, 5, 0, has 5; at most 4",
    })
    void imagesAndElementsTogetherAreLimited(String slug, int images, int elements, String why) {
        VideoRequest.Builder request = request()
                .referenceImages(Collections.nCopies(images, Media.url(A)))
                .elements(Collections.nCopies(elements, Element.of(A)));
        if (profile(slug).field(Field.SOURCE_VIDEO.key()).isPresent()) {
            request.sourceVideo(VIDEO);
        }
        assertThat(refusal(slug, request)).contains(why);
    }

    @Test
    void bytesAndTooManyViewsAreRefused() {
        assertThat(refusal("kling-o1-image-to-video", request().firstFrame(Media.bytes("image/png", new byte[] {1}))))
                .contains("firstFrame")
                .contains("takes links only");
        assertThat(refusal("kling-o1-reference-image-to-video", request().element(Element.of(A, B, B, B, B))))
                .contains("has 4 views beside the front view; this model takes 1 to 3");
    }
}
