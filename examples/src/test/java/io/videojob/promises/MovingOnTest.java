package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.JobScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor's reference works on another machine, whose journal is empty. */
@Tag("slow")
class MovingOnTest {
    @RegisterExtension
    final World world = new World();

    private VideoJobs machine(Vendor vendor, String name) {
        Properties settings =
                world.settings(vendor.key(), "videojob.journal.url = jdbc:sqlite:" + world.file(name + ".db"));
        return world.open(settings);
    }

    private static VendorRef submitted(VideoJob job) {
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        return VendorRef.parse(
                job.snapshot().vendorRef().map(VendorRef::toString).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void theJobIsFollowedThereAndEndsHereAndBothGetTheSameBytes(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        VideoJob here = machine(vendor, "here").submit(Requests.raccoon());
        VendorRef reference = submitted(here);

        VideoJobs there = machine(vendor, "there");
        assertThat(there.list(JobFilter.all())).isEmpty();
        VideoJob moved = there.attach(reference);
        assertThat(moved.snapshot().status().isFinal()).isFalse();
        world.at(vendor).finish(reference.vendorJobId());

        Path ours = world.file("here.mp4");
        Path theirs = world.file("there.mp4");
        moved.await(World.LONG).saveTo(theirs);
        here.await(World.LONG).saveTo(ours);
        assertThat(theirs).hasSameBinaryContentAs(ours);
        assertThat(Files.size(ours)).isPositive();
        assertThat(moved.snapshot().outputs()).hasSameSizeAs(here.snapshot().outputs());
        world.assertOneCreateOneBill(vendor);
    }

    @Test
    void whatIsCanceledThereEndsAsCanceledHere() throws Exception {
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        VideoJob here = machine(Vendor.EACHLABS, "here").submit(Requests.raccoon());
        VideoJob moved = machine(Vendor.EACHLABS, "there").attach(submitted(here));

        moved.cancel();

        World.until(
                "both ends",
                () -> here.snapshot().status().isFinal()
                        && moved.snapshot().status().isFinal());
        assertThat(here.snapshot().status()).isEqualTo(JobStatus.CANCELED);
        assertThat(moved.snapshot().status()).isEqualTo(JobStatus.CANCELED);
        assertThat(world.sandbox().bill().jobs()).isZero();
    }
}
