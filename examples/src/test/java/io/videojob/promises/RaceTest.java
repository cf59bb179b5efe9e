package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.AttemptSnapshot;
import io.videojob.Cancellation;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The record changes while its create is on the wire: the id gets into the journal all the same, and one job is billed. */
class RaceTest {
    /** An answer that comes when the test lets it; the job is made at once. */
    private static final Fault ANSWERED_ON_RELEASE =
            Fault.delay(FaultStep.FOREVER).afterWork();

    /** Past the time by which any create has been answered: its timeout of a minute, and the margin. */
    private static final Duration PAST_THE_ANSWER = Duration.ofSeconds(75);

    @RegisterExtension
    final World world = new World();

    @ParameterizedTest
    @EnumSource
    void aCancelThatComesBetweenDoesNotLoseTheId(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().ignoreCancel());
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));

        job.cancel();
        assertThat(job.snapshot().cancellation()).contains(Cancellation.REQUESTED);
        answer(vendor);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertHasOnly(vendor, job.snapshot());
        // best effort at one vendor, no way at the other
        assertThat(job.snapshot().cancellation())
                .contains(vendor == Vendor.EACHLABS ? Cancellation.TOO_LATE : Cancellation.UNSUPPORTED);
    }

    @Test
    void aCancelThatComesBetweenIsCarriedOutOnceTheIdIsThere() {
        // longer than a busy machine may hold up the wish
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().runFor(Duration.ofMinutes(10)));
        VideoJob job = onTheWire(Vendor.EACHLABS, world.open(Vendor.EACHLABS, world.journal()));

        job.cancel();
        answer(Vendor.EACHLABS);
        World.until("the end", () -> job.snapshot().status().isFinal());

        assertThat(job.snapshot().status()).isEqualTo(JobStatus.CANCELED);
        assertHasOnly(Vendor.EACHLABS, job.snapshot());
        assertThat(world.at(Vendor.EACHLABS).creates()).hasSize(1);
        assertThat(world.sandbox().bill().jobs()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anAdoptThatComesBetweenDoesNotLoseOrDoubleTheId(Vendor vendor) throws Exception {
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));

        job.adopt(vendor.ref(world.onlyJob(vendor)));
        answer(vendor);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertHasOnly(vendor, job.snapshot());
    }

    /** The user was wrong: what the answer names may be billed, and is kept in sight. */
    @ParameterizedTest
    @EnumSource
    void anAdoptOfAnotherJobKeepsTheIdThatTheAnswerBringsAsAnOrphan(Vendor vendor) throws Exception {
        VideoJobs elsewhere = world.open(vendor);
        VideoJob stranger = elsewhere.submit(Requests.frame("somebody else's"));
        stranger.await(World.LONG);
        String strangers = world.onlyJob(vendor);
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));

        job.adopt(vendor.ref(strangers));
        answer(vendor);
        job.await(World.LONG);

        VendorRef made = vendor.ref(world.at(vendor).jobs().get(1).id());
        World.until("the answer to be written", () -> refs(job.snapshot()).contains(made));
        assertThat(job.snapshot().attempts())
                .filteredOn(attempt -> attempt.vendorRef().equals(Optional.of(made)))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo("orphan"));
        assertThat(job.snapshot().vendorRef()).contains(vendor.ref(strangers));
        assertThat(world.at(vendor).creates()).hasSize(2);
    }

    /** The second one finds the intent of the first, which has not come to its end: it leaves the create alone. */
    @ParameterizedTest
    @EnumSource
    void aSecondDriverLeavesACreateOnTheWireAlone(Vendor vendor) throws Exception {
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));
        VideoJobs second = world.open(vendor, world.journal());

        world.time().speed(60);
        // it works: a job of its own goes through while the other one's create hangs
        second.submit(Requests.frame("the second's own")).await(World.LONG);
        assertThat(world.at(vendor).creates()).hasSize(2);
        answer(vendor);

        world.assertDelivered(second.find(job.id()).orElseThrow());
        world.assertDelivered(job);
        assertThat(world.at(vendor).creates()).hasSize(2);
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(2);
        assertThat(refs(job.snapshot())).hasSize(1);
    }

    /** The first one is held up: for the second the create counts as unanswered, and it looks for the job. */
    @ParameterizedTest
    @EnumSource
    void aSecondDriverThatHasGivenTheAnswerUpDoesNotSendAndTheLateAnswerIsWritten(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.LOOKUP, Fault.loseAnswer().always());
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));
        VideoJobs second = world.open(vendor, world.journal());

        world.time().speed(60);
        world.time().skip(PAST_THE_ANSWER);
        World.until("the second to look for it", () -> job.snapshot().status() == JobStatus.UNCERTAIN);
        world.untilRequests(vendor, Operation.LOOKUP, 1);
        answer(vendor);

        world.assertDelivered(job);
        world.assertDelivered(second.find(job.id()).orElseThrow());
        world.assertOneCreateOneBill(vendor);
        assertHasOnly(vendor, job.snapshot());
    }

    /** Both find it: the second by looking, the first by the answer. */
    @ParameterizedTest
    @EnumSource
    void aSecondDriverThatHasFoundTheJobAndTheLateAnswerAgree(Vendor vendor) throws Exception {
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));
        VideoJobs second = world.open(vendor, world.journal());

        world.time().speed(60);
        world.time().skip(PAST_THE_ANSWER);
        world.assertDelivered(second.find(job.id()).orElseThrow());
        answer(vendor);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertHasOnly(vendor, job.snapshot());
    }

    /** A cancel by the second, while the first one's create is on the wire. */
    @ParameterizedTest
    @EnumSource
    void aCancelByASecondDriverDoesNotLoseTheId(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().ignoreCancel());
        VideoJob job = onTheWire(vendor, world.open(vendor, world.journal()));
        VideoJobs second = world.open(vendor, world.journal());

        second.find(job.id()).orElseThrow().cancel();
        answer(vendor);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertHasOnly(vendor, job.snapshot());
    }

    /** Somebody attached to the vendor's job first: it is theirs, and the answer does not put it on two jobs. */
    @ParameterizedTest
    @EnumSource
    void anAttachThatComesBetweenLeavesTheIdWithOneJob(Vendor vendor) throws Exception {
        VideoJobs jobs = world.open(vendor, world.journal());
        VideoJob job = onTheWire(vendor, jobs);
        VendorRef made = vendor.ref(world.onlyJob(vendor));

        VideoJob attached = jobs.attach(made);
        answer(vendor);

        world.assertDelivered(attached);
        World.until("the answer to be written", () -> job.snapshot().status() != JobStatus.SUBMITTING);
        assertThat(refs(job.snapshot())).isEmpty();
        assertThat(jobs.attach(made).id()).isEqualTo(attached.id());
        assertThat(job.explain().toString()).contains(attached.id().toString());
        world.assertOneCreateOneBill(vendor);
    }

    /** Submitted; the job is made, its answer is not there yet. */
    private VideoJob onTheWire(Vendor vendor, VideoJobs jobs) {
        int before = world.at(vendor).jobs().size();
        world.at(vendor).on(Operation.CREATE, ANSWERED_ON_RELEASE);
        world.time().speed(1); // however long this takes, nobody gives the answer up meanwhile
        VideoJob job = jobs.submit(Requests.raccoon());
        World.until("the job to be made", () -> world.at(vendor).jobs().size() > before);
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.SUBMITTING);
        return job;
    }

    /** What was held back arrives, and a minute lasts a second again. */
    private void answer(Vendor vendor) {
        world.time().speed(60);
        world.at(vendor).release();
    }

    private void assertHasOnly(Vendor vendor, JobSnapshot job) {
        assertThat(refs(job)).containsExactly(vendor.ref(world.onlyJob(vendor)));
        assertThat(job.attempts()).hasSize(1);
    }

    private static java.util.List<VendorRef> refs(JobSnapshot job) {
        return job.attempts().stream()
                .map(AttemptSnapshot::vendorRef)
                .flatMap(Optional::stream)
                .toList();
    }
}
