package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Difference;
import io.videojob.Explanation;
import io.videojob.Inspection;
import io.videojob.SavedFile;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was delivered is held against what was asked for, and the user is told. */
class ConformanceTest {
    private static final Difference TOO_LONG = new Difference("duration", "5 s", "10.0 s");
    private static final Difference UPRIGHT = new Difference("aspectRatio", "16:9", "360x640");
    private static final Difference SILENT = new Difference("keepAudio", "true", "no sound track");

    @RegisterExtension
    final World world = new World();

    @ParameterizedTest
    @EnumSource
    void aFilmThatIsAsAskedTellsWhatItIsAndHasNoDifference(Vendor vendor) throws Exception {
        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        SavedFile saved = job.await(World.LONG).saveTo(world.file("raccoon.mp4"));

        assertThat(saved.video()).hasValueSatisfying(video -> {
            assertThat(video.duration()).contains(Duration.ofSeconds(5));
            assertThat(video.width()).hasValue(640);
            assertThat(video.height()).hasValue(360);
            assertThat(video.frameRate()).hasValue(24);
            assertThat(video.hasAudio()).contains(true);
        });
        assertThat(saved.differences()).isEmpty();
        assertThat(told(job)).isEmpty();
    }

    /** A film of ten seconds on end and without sound, where five seconds, 16:9 and sound were asked for. */
    @ParameterizedTest
    @EnumSource
    void anotherFilmThanAskedForIsToldOnTheFileAndInTheHistory(Vendor vendor) throws Exception {
        byte[] other = otherFilm(vendor);
        deliver(vendor, other);
        Properties settings = world.settings(vendor.key(), world.journal());
        VideoJobs jobs = world.open(settings);
        VideoJob job = jobs.submit(Requests.raccoon());

        VideoResult result = job.await(World.LONG);
        SavedFile saved = result.saveTo(world.file("raccoon.mp4"));

        assertThat(saved.file()).hasBinaryContent(other);
        assertThat(saved.differences()).containsExactly(TOO_LONG, UPRIGHT, SILENT);
        assertThat(told(job)).hasSize(3).first().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("duration: delivered 10.0 s where 5 s was asked for");
            assertThat(entry.data())
                    .isEqualTo(Map.of("output", "1", "field", "duration", "asked", "5 s", "delivered", "10.0 s"));
        });

        result.saveAll(world.file("again"));
        assertThat(told(job)).as("saved twice, told once").hasSize(3);

        jobs.close();
        Inspection inspection = world.closing(
                VideoJobs.builder().config(settings).environment(name -> null).inspect());
        assertThat(inspection.explain(job.id()).orElseThrow().toString())
                .contains("difference: duration: delivered 10.0 s where 5 s was asked for");
    }

    /** The family's default is sent for what was not set, so it counts; the vendor's own default was not asked for. */
    @ParameterizedTest
    @EnumSource
    void aDefaultThatIsSentCountsAsAskedFor(Vendor vendor) throws Exception {
        deliver(vendor, otherFilm(vendor));
        VideoJob job = world.open(vendor).submit(Requests.SMALLEST.get(0));

        SavedFile saved = job.await(World.LONG).saveTo(world.file("raccoon.mp4"));

        assertThat(saved.differences()).contains(UPRIGHT);
        job.await(World.LONG)
                .fields()
                .forEach(report -> assertThat(report.wireName().isPresent()
                                || saved.differences().stream()
                                        .noneMatch(one -> one.field().equals(report.field())))
                        .as("%s", report)
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void whatCanNotBeReadIsSavedAndClaimsNothing(Vendor vendor) throws Exception {
        byte[] film = otherFilm(vendor);
        List<byte[]> odd = List.of(
                "<html>thank you</html>".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(film, 300),
                Arrays.copyOf(film, film.length / 2),
                new byte[] {0x7f, -1, -1, -1, 'm', 'o', 'o', 'v', 0x7f, -1, -1, -1, 'm', 'v', 'h', 'd'});
        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        VideoResult result = job.await(World.LONG);
        for (byte[] content : odd) {
            deliver(vendor, content);

            SavedFile saved = result.saveTo(world.file("odd.mp4"));

            assertThat(saved.file()).hasBinaryContent(content);
            assertThat(saved.video()).isEmpty();
            assertThat(saved.differences()).isEmpty();
        }
        assertThat(told(job)).isEmpty();
    }

    /** Its history is written to while the saving itself is on its way into it. */
    @ParameterizedTest
    @EnumSource
    void whatIsSavedWithoutAWaitIsComparedToo(Vendor vendor) throws Exception {
        deliver(vendor, otherFilm(vendor));
        int before = world.at(vendor).requests(Operation.RESULT).size();
        VideoJob job =
                world.open(vendor, "videojob.save-to = " + world.file("films")).submit(Requests.raccoon());

        World.until(
                "it to be written down",
                () -> job.explain().entries().stream()
                        .anyMatch(entry ->
                                entry.kind().equals("saved") && entry.text().contains(".mp4")));

        assertThat(told(job)).hasSize(3);
        assertThat(world.at(vendor).requests(Operation.RESULT)).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsNoVideo(Vendor vendor) throws Exception {
        VideoJob job = world.open(vendor).submit(Requests.SMALLEST.get(4));

        SavedFile saved = job.await(World.LONG).saveTo(world.file("still.png"));

        assertThat(saved.video()).isEmpty();
        assertThat(told(job)).isEmpty();
    }

    @Test
    void aJournalThatIsClosedMeanwhileKeepsNobodyFromSaving() throws Exception {
        deliver(Vendor.EACHLABS, otherFilm(Vendor.EACHLABS));
        VideoJobs jobs = world.open(Vendor.EACHLABS, world.journal());
        VideoResult result = jobs.submit(Requests.raccoon()).await(World.LONG);
        jobs.close();

        assertThat(result.saveTo(world.file("late.mp4")).differences()).contains(TOO_LONG);
    }

    private static List<Explanation.Entry> told(VideoJob job) {
        return job.explain().entries().stream()
                .filter(entry -> entry.kind().equals("difference"))
                .toList();
    }

    private void deliver(Vendor vendor, byte[] content) {
        world.at(vendor).clearFaults();
        world.at(vendor)
                .on(Operation.RESULT, Fault.garble(own -> own.body(content)).always());
    }

    /** Made by the vendor for another request. */
    private byte[] otherFilm(Vendor vendor) throws Exception {
        VideoRequest request = Requests.raccoon("longer")
                .duration(Duration.ofSeconds(10))
                .aspectRatio("9:16")
                .keepAudio(false)
                .build();
        VideoJob job = world.open(vendor).submit(request);
        return Files.readAllBytes(
                job.await(World.LONG).saveTo(world.file("other.mp4")).file());
    }
}
