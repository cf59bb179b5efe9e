package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.Trouble;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code videojob.save-to}: results are saved though nobody waits for them. */
class SaveToTest {
    @RegisterExtension
    final World world = new World();

    private String saveTo() {
        return "videojob.save-to = " + world.file("films");
    }

    private Path film(JobId id) {
        return world.file("films").resolve(id + "-1.mp4");
    }

    private void assertSaved(VideoJob job) throws IOException {
        World.until("the film to be there", () -> Files.exists(film(job.id())));
        assertThat(Mp4.length(film(job.id()))).isEqualTo(Duration.ofSeconds(5));
        World.until(
                "it to be written down",
                () -> job.explain().entries().stream()
                        .anyMatch(entry ->
                                entry.kind().equals("saved") && entry.text().endsWith(" bytes")));
        assertThat(job.snapshot().trouble()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFilmIsSavedWithoutAWait(Vendor vendor) throws Exception {
        VideoJob job = world.open(vendor, saveTo()).submit(Requests.raccoon());

        assertSaved(job);
        assertThat(world.at(vendor).requests(Operation.RESULT)).hasSize(1);
        world.assertOneCreateOneBill(vendor);
    }

    /** Longer than one save tries by itself. */
    @Test
    void aServerThatIsBusyForLongIsToldMeanwhileAndAskedAgain() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        world.at(vendor).on(Operation.RESULT, Fault.answer(Answer.empty(503)).times(8));
        VideoJob job = world.open(vendor, saveTo()).submit(Requests.raccoon());

        World.until("the trouble", () -> job.snapshot().trouble().isPresent());
        Trouble trouble = job.snapshot().trouble().orElseThrow();
        assertThat(trouble.kind()).isEqualTo("not-saved");
        assertThat(trouble.message()).contains("503");
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.SUCCEEDED);

        assertSaved(job);
    }

    /** The wish is the job's: who finds it in the journal does it, asked or not. */
    @Test
    void whatOneProcessLeftUnsavedTheNextSaves() throws Exception {
        Vendor vendor = Vendor.AIMLAPI;
        world.at(vendor).nextJob(JobScript.success().hold());
        JobId id;
        try (VideoJobs first = world.open(vendor, saveTo(), world.journal())) {
            VideoJob job = first.submit(Requests.raccoon());
            id = job.id();
            World.until("it to run", () -> job.snapshot().vendorRef().isPresent());
        }
        world.at(vendor).finish(world.onlyJob(vendor));

        VideoJobs second = world.open(vendor, world.journal());

        assertSaved(second.find(id).orElseThrow());
    }

    @Test
    void whatFailsAfterTheEndIsTriedAgainByTheNextProcess() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        world.at(vendor).on(Operation.RESULT, Fault.answer(Answer.empty(503)).always());
        JobId id;
        try (VideoJobs first = world.open(vendor, saveTo(), world.journal())) {
            VideoJob job = first.submit(Requests.raccoon());
            id = job.id();
            World.until("the trouble", () -> job.snapshot().trouble().isPresent());
        }
        world.at(vendor).clearFaults();

        VideoJobs second = world.open(vendor, world.journal());
        world.time().skip(Duration.ofMinutes(10));

        assertSaved(second.find(id).orElseThrow());
    }

    @Test
    void withoutTheSettingNothingIsLoaded() throws Exception {
        VideoJob job = world.open(Vendor.EACHLABS).submit(Requests.raccoon());
        job.await(World.LONG);

        assertThat(world.at(Vendor.EACHLABS).requests(Operation.RESULT)).isEmpty();
        assertThat(world.file("films")).doesNotExist();
    }
}
