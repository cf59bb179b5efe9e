package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Cancellation;
import io.videojob.Ending;
import io.videojob.JobFailedException;
import io.videojob.JobFilter;
import io.videojob.JobGroup;
import io.videojob.RequestRejectedException;
import io.videojob.StillRunningException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several jobs at once: all or none are taken, and each has its own end. */
class GroupTest {
    @RegisterExtension
    final World world = new World();

    @ParameterizedTest
    @EnumSource
    void oneThatFailsTakesNothingFromItsSiblings(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success(), JobScript.failure(Failure.silent()), JobScript.success());
        JobGroup group = world.open(vendor)
                .submitAll(List.of(Requests.frame("one"), Requests.frame("two"), Requests.frame("three")));

        List<Ending> endings = group.await(World.LONG);

        assertThat(endings).extracting(Ending::job).containsExactlyElementsOf(group.jobs());
        assertThat(endings.stream().flatMap(ending -> ending.error().stream()))
                .singleElement()
                .isInstanceOf(JobFailedException.class);
        for (Ending ending : endings) {
            if (ending.result().isPresent()) {
                world.assertDelivered(ending.job(), ending.orThrow());
            } else {
                assertThatThrownBy(ending::orThrow).isInstanceOf(JobFailedException.class);
            }
        }
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(2);
        assertThat(group.completion().get(1, TimeUnit.MINUTES)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void ifOneIsRefusedNoneIsTaken(Vendor vendor) {
        VideoJobs jobs = world.open(vendor);

        assertThatThrownBy(() -> jobs.submitAll(List.of(
                        Requests.raccoon(),
                        Requests.raccoon("x").duration(Duration.ofSeconds(7)).build())))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("duration");

        assertThat(jobs.list(JobFilter.all())).isEmpty();
        assertThat(world.at(vendor).creates()).isEmpty();
    }

    @Test
    void whoIsLateIsToldAndGoesOn() throws Exception {
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        JobGroup group = world.open(Vendor.EACHLABS).submitAll(List.of(Requests.raccoon()));

        assertThat(group.await(Duration.ofSeconds(20)))
                .singleElement()
                .satisfies(ending -> assertThat(ending.error()).containsInstanceOf(StillRunningException.class));

        world.at(Vendor.EACHLABS).finish(world.onlyJob(Vendor.EACHLABS));
        world.assertDelivered(group.jobs().get(0));
    }

    @Test
    void theWishToCancelIsWrittenDownWhenTheWaitEnds() throws Exception {
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        VideoJob job = world.open(Vendor.EACHLABS).submit(Requests.raccoon());
        World.until("it to run", () -> job.snapshot().vendorRef().isPresent());

        assertThatThrownBy(() -> job.awaitOrCancel(Duration.ofSeconds(20)))
                .isInstanceOf(StillRunningException.class)
                .hasMessageContaining("asked for its end");
        World.until("it to end", () -> job.snapshot().status().isFinal());

        assertThat(job.snapshot().cancellation()).contains(Cancellation.CONFIRMED);
        assertThat(world.at(Vendor.EACHLABS).bill().jobs()).isZero();
    }

    @Test
    void whatEndsInTimeIsNotCanceled() throws Exception {
        VideoJob job = world.open(Vendor.EACHLABS).submit(Requests.raccoon());

        world.assertDelivered(job, job.awaitOrCancel(World.LONG));

        assertThat(job.snapshot().cancellation()).isEmpty();
    }
}
