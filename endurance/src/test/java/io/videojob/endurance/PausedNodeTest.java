package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process is stopped by SIGSTOP in the middle of a create, stands still past the time by which its answer had to be
 * written down, and goes on by SIGCONT. Meanwhile another one over the same journal decides. Nothing is sent twice, and what
 * the stopped one learns in the end is taken, or told.
 */
@Tag("slow")
class PausedNodeTest {
    /** Past the create's timeout of a minute, and the margin. */
    private static final Duration PAST_THE_LEASE = Duration.ofSeconds(75);

    private World world;
    private String job;

    @BeforeEach
    void begin() throws IOException {
        world = World.calm("paused", Store.Kind.chosen());
    }

    @AfterEach
    void end() throws IOException {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void stoppedWhileItsCreateIsOnTheWireTheJobIsFoundByAnotherAndTheLateAnswerIsTaken(String route) throws Exception {
        world.vendor(route).on(Operation.CREATE, Fault.delay(FaultStep.FOREVER).afterWork());
        Child stopped = stoppedOnTheWire(route);

        Child other = world.node(route);
        world.time().skip(PAST_THE_LEASE);
        assertThat(other.await("ended")).isEqualTo(job + " SUCCEEDED");
        world.vendor(route).release();
        stopped.goOn();

        assertThat(explanationWith("create 1: ACCEPTED", other))
                .contains("not sent again: a job may exist")
                .contains("found by look-up");
        assertSentOnceAndBilledOnce(route, other, stopped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void whatTheVendorMakesOnlyAfterTheJobWasParkedIsTakenFromTheLateAnswer(String route) throws Exception {
        world.vendor(route).on(Operation.CREATE, Fault.delay(FaultStep.FOREVER));
        Child stopped = stoppedOnTheWire(route);

        Child other = parkedBy(route);
        world.vendor(route).release();
        stopped.goOn();

        assertThat(other.await("ended")).isEqualTo(job + " SUCCEEDED");
        assertSentOnceAndBilledOnce(route, other, stopped);
    }

    @Test
    void whatTheVendorMakesAfterTheJobWasGivenUpIsToldAsAnOrphan() throws Exception {
        String route = "eachlabs";
        world.vendor(route).on(Operation.CREATE, Fault.delay(FaultStep.FOREVER));
        Child stopped = stoppedOnTheWire(route);

        Child other = parkedBy(route);
        other.tell("give-up " + job);
        assertThat(other.await("ended")).isEqualTo(job + " FAILED");
        world.vendor(route).release();
        stopped.goOn();

        String told = explanationWith("create 1: ACCEPTED", other);
        String made = world.vendor(route).jobs().get(0).id();
        assertThat(told).contains("orphan " + route + ":" + made);
        assertThat(world.vendor(route).creates()).hasSize(1);
        endAll(other, stopped);
        world.passed();
    }

    /** The other looks for what was never sent, in vain; the stopped one knows that it may not send any more, and says so. */
    @Test
    void stoppedBetweenItsIntentAndItsCreateItDoesNotSendAndTheJobIsSentAnew() throws Exception {
        String route = "eachlabs";
        Child stopped = stoppedAt("after replace #1", route);

        Child other = world.node(route);
        other.tell("stop-at before locate #1");
        world.time().skip(PAST_THE_LEASE);
        other.await("at before locate #1");
        assertThat(world.vendor(route).creates()).isEmpty();
        stopped.goOn();
        stopped.tell("go");
        other.tell("go");

        assertThat(other.await("ended")).isEqualTo(job + " SUCCEEDED");
        assertThat(explanationWith("held up past the time by which it had to send", other))
                .contains("not sent again: a job may exist");
        assertSentOnceAndBilledOnce(route, other, stopped);
    }

    /** Its last look at the clock was in time, and no look can be later than that: what it sends is late, and is the only one. */
    @Test
    void stoppedAfterItsLastLookAtTheClockItSendsLateAndNobodyElseHasSent() throws Exception {
        String route = "eachlabs";
        Child stopped = stoppedAt("before submit #1", route);

        Child other = parkedBy(route);
        assertThat(world.vendor(route).creates()).isEmpty();
        stopped.goOn();
        stopped.tell("go");

        assertThat(other.await("ended")).isEqualTo(job + " SUCCEEDED");
        assertSentOnceAndBilledOnce(route, other, stopped);
    }

    private Child stoppedOnTheWire(String route) throws IOException {
        Child child = world.node(route);
        submit(child);
        world.untilCreates(route, 1);
        child.stop();
        return child;
    }

    private Child stoppedAt(String point, String route) throws IOException {
        Child child = world.node(route);
        child.tell("stop-at " + point);
        submit(child);
        child.await("at " + point);
        child.stop();
        return child;
    }

    private void submit(Child child) {
        child.tell("submit film-1-");
        job = child.await("submitted").split(" ", -1)[0];
    }

    /** Another process that has looked for the job as long as one does, and has parked it. */
    private Child parkedBy(String route) throws IOException {
        Child other = world.node(route);
        other.tell("stop-at after locate #1");
        world.time().skip(PAST_THE_LEASE);
        other.await("at after locate #1");
        world.time().skip(Afterwards.PAST_THE_SEARCH);
        other.tell("go");
        assertThat(other.await("parked")).isEqualTo(job + " UNCERTAIN");
        return other;
    }

    /** What the process tells of the job once it tells this. */
    private String explanationWith(String words, Child child) {
        return Awaitility.await(words)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            child.tell("explain " + job);
                            return child.await("explained");
                        },
                        told -> told.contains(words));
    }

    private void assertSentOnceAndBilledOnce(String route, Child... all) throws IOException {
        endAll(all);
        assertThat(world.vendor(route).creates()).as("creates on the wire").hasSize(1);
        assertThat(world.sandbox().bill().jobs()).as("jobs billed").isEqualTo(1);
        assertThat(world.audit(Map.of(job, "film-1-")).wrong()).isEmpty();
        world.passed();
    }

    private static void endAll(Child... all) {
        for (Child child : all) {
            child.end();
        }
    }
}
