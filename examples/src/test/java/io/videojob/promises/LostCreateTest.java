package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobFailedException;
import io.videojob.JobStatus;
import io.videojob.SubmissionUncertainException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A create whose answer is lost: one on the wire, one bill, and the job is found and finished, or parked and told. */
class LostCreateTest {
    @RegisterExtension
    final World world = new World();

    /** Past the longest run of every model: no look-up goes on. */
    private static final Duration PAST_ALL_LOOK_UPS = Duration.ofMinutes(31);

    /** Ways to lose the answer of a create that made its job. */
    private static Map<String, Fault> losses(Vendor vendor) {
        Map<String, Fault> losses = new LinkedHashMap<>();
        losses.put("lost", Fault.loseAnswer());
        losses.put("cut after the headers", Fault.cutAfterHeaders());
        losses.put("cut in the body", Fault.cutInBody());
        losses.put("HTML", Fault.html());
        losses.put("{}", Fault.json("{}"));
        losses.put("[]", Fault.json("[]"));
        losses.put("null", Fault.json("null"));
        losses.put("empty", Fault.emptyBody());
        losses.put("wrong types", Fault.wrongTypes());
        losses.put("50 MB", Fault.huge(50 << 20));
        losses.put("500 after the work", Fault.answer(vendor.broken()).afterWork());
        losses.put(
                "502 of a gateway after the work", Fault.answer(gatewaysPage()).afterWork());
        losses.put("408 after the work", Fault.answer(Answer.empty(408)).afterWork());
        losses.put("409 after the work", Fault.answer(Answer.empty(409)).afterWork());
        losses.put(
                "503 with Retry-After: 0 after the work",
                Fault.answer(Answer.empty(503).header("Retry-After", "0")).afterWork());
        return losses;
    }

    /** Something in front of the vendor answered: no header of the vendor's own is on it, so nothing names the job. */
    private static Answer gatewaysPage() {
        return Answer.text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>")
                .bare();
    }

    static Stream<Arguments> everyLossAtEachVendor() {
        return Arrays.stream(Vendor.values())
                .flatMap(vendor -> losses(vendor).entrySet().stream()
                        .map(loss ->
                                Arguments.argumentSet(loss.getKey() + " at " + vendor.key(), vendor, loss.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyLossAtEachVendor")
    void aCreateWhoseAnswerIsLostIsSentOnceBilledOnceFoundAndFinished(Vendor vendor, Fault loss) throws Exception {
        world.at(vendor).on(Operation.CREATE, loss);

        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertThat(job.snapshot().attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.vendorRef()).contains(vendor.ref(world.onlyJob(vendor)));
            assertThat(attempt.sends()).isEqualTo(1);
            assertThat(attempt.billing()).isEqualTo(Billing.BILLED);
        });
    }

    /** The vendor works, and says nothing until its connection dies. */
    @ParameterizedTest
    @EnumSource
    void aCreateThatHangsAndDiesIsFoundAndFinished(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.CREATE, Fault.hang().afterWork());

        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        World.until("the job to be made", () -> !world.at(vendor).jobs().isEmpty());
        world.at(vendor).release();

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    static Stream<Arguments> lossesThatNameNoJob() {
        return Stream.of(
                Arguments.argumentSet("lost", Fault.loseAnswer()),
                Arguments.argumentSet(
                        "a gateway's page", Fault.answer(gatewaysPage()).afterWork()),
                Arguments.argumentSet(
                        "a bare {}", Fault.garble(own -> Answer.json(200, "{}").bare())));
    }

    /** AI/ML API lists finished jobs only, and nothing in such an answer names the job. */
    @ParameterizedTest
    @MethodSource("lossesThatNameNoJob")
    void aJobThatRunsLongerThanEveryLookUpSoFarIsFoundInTheLogsOnceItHasEnded(Fault loss) throws Exception {
        Vendor vendor = Vendor.AIMLAPI;
        world.at(vendor).nextJob(JobScript.success().hold());
        world.at(vendor).on(Operation.CREATE, loss);

        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        world.untilRequests(vendor, Operation.LOOKUP, 4);
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.UNCERTAIN);
        world.at(vendor).finish(world.onlyJob(vendor));

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    /** A job that failed is listed, too, and costs nothing; that it failed is known, and it is not sent again. */
    @Test
    void aLostJobThatFailedIsFoundInTheLogsAsFailedAndUnbilled() {
        world.at(Vendor.AIMLAPI)
                .nextJob(JobScript.failure(Failure.named("ContentPolicy", "blocked by the content policy")));
        world.at(Vendor.AIMLAPI).on(Operation.CREATE, Fault.loseAnswer());

        VideoJob job = world.open(Vendor.AIMLAPI).submit(Requests.raccoon());

        JobFailedException failure = catchThrowableOfType(JobFailedException.class, () -> job.await(World.LONG));
        assertThat(failure.reason()).isEqualTo(FailureReason.CONTENT_REJECTED);
        assertThat(failure.billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(world.at(Vendor.AIMLAPI).creates()).hasSize(1);
    }

    /** A picture comes with the answer to its create, and no route gives it again. */
    @Test
    void aPictureWhoseAnswerIsLostIsLostAndBilledAndNotMadeAgain() {
        world.at(Vendor.AIMLAPI).on(Operation.CREATE, Fault.cutInBody());

        VideoJob job = world.open(Vendor.AIMLAPI).submit(Requests.SMALLEST.get(4));

        JobFailedException failure = catchThrowableOfType(JobFailedException.class, () -> job.await(World.LONG));
        assertThat(failure.reason()).isEqualTo(FailureReason.RESULT_LOST);
        assertThat(failure.billing()).isEqualTo(Billing.BILLED);
        world.assertOneCreateOneBill(Vendor.AIMLAPI);
    }

    @ParameterizedTest
    @EnumSource
    void withTheLookUpsDownTheJobIsParkedAsUncertainAndNothingMoreIsBilled(Vendor vendor) throws Exception {
        VideoJobs jobs = world.open(vendor);
        VideoJob job = parked(vendor, jobs, Fault.loseAnswer());

        SubmissionUncertainException told =
                catchThrowableOfType(SubmissionUncertainException.class, () -> job.await(World.LONG));
        assertThat(told.isRetryable()).isFalse();
        assertThat(told.billing()).isEqualTo(Billing.UNKNOWN);
        assertThat(told.jobId()).contains(job.id());
        assertThat(told).hasMessageContainingAll(vendor.key(), "may", "billed", "adopt", "give it up", "sent again");
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(job.snapshot().isParked()).isTrue();

        world.time().skip(Duration.ofHours(24));
        world.at(vendor).clearFaults();
        jobs.submit(Requests.frame("a day later")).await(World.LONG);
        assertThat(job.snapshot().isParked()).isTrue();
        assertThat(world.at(vendor).creates())
                .extracting(create -> create.request().model())
                .doesNotHaveDuplicates();
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aParkedJobThatIsAdoptedIsDelivered(Vendor vendor) throws Exception {
        VideoJob job = parked(vendor, world.open(vendor), Fault.loseAnswer());
        world.at(vendor).clearFaults();

        job.adopt(vendor.ref(world.onlyJob(vendor)));

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    @ParameterizedTest
    @EnumSource
    void aParkedJobThatIsGivenUpEndsAndIsNotSentAgain(Vendor vendor) {
        VideoJob job = parked(vendor, world.open(vendor), Fault.loseAnswer());

        job.giveUp();

        assertThat(job.snapshot().status()).isEqualTo(JobStatus.FAILED);
        assertThat(catchThrowableOfType(SubmissionUncertainException.class, () -> job.await(World.LONG))
                        .billing())
                .isEqualTo(Billing.UNKNOWN);
        assertThat(world.at(vendor).creates()).hasSize(1);
    }

    /** The user's word, and the only thing that ever puts a second create beside a first that may exist. */
    @ParameterizedTest
    @EnumSource
    void aParkedJobIsSentAgainWhenTheUserSaysSo(Vendor vendor) throws Exception {
        VideoJob job = parked(vendor, world.open(vendor), Fault.loseRequest());
        world.at(vendor).clearFaults();

        job.sendAgain();

        world.assertDelivered(job);
        assertThat(world.at(vendor).creates()).hasSize(2);
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(1);
        assertThat(job.snapshot().attempts())
                .extracting(AttemptSnapshot::outcome)
                .containsExactly("given-up", "succeeded");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatWasLostOnTheWayIsParkedBecauseNobodyCanTellItFromALostAnswer(Vendor vendor) {
        world.at(vendor).on(Operation.CREATE, Fault.loseRequest());
        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        world.untilRequests(vendor, Operation.LOOKUP, 2);
        world.time().skip(PAST_ALL_LOOK_UPS);

        assertThat(catchThrowableOfType(SubmissionUncertainException.class, () -> job.await(World.LONG))
                        .candidates())
                .isEmpty();
        assertThat(world.at(vendor).creates()).hasSize(1);
        assertThat(world.sandbox().bill().jobs()).isZero();
    }

    static Stream<Arguments> secondLosses() {
        return Arrays.stream(Vendor.values())
                .flatMap(vendor -> Stream.of(
                        Arguments.argumentSet("lost at " + vendor.key(), vendor, Fault.loseAnswer()),
                        Arguments.argumentSet("cut at " + vendor.key(), vendor, Fault.cutInBody()),
                        Arguments.argumentSet(
                                "a gateway's page at " + vendor.key(),
                                vendor,
                                Fault.answer(gatewaysPage()).afterWork())));
    }

    /** AI/ML API lists the refused create as well: only a tag of its own tells the second from it. */
    @ParameterizedTest
    @MethodSource("secondLosses")
    void a429FollowedByALostCreateAdoptsTheSecond(Vendor vendor, Fault loss) throws Exception {
        world.at(vendor)
                .on(Operation.CREATE, Fault.answer(vendor.tooManyRequests()).then(loss));

        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        world.assertDelivered(job);
        assertThat(world.at(vendor).creates())
                .extracting(Create::status)
                .startsWith(429)
                .hasSize(2);
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(1);
        assertThat(job.snapshot().vendorRef()).contains(vendor.ref(world.onlyJob(vendor)));
    }

    /** Submits a job whose answer gets lost while nothing can be looked up, and waits until nobody looks any more. */
    private VideoJob parked(Vendor vendor, VideoJobs jobs, Fault loss) {
        world.at(vendor).on(Operation.CREATE, loss);
        world.at(vendor).on(Operation.LOOK, Fault.loseAnswer().always());
        world.at(vendor).on(Operation.LOOKUP, Fault.loseAnswer().always());
        VideoJob job = jobs.submit(Requests.raccoon());
        world.untilRequests(vendor, Operation.LOOKUP, 2);
        world.time().skip(PAST_ALL_LOOK_UPS);
        World.until("the job to be parked", () -> job.snapshot().isParked());
        return job;
    }
}
