package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limit of an account is there for all who use its key: others, and jobs of ours that nobody can find any more. */
class SharedAccountTest {
    private static final Vendor VENDOR = Vendor.EACHLABS;
    private static final int SLOTS = 10;

    @RegisterExtension
    final World world = new World();

    private static List<VideoRequest> requests(String who, int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(i -> Requests.frame(who + " " + i))
                .toList();
    }

    @Test
    void twoProgramsThatKnowNothingOfEachOtherShareTheSlotsAndAllIsMadeOnce() throws Exception {
        VendorSandbox vendor = world.at(VENDOR);
        vendor.nextJob(Stream.generate(() -> JobScript.success().runFor(Duration.ofSeconds(20)))
                .limit(60)
                .toArray(JobScript[]::new));
        VideoJobs one = world.open(VENDOR);
        VideoJobs other = world.open(VENDOR);
        List<VideoJob> ones = one.submitAll(requests("one's raccoon", 30)).jobs();
        List<VideoJob> others =
                other.submitAll(requests("the other's raccoon", 30)).jobs();

        for (VideoJob job : Stream.concat(ones.stream(), others.stream()).toList()) {
            job.await(World.LONG);
        }

        assertThat(vendor.bill().jobs()).isEqualTo(60);
        assertThat(vendor.jobs()).hasSize(60);
        assertThat(vendor.mostInFlight()).isEqualTo(SLOTS);
        assertThat(vendor.tooManyRequests())
                .as("both were refused now and then")
                .isPositive();
        assertThat(ones.get(29).explain().toString()).contains("billed");
    }

    @Test
    void afterOthersFilledTheAccountAllSlotsAreUsedAgain() throws Exception {
        VendorSandbox vendor = world.at(VENDOR);
        vendor.on(
                Operation.CREATE,
                Fault.answer(EachlabsAnswers.tooManyInFlight()).times(15));
        vendor.nextJob(Stream.generate(() -> JobScript.success().runFor(Duration.ofMinutes(5)))
                .limit(20)
                .toArray(JobScript[]::new));

        List<VideoJob> jobs =
                world.open(VENDOR).submitAll(requests("raccoon", 20)).jobs();

        World.until("all slots to be in use", () -> vendor.mostInFlight() == SLOTS);
        world.time().speed(180);
        for (VideoJob job : jobs) {
            job.await(World.LONG);
        }
        assertThat(vendor.bill().jobs()).isEqualTo(20);
    }

    @Test
    void tenParkedJobsDoNotStopTheEleventh() throws Exception {
        VendorSandbox vendor = world.at(VENDOR);
        vendor.on(Operation.CREATE, Fault.loseAnswer().times(SLOTS));
        vendor.on(
                Operation.LOOKUP,
                Fault.answer(EachlabsAnswers.error(500, "internal error")).always());
        VideoJobs jobs = world.open(VENDOR);
        List<VideoJob> lost = jobs.submitAll(requests("lost raccoon", SLOTS)).jobs();
        World.until("all to be on the wire", () -> vendor.creates().size() == SLOTS);
        VideoJob eleventh = jobs.submit(Requests.frame("the eleventh"));
        World.until(
                "all to be uncertain",
                () -> lost.stream().allMatch(job -> job.snapshot().status() == JobStatus.UNCERTAIN));
        assertThat(eleventh.snapshot().status()).isEqualTo(JobStatus.WAITING);

        world.time().skip(Duration.ofMinutes(31));

        world.assertDelivered(eleventh);
        assertThat(lost).allMatch(job -> job.snapshot().trouble().orElseThrow().parked());
        assertThat(vendor.creates()).hasSize(SLOTS + 1);
    }
}
