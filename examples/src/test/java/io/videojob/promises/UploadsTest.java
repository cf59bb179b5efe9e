package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Media;
import io.videojob.MediaStore;
import io.videojob.Plan;
import io.videojob.RequestRejectedException;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bytes go with the request where the vendor takes them, else to a place that gives them a link, else nowhere. */
class UploadsTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @RegisterExtension
    final World world = new World();

    private static VideoRequest withPicture() {
        return VideoRequest.builder("kling-o1/image-to-video")
                .prompt("it waves")
                .firstFrame(Media.bytes("image/png", PICTURE))
                .build();
    }

    private Object sentFrame(int create) {
        return Vendor.EACHLABS
                .input(world.at(Vendor.EACHLABS).creates().get(create).request().json())
                .get("start_image_url");
    }

    private List<ReceivedRequest> uploads() {
        return world.at(Vendor.EACHLABS).requests(Operation.UPLOAD);
    }

    @Test
    void aVendorThatTakesNoBytesGetsALinkIntoItsOwnStorage() throws Exception {
        VideoJobs jobs = world.open(Vendor.EACHLABS);

        Plan plan = jobs.plan(withPicture());
        assertThat(plan.isAccepted()).isTrue();
        assertThat(plan.toString()).contains("uploaded when the job is submitted");
        assertThat(uploads()).as("a dry run uploads nothing").isEmpty();
        VideoJob job = jobs.submit(withPicture());

        world.assertDelivered(job);
        assertThat(uploads()).singleElement().extracting(ReceivedRequest::bytes).isEqualTo(PICTURE);
        assertThat(sentFrame(0)).asString().startsWith("https://storage.");
    }

    @Test
    void theSameBytesAreUploadedOnce() throws Exception {
        VideoJobs jobs = world.open(Vendor.EACHLABS);

        world.assertDelivered(jobs.submit(withPicture()));
        world.assertDelivered(jobs.submit(withPicture()));

        assertThat(uploads()).hasSize(1);
        assertThat(sentFrame(1)).isEqualTo(sentFrame(0));
    }

    @Test
    void whereTheVendorTakesBytesNothingIsUploaded() throws Exception {
        VideoJobs jobs = world.open(Vendor.AIMLAPI);

        world.assertDelivered(jobs.submit(withPicture()));

        assertThat(Vendor.AIMLAPI
                        .input(world.at(Vendor.AIMLAPI)
                                .creates()
                                .get(0)
                                .request()
                                .json())
                        .get("image_url"))
                .asString()
                .startsWith("data:image/png;base64,");
    }

    @Test
    void theUsersOwnPlaceIsUsedWhereThereIsOne() throws Exception {
        List<String> types = new ArrayList<>();
        MediaStore own = new MediaStore() {
            @Override
            public URI put(String contentType, byte[] bytes) {
                types.add(contentType);
                return URI.create("https://bucket.example/raccoon.png");
            }

            @Override
            public long maxBytes() {
                return 1_000;
            }
        };
        VideoJobs jobs = world.closing(VideoJobs.builder()
                .config(world.settings(Vendor.EACHLABS.key()))
                .environment(name -> null)
                .timing(world.time())
                .mediaStore(own)
                .build());

        world.assertDelivered(jobs.submit(withPicture()));

        assertThat(types).containsExactly("image/png");
        assertThat(sentFrame(0)).isEqualTo("https://bucket.example/raccoon.png");
        VideoRequest large = withPicture().toBuilder()
                .firstFrame(Media.bytes("image/png", new byte[1_001]))
                .build();
        assertThatThrownBy(() -> jobs.submit(large))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("upload it and give its https link");
    }

    @Test
    void whatDoesNotBelongIntoTheFieldIsNotUploaded() {
        VideoRequest sound = withPicture().toBuilder()
                .firstFrame(Media.bytes("audio/mpeg", PICTURE))
                .build();

        assertThatThrownBy(() -> world.open(Vendor.EACHLABS).submit(sound))
                .isInstanceOf(RequestRejectedException.class);
        assertThat(world.at(Vendor.EACHLABS).requests(Operation.SIGN)).isEmpty();
    }

    @Test
    void anUploadThatFailsSendsNothing() {
        world.at(Vendor.EACHLABS).on(Operation.UPLOAD, Fault.loseAnswer().always());

        assertThatThrownBy(() -> world.open(Vendor.EACHLABS).submit(withPicture()))
                .isInstanceOf(VideoJobException.class);
        assertThat(world.at(Vendor.EACHLABS).creates()).isEmpty();
    }

    @Test
    void anotherVendorServesWhenTheFirstsStorageIsDownAndItIsTold() throws Exception {
        world.at(Vendor.EACHLABS)
                .on(
                        Operation.SIGN,
                        Fault.answer(EachlabsAnswers.error(503, "storage is down"))
                                .always());
        VideoJobs jobs = world.open(world.settings("eachlabs, aimlapi"));

        VideoJob job = jobs.submit(withPicture());

        world.assertDelivered(job);
        assertThat(world.at(Vendor.AIMLAPI).bill().jobs()).isEqualTo(1);
        assertThat(world.at(Vendor.EACHLABS).creates()).isEmpty();
        assertThat(job.explain().toString()).contains("not a candidate: ").contains("storage is down");
    }
}
