package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.videojob.Element;
import io.videojob.VideoRequest;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Translation;
import io.videojob.catalog.Translator;
import io.videojob.http.Json;
import io.videojob.spi.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire for the models that profiles describe, held against the vendor's own schemas. */
class RequestSchemaTest {
    private static final Map<String, Object> SCHEMAS = Bodies.tree(Bodies.text("kling-o1-schemas"));
    private static final String REFERENCE = "kling-o1-video-to-video-reference";
    private static final String EDIT = "kling-o1-video-to-video-edit";
    private static final String IMAGES = "kling-o1-reference-image-to-video";
    private static final String FRAMES = "kling-o1-image-to-video";
    private static final String IMAGE = "kling-o1";
    private static final String PNG = "https://example.com/a.png";
    private static final String MP4 = "https://example.com/raccoon.mp4";

    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(REFERENCE, request(REFERENCE).sourceVideo(MP4)),
                Arguments.of(
                        REFERENCE, withEverything(REFERENCE).aspectRatio("1:1").duration(Duration.ofSeconds(10))),
                Arguments.of(EDIT, request(EDIT).sourceVideo(MP4)),
                Arguments.of(EDIT, withEverything(EDIT)),
                Arguments.of(IMAGES, request(IMAGES).referenceImage(PNG)),
                Arguments.of(
                        IMAGES,
                        request(IMAGES)
                                .element(Element.of(PNG))
                                .referenceImages(PNG, PNG, PNG, PNG, PNG, PNG)
                                .aspectRatio("9:16")
                                .duration(Duration.ofSeconds(10))),
                Arguments.of(FRAMES, request(FRAMES).firstFrame(PNG)),
                Arguments.of(
                        FRAMES, request(FRAMES).firstFrame(PNG).lastFrame(PNG).duration(Duration.ofSeconds(5))),
                Arguments.of(IMAGE, request(IMAGE).referenceImage(PNG)),
                Arguments.of(
                        IMAGE,
                        request(IMAGE)
                                .referenceImages(PNG, PNG)
                                .aspectRatio("21:9")
                                .resolution("2K")
                                .count(9)
                                .option("output_format", "webp")));
    }

    private static VideoRequest.Builder request(String model) {
        return VideoRequest.builder("eachlabs:" + model).prompt("a raccoon");
    }

    private static VideoRequest.Builder withEverything(String model) {
        return request(model)
                .prompt("Put @Element1 on the raccoon of @Video1 in the style of @Image1")
                .sourceVideo(MP4)
                .referenceImages(PNG, PNG)
                .element(Element.of(PNG, PNG, PNG, PNG))
                .element(Element.of(PNG))
                .keepAudio(true);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsSentPassesTheVendorsSchema(String model, VideoRequest.Builder request) {
        Map<String, Object> sent = sent(model, request.build());

        assertThat(sent.get("model")).isEqualTo(model);
        assertThat(violations(model, sent.get("input"))).isEmpty();
    }

    @Test
    void everyModelOfKlingO1IsHeldAgainstItsSchema() {
        assertThat(requests().map(arguments -> arguments.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(vendor.eachlabs.traits().profiles().slugs().stream()
                        .filter(slug -> slug.startsWith("kling-o1"))
                        .toList());
    }

    @Test
    void theDurationIsTextAtTwoModelsAnIntegerAtOneAndUnknownAtTwo() {
        assertThat(duration(REFERENCE, request(REFERENCE).sourceVideo(MP4).duration(Duration.ofSeconds(5))))
                .isEqualTo("5");
        assertThat(duration(FRAMES, request(FRAMES).firstFrame(PNG).duration(Duration.ofSeconds(10))))
                .isEqualTo("10");
        assertThat(duration(IMAGES, request(IMAGES).referenceImage(PNG).duration(Duration.ofSeconds(5))))
                .isEqualTo(5L);
        assertThat(translated(EDIT, request(EDIT).sourceVideo(MP4).duration(Duration.ofSeconds(5)))
                        .isAccepted())
                .isFalse();
        assertThat(translated(IMAGE, request(IMAGE).referenceImage(PNG).duration(Duration.ofSeconds(5)))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void theSchemasRefuseTheOtherTypeAndUnknownKeys() {
        assertThat(violations(REFERENCE, Map.of("prompt", "p", "video_url", MP4, "duration", 5L)))
                .isNotEmpty();
        assertThat(violations(IMAGES, Map.of("prompt", "p", "duration", "5"))).isNotEmpty();
        assertThat(violations(EDIT, Map.of("prompt", "p", "video_url", MP4, "duration", "5")))
                .isNotEmpty();
        assertThat(violations(
                        REFERENCE,
                        Map.of("prompt", "p", "video_url", MP4, "elements", List.of(Map.of("frontal_image_url", PNG)))))
                .isNotEmpty();
    }

    private Object duration(String model, VideoRequest.Builder request) {
        return ((Map<?, ?>) sent(model, request.build()).get("input")).get("duration");
    }

    private Translation translated(String model, VideoRequest.Builder request) {
        return Translator.translate(request.build(), profile(model));
    }

    private ModelProfile profile(String model) {
        return vendor.eachlabs.traits().profiles().find(model).orElseThrow();
    }

    private Map<String, Object> sent(String model, VideoRequest request) {
        Translation translation = Translator.translate(request, profile(model));
        assertThat(translation.isAccepted()).as("%s", translation).isTrue();
        vendor.answers(200, body("answers/created"));
        vendor.eachlabs.submit(Submission.builder("send-1", model, translation.body(), ScriptedVendor.SENT_AT)
                .profile(profile(model))
                .build());
        return Bodies.tree(vendor.request().getBody().readUtf8());
    }

    private static Set<ValidationMessage> violations(String model, Object input) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Json.write(SCHEMAS.get(model)));
        return schema.validate(Json.write(input), InputFormat.JSON);
    }
}
