package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.FailureReason;
import io.videojob.JobDetachedException;
import io.videojob.JobFailedException;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.StillRunningException;
import io.videojob.Subscription;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting for a job in every way there is: it never changes the job, and the job's end reaches whoever waits. */
class CompletionTest {
    private static final Vendor VENDOR = Vendor.EACHLABS;

    @RegisterExtension
    final World world = new World();

    @Test
    void theFutureEndsWithTheResult() throws Exception {
        VideoJob job = world.open(VENDOR).submit(Requests.raccoon());

        CompletableFuture<VideoResult> first = job.completion();
        CompletableFuture<VideoResult> second = job.completion();

        assertThat(first).isNotSameAs(second);
        world.assertDelivered(job, get(first));
        assertThat(get(second).outputs()).isEqualTo(get(first).outputs());
        assertThat(job.completion()).as("a future of an ended job").isCompleted();
        world.assertOneCreateOneBill(VENDOR);
    }

    /** The same exception, whichever way one waits. */
    @Test
    void theFutureOfAJobThatFailedEndsAsTheWaitDoes() {
        world.at(VENDOR).nextJob(JobScript.failure(Failure.envelope("PROVIDER_REJECTED", "CONTENT", "blocked")));
        VideoJob job = world.open(VENDOR).submit(Requests.raccoon());

        Throwable told = cause(job.completion());

        assertThat(told).isInstanceOfSatisfying(JobFailedException.class, failure -> {
            assertThat(failure.reason()).isEqualTo(FailureReason.CONTENT_REJECTED);
            assertThat(failure.jobId()).contains(job.id());
        });
        assertThatExceptionOfType(JobFailedException.class)
                .isThrownBy(() -> job.await(World.LONG))
                .withMessage(told.getMessage());
    }

    @Test
    void cancellingTheFutureEndsTheWaitingNotTheJob() throws Exception {
        world.at(VENDOR).nextJob(JobScript.success().hold());
        VideoJob job = running();
        CompletableFuture<VideoResult> canceled = job.completion();
        CompletableFuture<VideoResult> other = job.completion();

        assertThat(canceled.cancel(true)).isTrue();

        assertThat(other).isNotDone();
        assertThat(job.snapshot().cancellation()).isEmpty();
        world.at(VENDOR).finish(world.onlyJob(VENDOR));
        world.assertDelivered(job, get(other));
        assertThat(world.at(VENDOR).requests(Operation.CANCEL)).isEmpty();
        world.assertOneCreateOneBill(VENDOR);
    }

    @ParameterizedTest
    @EnumSource
    void whoStopsWaitingIsGivenTheIdsAndTheJobGoesOn(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        VendorRef made = vendor.ref(world.onlyJob(vendor));

        StillRunningException told =
                catchThrowableOfType(StillRunningException.class, () -> job.await(Duration.ofSeconds(2)));

        assertThat(told.jobId()).contains(job.id());
        assertThat(told.vendorRef()).contains(made);
        assertThat(told).hasMessageContainingAll(job.id().toString(), made.toString(), "it goes on", "do not submit");
        assertThat(job.snapshot().status().isFinal()).isFalse();
        world.at(vendor).finish(made.vendorJobId());
        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    @Test
    void whoIsInterruptedStopsWaitingAndTheJobGoesOn() throws Exception {
        world.at(VENDOR).nextJob(JobScript.success().hold());
        VideoJob job = running();

        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> job.await(World.LONG));

        assertThat(thrown).isInstanceOf(InterruptedException.class);
        world.at(VENDOR).finish(world.onlyJob(VENDOR));
        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
    }

    /** Both kinds of waiters are told, with the ids; the next process goes on with the job. */
    @ParameterizedTest
    @EnumSource
    void closingEndsWhoWaitsAndTheJobResumesOverTheJournal(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        VideoJobs jobs = world.open(vendor, world.journal());
        VideoJob job = jobs.submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        VendorRef made = vendor.ref(world.onlyJob(vendor));
        CompletableFuture<VideoResult> future = job.completion();
        CompletableFuture<Throwable> waiter = new CompletableFuture<>();
        Thread waiting = new Thread(() -> waiter.complete(catchThrowable(() -> job.await(World.LONG))));
        waiting.start();
        World.until("the thread to wait", () -> waiting.getState() == Thread.State.TIMED_WAITING);

        jobs.close();

        for (Throwable told : List.of(cause(future), waiter.get(1, TimeUnit.MINUTES))) {
            assertThat(told).isInstanceOfSatisfying(JobDetachedException.class, detached -> {
                assertThat(detached.jobId()).contains(job.id());
                assertThat(detached.vendorRef()).contains(made);
                assertThat(detached).hasMessageContaining(job.id().toString());
            });
        }
        world.at(vendor).finish(made.vendorJobId());
        world.assertDelivered(world.open(vendor, world.journal()).find(job.id()).orElseThrow());
        world.assertOneCreateOneBill(vendor);
    }

    /** What is asked of a closed library ends in a typed error, and reaches no vendor. */
    @ParameterizedTest
    @EnumSource
    void whatIsAskedOfAClosedLibraryEndsInATypedError(Vendor vendor) throws Exception {
        for (String journal : List.of("videojob.poll.interval = 1s", world.journal())) {
            world.at(vendor).nextJob(JobScript.success().hold());
            VideoJobs jobs = world.open(vendor, journal);
            VideoJob job = jobs.submit(Requests.raccoon());
            World.until("the id", () -> job.snapshot().vendorRef().isPresent());
            int creates = world.at(vendor).creates().size();
            jobs.close();
            jobs.close();

            for (Throwable told : List.of(
                    catchThrowable(() -> job.await(World.LONG)),
                    catchThrowable(() -> get(job.completion())),
                    catchThrowable(() -> jobs.submit(Requests.raccoon())))) {
                assertThat(told instanceof ExecutionException ? told.getCause() : told)
                        .isInstanceOf(VideoJobException.class);
            }
            assertThat(world.at(vendor).creates()).hasSize(creates);
        }
    }

    @Test
    void aListenerIsToldOfEachChangeInOrderToTheEnd() throws Exception {
        world.at(VENDOR).nextJob(JobScript.success().hold());
        List<JobSnapshot> told = new CopyOnWriteArrayList<>();
        VideoJob job = world.open(VENDOR).submit(Requests.raccoon());
        job.onChange(told::add);
        job.onChange(now -> {
            throw new IllegalStateException("a listener of no use");
        });
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        world.at(VENDOR).finish(world.onlyJob(VENDOR));

        world.assertDelivered(job);
        World.until("the end to be told", () -> last(told).status().isFinal());

        assertThat(told).extracting(JobSnapshot::id).containsOnly(job.id());
        assertThat(told).extracting(JobSnapshot::status).isSorted().endsWith(JobStatus.SUCCEEDED);
        assertThat(told).extracting(now -> now + " " + now.attempts()).doesNotHaveDuplicates();
    }

    @Test
    void aListenerThatComesLateIsToldTheEnd() throws Exception {
        VideoJob job = world.open(VENDOR).submit(Requests.raccoon());
        job.await(World.LONG);
        CompletableFuture<JobSnapshot> told = new CompletableFuture<>();

        job.onChange(told::complete);

        assertThat(told.get(1, TimeUnit.MINUTES).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aListenerThatIsClosedIsToldNoMore() throws Exception {
        world.at(VENDOR).nextJob(JobScript.success().hold());
        VideoJob job = running();
        List<JobSnapshot> told = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        Subscription subscription = job.onChange(now -> {
            told.add(now);
            first.countDown();
        });
        assertThat(first.await(1, TimeUnit.MINUTES)).isTrue();

        subscription.close();
        world.at(VENDOR).finish(world.onlyJob(VENDOR));
        world.assertDelivered(job);

        assertThat(told).extracting(JobSnapshot::status).doesNotContain(JobStatus.SUCCEEDED);
    }

    private VideoJob running() {
        VideoJob job = world.open(VENDOR).submit(Requests.raccoon());
        World.until("it to run", () -> job.snapshot().status() == JobStatus.RUNNING);
        return job;
    }

    private static JobSnapshot last(List<JobSnapshot> told) {
        return told.get(told.size() - 1);
    }

    private static VideoResult get(CompletableFuture<VideoResult> future) throws Exception {
        return future.get(1, TimeUnit.MINUTES);
    }

    private static Throwable cause(CompletableFuture<VideoResult> future) {
        return catchThrowableOfType(ExecutionException.class, () -> get(future)).getCause();
    }
}
