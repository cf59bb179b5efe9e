package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobFailedException;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.SubmissionUncertainException;
import io.videojob.TransportException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another vendor is tried only after the first provably has no job for us; else never, and it is told why not. */
class FailoverTest {
    private static final String TWO_TRIES = "videojob.retry.max-attempts = 2";

    @RegisterExtension
    final World world = new World();

    /** What proves that the first vendor has made nothing, and has nothing to do with what was asked for. */
    private static Map<String, Fault> refusals(Vendor first) {
        Map<String, Fault> refusals = new LinkedHashMap<>();
        refusals.put("a key that is refused", Fault.answer(first.unauthorized()));
        refusals.put("no credits left", Fault.answer(first.outOfCredits()));
        refusals.put(
                "429 beyond all tries", Fault.answer(first.tooManyRequests()).times(2));
        refusals.put("an address that moved", Fault.redirect(301).times(2));
        refusals.put(
                "a model that is gone",
                Fault.answer(first == Vendor.AIMLAPI ? AimlApiAnswers.notFound() : EachlabsAnswers.modelNotFound()));
        return refusals;
    }

    static Stream<Arguments> everyRefusalAtEachVendor() {
        return Arrays.stream(Vendor.values())
                .flatMap(first -> refusals(first).entrySet().stream()
                        .map(refusal -> Arguments.argumentSet(
                                refusal.getKey() + " at " + first.key(), first, refusal.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyRefusalAtEachVendor")
    void aVendorThatProvablyMadeNothingIsFollowedByTheNext(Vendor first, Fault refusal) throws Exception {
        world.at(first).on(Operation.CREATE, refusal);

        VideoJob job = from(first, TWO_TRIES).submit(Requests.raccoon());

        world.assertDelivered(job);
        assertDeliveredByTheSecond(first, job);
    }

    @ParameterizedTest
    @EnumSource
    void aVendorThatCanNotBeReachedIsFollowedByTheNext(Vendor first) throws Exception {
        world.at(first).goOffline();

        VideoJob job = from(first, TWO_TRIES).submit(Requests.raccoon());

        world.assertDelivered(job);
        assertDeliveredByTheSecond(first, job);
        assertThat(world.at(first).creates()).isEmpty();
    }

    /** Nobody waits for a vendor that is down while another is up: what comes later isn't even tried there. */
    @Test
    void behindAnOpenCircuitBreakerJobsGoToTheNextVendorUntried() throws Exception {
        Vendor first = Vendor.AIMLAPI;
        world.time().speed(1);
        world.at(first).goOffline();
        VideoJobs jobs = from(first, "videojob.retry.base-delay = 10m", "videojob.retry.max-delay = 10m");
        List<VideoJob> tried = jobs.submitAll(IntStream.range(0, 10)
                        .mapToObj(i -> Requests.frame("raccoon " + i))
                        .toList())
                .jobs();
        World.until(
                "all to fail once",
                () -> tried.stream().allMatch(job -> job.explain().toString().contains("NOT_SENT")));

        VideoJob job = jobs.submit(Requests.raccoon());
        World.until(
                "it to be sent elsewhere",
                () -> job.snapshot()
                        .provider()
                        .orElseThrow()
                        .equals(first.other().key()));
        world.time().speed(60);

        world.assertDelivered(job);
        AttemptSnapshot untried = job.snapshot().attempts().get(0);
        assertThat(untried.sends()).isZero();
        assertThat(untried.billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(job.explain().toString())
                .contains("failed over to " + first.other().key() + ": " + first.key() + " failed again and again");
    }

    /** The documents of AI/ML API say that a failed job is not billed; Eachlabs names its price. */
    @ParameterizedTest
    @EnumSource
    void aJobThatFailedUnpaidByAFaultOfItsVendorIsFollowedByTheNext(Vendor first) throws Exception {
        world.at(first).nextJob(JobScript.failure(vendorsFault(first)));

        VideoJob job = from(first).submit(Requests.raccoon());

        world.assertDelivered(job);
        assertDeliveredByTheSecond(first, job);
        assertThat(job.snapshot().attempts())
                .extracting(AttemptSnapshot::billing)
                .containsExactly(Billing.NOT_BILLED, Billing.BILLED);
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatFailedForItsContentIsNotTakenElsewhere(Vendor first) {
        world.at(first).nextJob(JobScript.failure(content(first)));

        VideoJob job = from(first).submit(Requests.raccoon());

        JobFailedException failure = catchThrowableOfType(JobFailedException.class, () -> job.await(World.LONG));
        assertThat(failure.reason()).isEqualTo(FailureReason.CONTENT_REJECTED);
        assertThat(failure).hasMessageContaining(first.key());
        assertNotTakenElsewhere(first, job, "CONTENT_REJECTED");
    }

    /** What the vendor says no reason for may be a refusal of the content. */
    @ParameterizedTest
    @EnumSource
    void aJobThatFailedForNoReasonIsNotTakenElsewhere(Vendor first) {
        world.at(first).nextJob(JobScript.failure(Failure.silent()));

        VideoJob job = from(first).submit(Requests.raccoon());

        assertThat(catchThrowableOfType(JobFailedException.class, () -> job.await(World.LONG))
                        .reason())
                .isEqualTo(FailureReason.OTHER);
        assertNotTakenElsewhere(first, job, "can't be told apart from, a refusal of the content");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatTheVendorRefusesAsSuchIsNotTakenElsewhere(Vendor first) {
        world.at(first)
                .on(
                        Operation.CREATE,
                        Fault.answer(
                                first == Vendor.AIMLAPI
                                        ? AimlApiAnswers.invalidBody("prompt: flagged by moderation")
                                        : EachlabsAnswers.invalidInput("prompt: flagged by moderation")));

        VideoJob job = from(first).submit(Requests.raccoon());

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> job.await(World.LONG));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_REQUEST);
        assertThat(refusal).hasMessageContainingAll(first.key(), "flagged by moderation", "change the request");
        assertThat(refusal.billing()).isEqualTo(Billing.NOT_BILLED);
        assertNotTakenElsewhere(first, job, "INVALID_REQUEST");
    }

    static Stream<Arguments> unknownOutcomes() {
        return Arrays.stream(Vendor.values())
                .flatMap(first -> Stream.of(
                        Arguments.argumentSet("lost answer at " + first.key(), first, Fault.loseAnswer()),
                        Arguments.argumentSet("lost request at " + first.key(), first, Fault.loseRequest()),
                        Arguments.argumentSet("500 at " + first.key(), first, Fault.answer(first.broken())),
                        Arguments.argumentSet("503 at " + first.key(), first, Fault.answer(Answer.empty(503)))));
    }

    /** Even when nothing was made: nobody can know. */
    @ParameterizedTest
    @MethodSource("unknownOutcomes")
    void afterAnUnknownOutcomeNothingIsSentElsewhere(Vendor first, Fault fault) {
        world.at(first).on(Operation.CREATE, fault);
        world.at(first).on(Operation.LOOK, Fault.loseAnswer().always());
        world.at(first).on(Operation.LOOKUP, Fault.loseAnswer().always());

        VideoJob job = from(first).submit(Requests.raccoon());
        world.untilRequests(first, Operation.LOOKUP, 2);
        world.time().skip(Duration.ofMinutes(31));

        SubmissionUncertainException told =
                catchThrowableOfType(SubmissionUncertainException.class, () -> job.await(World.LONG));
        assertThat(told.billing()).isEqualTo(Billing.UNKNOWN);
        assertNotTakenElsewhere(first, job, "the outcome of attempt 1 is unknown");
    }

    @ParameterizedTest
    @EnumSource
    void withFailoverOffTheFirstRefusalIsTheEnd(Vendor first) {
        world.at(first).on(Operation.CREATE, Fault.answer(first.unauthorized()));

        VideoJob job = from(first, "videojob.failover = off").submit(Requests.raccoon());

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> job.await(World.LONG));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.AUTHENTICATION);
        assertThat(refusal).hasMessageContainingAll(first.key(), "check the provider's key");
        assertNotTakenElsewhere(first, job, "failover is off");
    }

    /** Both say no: the last one's answer is told, and that nothing was made. */
    @Test
    void whenNobodyIsLeftTheLastAnswerIsTold() {
        world.at(Vendor.AIMLAPI).on(Operation.CREATE, Fault.answer(Vendor.AIMLAPI.unauthorized()));
        world.at(Vendor.EACHLABS).on(Operation.CREATE, Fault.answer(Vendor.EACHLABS.outOfCredits()));

        VideoJob job = from(Vendor.AIMLAPI).submit(Requests.raccoon());

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> job.await(World.LONG));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.OUT_OF_CREDITS);
        assertThat(refusal).hasMessageContainingAll("eachlabs", "candidate 2 of 2", "top up");
        assertThat(world.sandbox().bill().jobs()).isZero();
        assertThat(job.explain().toString()).contains("requires a valid API key", "exceeds your current balance");
    }

    @Test
    void whenNobodyCanBeReachedItIsToldThatNothingWasMade() {
        world.at(Vendor.AIMLAPI).goOffline();
        world.at(Vendor.EACHLABS).goOffline();

        VideoJob job = from(Vendor.AIMLAPI, TWO_TRIES).submit(Requests.raccoon());

        assertThat(catchThrowableOfType(TransportException.class, () -> job.await(World.LONG)))
                .hasMessageContainingAll("eachlabs", "nothing was made", "base URL");
        assertThat(job.snapshot().attempts())
                .extracting(AttemptSnapshot::billing)
                .containsOnly(Billing.NOT_BILLED);
    }

    private VideoJobs from(Vendor first, String... lines) {
        return world.open(world.settings(first.key() + ", " + first.other().key(), lines));
    }

    private void assertDeliveredByTheSecond(Vendor first, VideoJob job) {
        Vendor second = first.other();
        assertThat(job.snapshot().vendorRef()).contains(second.ref(world.onlyJob(second)));
        assertThat(job.snapshot().attempts())
                .extracting(AttemptSnapshot::provider)
                .containsExactly(first.key(), second.key());
        assertThat(job.snapshot().attempts().get(0).billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(world.at(second).creates()).hasSize(1);
        assertThat(world.at(first).bill().jobs()).isZero();
        assertThat(world.sandbox().bill().jobs()).isEqualTo(1);
        assertThat(job.explain().toString()).contains("failed over to " + second.key() + ": ");
    }

    private void assertNotTakenElsewhere(Vendor first, VideoJob job, String why) {
        assertThat(world.at(first.other()).creates()).isEmpty();
        assertThat(world.at(first).creates()).hasSize(1);
        assertThat(world.at(first.other()).bill().jobs()).isZero();
        assertThat(job.snapshot().status()).isIn(JobStatus.FAILED, JobStatus.UNCERTAIN);
        assertThat(job.explain().entries())
                .filteredOn(entry -> entry.text().startsWith("not failed over: "))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains(why));
    }

    private static Failure vendorsFault(Vendor vendor) {
        return vendor == Vendor.AIMLAPI
                ? Failure.text("Internal server error")
                : Failure.envelope("PROVIDER_FAILED", "PROVIDER", "the provider failed");
    }

    private static Failure content(Vendor vendor) {
        return vendor == Vendor.AIMLAPI
                ? Failure.named("ContentPolicy", "blocked by the content policy")
                : Failure.envelope("PROVIDER_REJECTED", "CONTENT", "blocked by the content policy");
    }
}
