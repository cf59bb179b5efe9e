package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.SubmissionUncertainException;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is killed as by {@code kill -9}; the next one over the same SQLite file finishes what was bought. */
class CrashTest {
    /** The killed process lives in the wall's time, and so do the vendors until it is dead. */
    @RegisterExtension
    final World world = new World(1);

    /** Past the time by which any create has been answered: its timeout of a minute, and the margin. */
    private static final Duration PAST_THE_ANSWER = Duration.ofSeconds(75);

    /** Found by its id in a new process of its own: everything it needs is in the file. */
    @Test
    void killedAfterTheCreateANewProcessFindsTheJobAndDeliversIt() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        world.at(vendor).nextJob(JobScript.success().hold());
        JobId id = killedOnceItHasTheReference(vendor);

        world.at(vendor).finish(world.onlyJob(vendor));
        Path film = world.file("film");
        try (ChildJvm next = ChildJvm.run(settings(vendor), id.toString(), film.toString())) {
            assertThat(next.line()).isEqualTo(id.toString());
            assertThat(lastLine(next)).isEqualTo("delivered");
        }

        assertThat(Mp4.length(world.file("film.mp4"))).isEqualTo(Duration.ofSeconds(5));
        world.assertOneCreateOneBill(vendor);
    }

    @ParameterizedTest
    @EnumSource
    void killedAfterTheCreateTheJobIsTheSameByItsIdAndByTheVendorsReference(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        JobId id = killedOnceItHasTheReference(vendor);
        VendorRef made = vendor.ref(world.onlyJob(vendor));

        VideoJobs jobs = world.open(vendor, world.journal());
        VideoJob attached = jobs.attach(made);
        assertThat(attached.id()).isEqualTo(id);
        // and with nothing but the reference, on another machine
        VideoJob elsewhere = world.open(vendor).attach(made);
        world.at(vendor).finish(made.vendorJobId());
        world.time().speed(60);

        world.assertDelivered(jobs.find(id).orElseThrow());
        world.assertDelivered(elsewhere);
        world.assertOneCreateOneBill(vendor);
    }

    /** The vendor has made the job; nobody ever read the answer. */
    @ParameterizedTest
    @EnumSource
    void killedDuringTheCreateTheJobIsFoundAndDelivered(Vendor vendor) throws Exception {
        JobId id = killedOnTheWire(vendor, Fault.delay(FaultStep.FOREVER).afterWork());

        VideoJobs jobs = world.open(vendor, world.journal());
        VideoJob job = jobs.find(id).orElseThrow();
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.SUBMITTING);
        world.time().skip(PAST_THE_ANSWER);
        world.time().speed(60);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    /** The request had left, and the vendor never made anything of it: nobody can know, so nobody sends it again. */
    @ParameterizedTest
    @EnumSource
    void killedDuringACreateThatMadeNothingTheJobIsParkedAndNotSentAgain(Vendor vendor) throws Exception {
        JobId id = killedOnTheWire(vendor, Fault.hang());

        VideoJob job = world.open(vendor, world.journal()).find(id).orElseThrow();
        world.time().skip(PAST_THE_ANSWER);
        world.time().speed(60);
        world.untilRequests(vendor, Operation.LOOKUP, 2);
        world.time().skip(Duration.ofMinutes(31));

        Assertions.assertThatExceptionOfType(SubmissionUncertainException.class)
                .isThrownBy(() -> job.await(World.LONG));
        assertThat(world.at(vendor).creates()).hasSize(1);
        assertThat(world.sandbox().bill().jobs()).isZero();
    }

    /** Taken, and not sent yet: the vendor was away. */
    @Test
    void killedBeforeTheCreateTheJobIsSentOnceByTheNextProcess() throws Exception {
        Vendor vendor = Vendor.AIMLAPI;
        world.at(vendor).goOffline();
        JobId id;
        Duration rest = Duration.ofMinutes(10); // long enough not to be killed in the next try
        try (ChildJvm child =
                ChildJvm.run(settings(vendor, "videojob.retry.base-delay = 10m", "videojob.retry.max-delay = 10m"))) {
            id = JobId.parse(child.line());
            assertThat(child.line()).isEqualTo("not sent");
            child.kill();
        }
        world.at(vendor).goOnline();

        VideoJob job = world.open(vendor, world.journal()).find(id).orElseThrow();
        world.time().skip(rest.plusMinutes(2));
        world.time().speed(60);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    private JobId killedOnceItHasTheReference(Vendor vendor) throws IOException {
        try (ChildJvm child = ChildJvm.run(settings(vendor))) {
            JobId id = JobId.parse(child.line());
            assertThat(VendorRef.parse(child.line())).isEqualTo(vendor.ref(world.onlyJob(vendor)));
            child.kill();
            return id;
        }
    }

    private JobId killedOnTheWire(Vendor vendor, Fault fault) throws IOException {
        world.at(vendor).on(Operation.CREATE, fault);
        try (ChildJvm child = ChildJvm.run(settings(vendor))) {
            JobId id = JobId.parse(child.line());
            World.until(
                    "the create to be on the wire",
                    () -> !world.at(vendor).creates().isEmpty());
            child.kill();
            world.at(vendor).release();
            return id;
        }
    }

    private static String lastLine(ChildJvm child) throws IOException {
        String line = child.line();
        while (!line.equals("delivered")) {
            line = child.line();
        }
        return line;
    }

    private Path settings(Vendor vendor, String... more) throws IOException {
        Path file = world.file("videojob.properties");
        Properties settings = world.settings(
                vendor.key(),
                Stream.concat(Stream.of(world.journal(), "videojob.poll.interval = 100ms"), Stream.of(more))
                        .toArray(String[]::new));
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }
}
