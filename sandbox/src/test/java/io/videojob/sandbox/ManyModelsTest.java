package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.internal.schema.Drafts;
import io.videojob.sandbox.internal.schema.Lineup;
import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.script.Limits;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models beyond Kling O1: all of them over the wire, and what some make. */
class ManyModelsTest {
    @RegisterExtension
    final SandboxExtension extension =
            new SandboxExtension(builder -> builder.runTime(Duration.ZERO).eachlabsLimits(Limits.none()));

    private static Reply create(EachlabsSandbox vendor, String model, Map<String, @Nullable Object> input) {
        return Caller.of(vendor).post("/v1/prediction", "model", model, "input", input);
    }

    private static Metadata film(EachlabsSandbox vendor, String model, @Nullable Object... input) throws Exception {
        Reply created = create(vendor, model, Json.object(input));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        String link = Caller.of(vendor)
                .get("/v1/prediction/" + created.string("predictionID"))
                .string("output");
        return Mp4MetadataReader.readMetadata(
                new ByteArrayInputStream(Caller.withoutKey(vendor).get(link).bytes()));
    }

    private static long milliseconds(Metadata film) throws Exception {
        return film.getFirstDirectoryOfType(Mp4Directory.class).getLong(Mp4Directory.TAG_DURATION);
    }

    @Test
    void everyModelOfEachlabsMakesAJobThatIsBilled(EachlabsSandbox vendor) {
        int made = 0;
        for (Map<String, @Nullable Object> model :
                Caller.withoutKey(vendor).get("/v1/models?limit=500").items()) {
            Map<String, @Nullable Object> input = Drafts.smallest(Json.asObject(model.get("request_schema")));
            if (input.containsKey("image_url_1")) {
                input.put("image_url_2", Samples.IMAGE); // templates for two
            }
            Reply created = create(vendor, String.valueOf(model.get("slug")), input);
            assertThat(created.status())
                    .as("%s: %s", model.get("slug"), created.text())
                    .isEqualTo(200);
            made++;
        }
        assertThat(made).isEqualTo(193);
        assertThat(vendor.bill().jobs()).isEqualTo(193);
    }

    @Test
    void everyModelOfAimlapiMakesAJobThatIsBilled(AimlApiSandbox vendor) {
        for (Lineup.Listed listed : new Lineup("aimlapi", () -> LocalDate.EPOCH).listed()) {
            String path = listed.model().makesImages() ? "/v1/images/generations" : AIMLAPI_VIDEOS;
            Reply created = Caller.of(vendor)
                    .post(path, Json.write(Drafts.smallest(listed.model().schema())));
            assertThat(created.status())
                    .as("%s: %s", listed.model().slug(), created.text())
                    .isEqualTo(200);
        }
        assertThat(vendor.creates())
                .hasSize(142)
                .allSatisfy(create -> assertThat(create.problems()).isEmpty());
        assertThat(vendor.bill().jobs()).isEqualTo(142);
    }

    @Test
    void aFilmIsAsLongAndAsWideAsAskedFor(EachlabsSandbox vendor) throws Exception {
        Metadata film = film(vendor, "veo-3", "prompt", "p", "duration", "4s", "aspect_ratio", "9:16");
        assertThat(milliseconds(film)).isEqualTo(4000);
        Mp4VideoDirectory video = film.getFirstDirectoryOfType(Mp4VideoDirectory.class);
        assertThat(video.getInt(Mp4VideoDirectory.TAG_WIDTH)).isLessThan(video.getInt(Mp4VideoDirectory.TAG_HEIGHT));
        assertThat(milliseconds(film(vendor, "pixverse-v5-6-text-to-video", "prompt", "p", "duration", "8")))
                .isEqualTo(8000);
        assertThat(milliseconds(
                        film(vendor, "moonvalley-marey-text-to-video", "prompt", "p", "dimensions", "1536x1152")))
                .isEqualTo(5000);
        assertThat(vendor.bill()).isEqualTo(new Bill(3, new BigDecimal("0.75")));
    }

    @Test
    void aFilmHasTheSoundThatWasAskedForOrIsTheDefault(EachlabsSandbox vendor) throws Exception {
        Metadata silent = film(vendor, "veo-3", "prompt", "p", "duration", "4s", "generate_audio", false);
        assertThat(silent.getFirstDirectoryOfType(Mp4SoundDirectory.class)).isNull();
        Metadata usual = film(vendor, "veo-3", "prompt", "p", "duration", "4s");
        assertThat(usual.getFirstDirectoryOfType(Mp4SoundDirectory.class)).isNotNull();
    }

    @Test
    void aModelOfPicturesMakesPictures(EachlabsSandbox vendor) {
        Reply created = create(vendor, "cartoonify-v2", Json.object("input_image", Samples.IMAGE));
        Reply done = Caller.of(vendor).get("/v1/prediction/" + created.string("predictionID"));
        assertThat(done.list("output")).singleElement().asString().endsWith(".png");
        assertThat(vendor.bill()).isEqualTo(new Bill(1, new BigDecimal("0.03")));
    }

    @Test
    void aimlapisFilmsAreAsLongAsAskedFor(AimlApiSandbox vendor) throws Exception {
        Reply created = Caller.of(vendor).post(AIMLAPI_VIDEOS, "model", "luma/ray-2", "prompt", "p", "duration", 9);
        String id = URLEncoder.encode(created.string("id"), StandardCharsets.UTF_8);
        String link =
                Caller.of(vendor).get(AIMLAPI_VIDEOS + "?generation_id=" + id).string("video", "url");
        byte[] file = Caller.withoutKey(vendor).get(link).bytes();
        assertThat(milliseconds(Mp4MetadataReader.readMetadata(new ByteArrayInputStream(file))))
                .isEqualTo(9000);
        assertThat(created.at("meta", "usage", "usd_spent")).isEqualTo(new BigDecimal("0.25"));
        assertThat(vendor.bill()).isEqualTo(new Bill(1, new BigDecimal("0.25")));
    }

    @Test
    void whatIsWrongIsAlsoToldInAHeaderThatHoldsAnything(AimlApiSandbox vendor) {
        Reply refused = Caller.of(vendor)
                .post(AIMLAPI_VIDEOS, "model", "luma/ray-2", "prompt", "p", "aspect_ratio", "wïde\r\nX-Other: 1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("X-Sandbox-Problems"))
                .contains("aspect_ratio: ")
                .contains("w?de??X-Other: 1");
        assertThat(refused.header("X-Other")).isEmpty();
    }
}
