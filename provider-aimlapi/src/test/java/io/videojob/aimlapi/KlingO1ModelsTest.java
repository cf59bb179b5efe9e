package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
        ((ObjectNode) body).put("model", slug);
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
                "klingai/video-o1-video-to-video-reference",
                VideoRequest.builder("m")
                        .prompt("Put @Element1 on the raccoon of @Video1, in the style of @Image2")
                        .sourceVideo(VIDEO)
                        .referenceImages(A, B)
                        .element(Element.of(A, B))
                        .element(Element.of(B))
                        .duration(Duration.ofSeconds(10))
                        .aspectRatio("1:1")
                        .keepAudio(true)
                        .option("provider", "fal"),
                """
                {"prompt": "Put @Element1 on the raccoon of @Video1, in the style of @Image2",
                 "video_url": "https://example.com/raccoon.mp4",
                 "image_list": ["https://example.com/a.png", "https://example.com/b.png"],
                 "elements": [
                   {"frontal_image_url": "https://example.com/a.png", "reference_image_urls": ["https://example.com/b.png"]},
                   {"frontal_image_url": "https://example.com/b.png", "reference_image_urls": ["https://example.com/b.png"]}],
                 "aspect_ratio": "1:1", "duration": 10, "keep_audio": true, "provider": "fal"}
                """);
    }

    @Test
    void videoToVideoReference_withNothingButTheLeast() throws IOException {
        assertSends("klingai/video-o1-video-to-video-reference", request().sourceVideo(VIDEO), """
                {"prompt": "a fox", "video_url": "https://example.com/raccoon.mp4", "aspect_ratio": "16:9"}
                """);
    }

    @Test
    void videoToVideoEdit_withBytesWhereTheyAreTaken() throws IOException {
        assertSends(
                "klingai/video-o1-video-to-video-edit",
                request()
                        .sourceVideo(Media.bytes("video/mp4", new byte[] {1, 2, 3}))
                        .keepAudio(false),
                """
                {"prompt": "a fox", "video_url": "data:video/mp4;base64,AQID", "keep_audio": false}
                """);
        assertThat(refusal(
                        "klingai/video-o1-video-to-video-edit",
                        request().sourceVideo(VIDEO).referenceImage(Media.bytes("image/png", new byte[] {1}))))
                .contains("referenceImages")
                .contains("takes links only");
    }

    @Test
    void referenceToVideo() throws IOException {
        assertSends(
                "klingai/video-o1-reference-to-video",
                request()
                        .element(Element.of(A, B, B, B, B))
                        .duration(Duration.ofSeconds(10))
                        .aspectRatio("9:16"),
                """
                {"prompt": "a fox",
                 "elements": [{"frontal_image_url": "https://example.com/a.png", "reference_image_urls":
                   ["https://example.com/b.png", "https://example.com/b.png", "https://example.com/b.png",
                    "https://example.com/b.png"]}],
                 "aspect_ratio": "9:16", "duration": 10}
                """);
    }

    @Test
    void imageToVideo_withItsFramesByNumber() throws IOException {
        assertSends(
                "klingai/video-o1-image-to-video",
                VideoRequest.builder("m")
                        .prompt("from @Image1 to @Image2")
                        .firstFrame(A)
                        .lastFrame(B),
                """
                {"prompt": "from @Image1 to @Image2", "image_url": "https://example.com/a.png",
                 "last_image_url": "https://example.com/b.png", "duration": 5}
                """);
    }

    @Test
    void image() throws IOException {
        assertSends(
                "klingai/image-o1",
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
        ModelProfile image = profile("klingai/image-o1");
        assertThat(image.hints()).containsEntry("endpoint", "images");
        assertThat(image.createTimeout()).isEqualTo(image.longestRun());
        assertThat(image.price()).isEmpty();
    }

    @Test
    void autoIsNoAspectRatioHere_andAdjustingDoesNotMakeItOne() {
        VideoRequest.Builder request = request().sourceVideo(VIDEO).aspectRatio("auto");
        assertThat(refusal("klingai/video-o1-video-to-video-reference", request))
                .isEqualTo("aspectRatio = auto refused: is not taken; choose 16:9, 9:16 or 1:1");
        assertThat(refusal("klingai/video-o1-video-to-video-reference", request.adjust()))
                .contains("aspectRatio = auto refused");
    }

    @Test
    void aReferenceIsRemarkedOn_becauseTheVendorDocumentsNone() {
        FieldReport prompt = translate(
                        "klingai/video-o1-reference-to-video",
                        VideoRequest.builder("m").prompt("@Element1 runs").element(Element.of(A)))
                .reports()
                .get(0);
        assertThat(prompt.field()).isEqualTo("prompt");
        assertThat(prompt.why().orElse("")).contains("provider=fal");
    }

    @ParameterizedTest
    @CsvSource({
        "klingai/video-o1-video-to-video-reference, 3, 2, at most 4 together",
        "klingai/video-o1-video-to-video-edit, 5, 0, at most 4 together",
        "klingai/video-o1-reference-to-video, 4, 4, at most 7 together",
        "klingai/video-o1-reference-to-video, 0, 5, has 5; at most 4",
    })
    void imagesAndElementsTogetherAreLimitedAsTheModelIs(String slug, int images, int elements, String why) {
        VideoRequest.Builder request = request().elements(Collections.nCopies(elements, Element.of(A)));
        if (images > 0) {
            request.referenceImages(Collections.nCopies(images, Media.url(A)));
        }
        if (profile(slug).field(Field.SOURCE_VIDEO.key()).isPresent()) {
            request.sourceVideo(VIDEO);
        }
        assertThat(refusal(slug, request)).contains(why);
    }
}
