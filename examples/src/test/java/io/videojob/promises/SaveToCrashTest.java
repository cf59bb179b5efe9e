package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.VideoJob;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code videojob.save-to} and {@code kill -9}: the wish is in the journal, and what has come of the film is in the folder. */
class SaveToCrashTest {
    private static final Vendor VENDOR = Vendor.EACHLABS;

    /** The killed process had the save for a minute; then another may. */
    private static final Duration PAST_THE_LEASE = Duration.ofSeconds(61);

    /** The killed process lives in the wall's time, and so do the vendors until it is dead. */
    @RegisterExtension
    final World world = new World(1);

    @Test
    void killedInTheMiddleOfASaveTheNextProcessGoesOnWhereItBrokeOff() throws Exception {
        JobId id = killedInTheMiddle();
        Path film = films().resolve(id + "-1.mp4");
        long came = Files.size(part(id));
        assertThat(film).doesNotExist();

        VideoJob job = world.open(VENDOR, world.journal()).find(id).orElseThrow();
        world.time().skip(PAST_THE_LEASE);
        world.time().speed(60);

        World.until("the film", () -> Files.exists(film));
        World.until("it to be told", () -> !saves(job).isEmpty());
        assertThat(saves(job)).singleElement().asString().isEqualTo(film + ", " + Files.size(film) + " bytes");
        assertThat(world.at(VENDOR).requests(Operation.RESULT))
                .hasSize(2)
                .last()
                .satisfies(rest -> assertThat(rest.header("Range")).contains("bytes=" + came + "-"));
        try (Stream<Path> files = Files.list(films())) {
            assertThat(files).as("all that is there").containsExactly(film);
        }
        world.assertDelivered(job);
        assertThat(film).hasSameBinaryContentAs(world.file(id + ".mp4"));
        assertThat(job.snapshot().trouble()).isEmpty();
        world.assertOneCreateOneBill(VENDOR);
    }

    /** Half of the film has been sent, and the rest never comes: nothing but the middle is a time to be killed at. */
    private JobId killedInTheMiddle() throws IOException {
        world.at(VENDOR).nextJob(JobScript.success().hold());
        world.at(VENDOR).on(Operation.RESULT, Fault.hangInBody());
        try (ChildJvm child = ChildJvm.run(SaveToProgram.class, settings())) {
            JobId id = JobId.parse(child.line());
            World.until("the job", () -> !world.at(VENDOR).jobs().isEmpty());
            world.at(VENDOR).finish(world.onlyJob(VENDOR));
            World.until("a part of the film", () -> Files.exists(part(id)) && Files.size(part(id)) > 0);
            child.kill();
            world.at(VENDOR).release();
            return id;
        }
    }

    private Path films() {
        return world.file("films");
    }

    private Path part(JobId id) {
        return films().resolve("." + id + "-1.mp4.part");
    }

    private static List<String> saves(VideoJob job) {
        return job.explain().entries().stream()
                .filter(entry -> entry.kind().equals("saved"))
                .map(entry -> entry.text())
                .toList();
    }

    private Path settings() throws IOException {
        Path file = world.file("videojob.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            world.settings(
                            VENDOR.key(),
                            world.journal(),
                            "videojob.save-to = " + films(),
                            "videojob.poll.interval = 100ms")
                    .store(writer, null);
        }
        return file;
    }
}
