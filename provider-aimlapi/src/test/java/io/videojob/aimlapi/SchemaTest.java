package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.videojob.Element;
import io.videojob.VideoRequest;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Translation;
import io.videojob.catalog.Translator;
import io.videojob.spi.Submission;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire passes the vendor's schema, which ignores fields that it lacks; these tests don't. */
class SchemaTest {
    private static final String A = "https://example.com/a.png";
    private static final String B = "https://example.com/b.png";
    private static final String VIDEO = "https://example.com/v.mp4";
    private static final Element FAIRY = Element.of(A, B);

    private final ScriptedVendor vendor = new ScriptedVendor();

    @AfterEach
    void close() {
        vendor.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                of("video-o1-image-to-video", r("kling-o1/image-to-video").firstFrame(A)),
                of(
                        "video-o1-image-to-video",
                        r("kling-o1/image-to-video")
                                .firstFrame(A)
                                .lastFrame(B)
                                .duration(Duration.ofSeconds(10))
                                .option("provider", "fal")),
                of(
                        "video-o1-reference-to-video",
                        r("kling-o1/reference-to-video").referenceImages(A)),
                of(
                        "video-o1-reference-to-video",
                        r("kling-o1/reference-to-video")
                                .referenceImages(A, B)
                                .element(FAIRY)
                                .aspectRatio("9:16")
                                .duration(Duration.ofSeconds(5))),
                of(
                        "video-o1-video-to-video-edit",
                        r("kling-o1/video-to-video-edit").sourceVideo(VIDEO)),
                of(
                        "video-o1-video-to-video-edit",
                        r("kling-o1/video-to-video-edit")
                                .sourceVideo(VIDEO)
                                .referenceImages(A)
                                .element(FAIRY)
                                .keepAudio(true)),
                of(
                        "video-o1-video-to-video-reference",
                        r("kling-o1/video-to-video-reference").sourceVideo(VIDEO)),
                of(
                        "video-o1-video-to-video-reference",
                        r("kling-o1/video-to-video-reference")
                                .sourceVideo(VIDEO)
                                .element(Element.of(A))
                                .aspectRatio("1:1")
                                .duration(Duration.ofSeconds(10))
                                .keepAudio(true)),
                of("image-o1", r("kling-o1/image").referenceImages(A)),
                of(
                        "image-o1",
                        r("kling-o1/image")
                                .referenceImages(A, B)
                                .aspectRatio("21:9")
                                .resolution("2K")
                                .count(9)
                                .option("output_format", "webp")));
    }

    private static Arguments of(String model, VideoRequest.Builder request) {
        return Arguments.of(model, request.build());
    }

    private static VideoRequest.Builder r(String family) {
        return VideoRequest.builder(family).prompt("a raccoon");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestPassesTheVendorsSchema(String model, VideoRequest request) {
        String sent = send(model, request);

        JsonSchema schema = schema(model);
        assertThat(schema.validate(sent, InputFormat.JSON)).isEmpty();
        assertThat(Bodies.tree(sent).keySet()).isSubsetOf(fields(schema));
    }

    @Test
    void theSchemasWouldTell() {
        assertThat(schema("image-o1").validate("{\"model\":\"klingai/image-o1\",\"prompt\":\"x\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema("video-o1-image-to-video")
                        .validate(
                                "{\"model\":\"klingai/video-o1-image-to-video\",\"prompt\":\"x\",\"image_url\":\"" + A
                                        + "\",\"duration\":\"5\"}",
                                InputFormat.JSON))
                .isNotEmpty();
    }

    private String send(String model, VideoRequest request) {
        ModelProfile profile = vendor.profile("klingai/" + model);
        Translation translation = Translator.translate(request, profile);
        assertThat(translation.isAccepted()).as(translation.toString()).isTrue();
        vendor.answers(200, Bodies.body("answers/queued"));
        vendor.aimlapi.submit(
                Submission.builder(ScriptedVendor.TAG, profile.slug(), translation.body(), ScriptedVendor.SENT_AT)
                        .profile(profile)
                        .build());
        return vendor.request().getBody().readUtf8();
    }

    private static JsonSchema schema(String model) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Bodies.body("schemas/" + model));
    }

    private static Set<String> fields(JsonSchema schema) {
        Set<String> names = new java.util.HashSet<>();
        schema.getSchemaNode().get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
