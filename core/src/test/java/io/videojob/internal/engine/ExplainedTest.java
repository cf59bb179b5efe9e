package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Explanation;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.SubmitOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The explanation of a job has every exchange, each decision with its reason, each wait and each cost. */
class ExplainedTest {
    private final Bench bench = new Bench("north", "south");
    private final FakeVendor north = bench.vendor("north");

    /** A vendor that behaves like that, and what its user does with the job. */
    private record Story(BiConsumer<Bench, FakeVendor> vendor, BiConsumer<Bench, JobId> user, List<String> told) {}

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.argumentSet(
                        "a long run",
                        new Story(
                                (b, v) -> v.run = Duration.ofMinutes(20),
                                (b, id) -> {},
                                List.of(
                                        "admitted: 0.70 USD are set aside",
                                        "create: create 1: ACCEPTED north/1:x",
                                        "look: north says RUNNING (at work)",
                                        "end: succeeded: delivered by north; billed 0.56 USD (charged)"))),
                Arguments.argumentSet(
                        "looks that fail for a while",
                        new Story(
                                ExplainedTest::failSomeLooks,
                                (b, id) -> {},
                                List.of("look: a look failed", "look: north says SUCCEEDED"))),
                Arguments.argumentSet(
                        "a lost answer that is found",
                        new Story(
                                ExplainedTest::loseAndFind,
                                (b, id) -> {},
                                List.of(
                                        "decision: not sent again: a job may exist at north",
                                        "locate: a look-up failed",
                                        "locate: look-up at north: NOT_SEEN",
                                        "decision: adopted north/1:x, found by look-up"))),
                Arguments.argumentSet(
                        "a lost answer that nobody finds",
                        new Story(
                                (b, v) -> {
                                    v.nextCreates.add(v::lose);
                                    v.lookup = s -> Lookup.notSeen();
                                },
                                (b, id) -> b.jobs.giveUp(id),
                                List.of(
                                        "decision: not failed over: the outcome of attempt 1 is unknown",
                                        "decision: parked: a job may exist",
                                        "wish: given up by the user",
                                        "attempt 1 at north may be billed"))),
                Arguments.argumentSet(
                        "a job that is canceled at the second try",
                        new Story(
                                ExplainedTest::runLongAndRefuseOneCancel,
                                (b, id) -> b.jobs.cancel(id),
                                List.of(
                                        "wish: cancel",
                                        "cancel: the wish to cancel was not answered",
                                        "cancel: north to the wish to cancel: ACCEPTED",
                                        "end: canceled",
                                        "nothing was billed"))),
                Arguments.argumentSet(
                        "refusals, a wait and another vendor",
                        new Story(
                                ExplainedTest::refuseTwiceThenFail,
                                (b, id) -> {},
                                List.of(
                                        "create: create 1: REFUSED",
                                        "wait: sent again in ",
                                        "decision: failed over to south: VENDOR_FAULT",
                                        "end: succeeded: delivered by south"))));
    }

    private static void failSomeLooks(Bench bench, FakeVendor vendor) {
        for (int i = 0; i < 4; i++) {
            vendor.nextLooks.add(() -> {
                throw new TransportException("reset", null);
            });
        }
    }

    private static void loseAndFind(Bench bench, FakeVendor vendor) {
        vendor.nextCreates.add(vendor::lose);
        vendor.lookup = s -> {
            if (vendor.lookUps < 3) {
                throw new TransportException("look-ups are down", null);
            }
            return vendor.lookUps < 7 ? Lookup.notSeen() : Lookup.found("north/1:x");
        };
    }

    private static void runLongAndRefuseOneCancel(Bench bench, FakeVendor vendor) {
        vendor.run = Duration.ofHours(2);
        vendor.nextCancelRefusals.add(new TransportException("reset", null));
        vendor.cancelAnswer = CancelOutcome.accepted();
    }

    private static void refuseTwiceThenFail(Bench bench, FakeVendor vendor) {
        vendor.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED));
        vendor.nextCreates.add(s -> SubmitOutcome.notSent("connection refused"));
        vendor.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.NOT_BILLED));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyExchangeIsThereAndWhatWasDecided(Story story) {
        story.vendor().accept(bench, north);
        bench.start();
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(31));
        story.user().accept(bench, id);
        bench.time.advance(Duration.ofMinutes(10));

        Explanation explanation = bench.jobs.explain(id);
        assertThat(explanation.toString()).contains(story.told());
        for (FakeVendor vendor : bench.vendors) {
            assertThat(List.of(
                            times(explanation, vendor, "create"),
                            times(explanation, vendor, "look"),
                            times(explanation, vendor, "locate"),
                            times(explanation, vendor, "cancel")))
                    .as("creates, looks, look-ups and cancels at %s, as %s tells them", vendor.name(), explanation)
                    .isEqualTo(List.of(
                            vendor.creates.size(),
                            vendor.looks + statesOfCreates(explanation, vendor),
                            vendor.lookUps,
                            vendor.cancels));
        }
    }

    /** A create that was accepted brings a first state with it, which is told like that of a look. */
    private static int statesOfCreates(Explanation explanation, FakeVendor vendor) {
        return (int) explanation.entries().stream()
                .filter(entry -> isAt(explanation, entry, vendor))
                .filter(entry -> entry.kind().equals("create") && entry.text().contains("ACCEPTED"))
                .count();
    }

    private static int times(Explanation explanation, FakeVendor vendor, String kind) {
        return explanation.entries().stream()
                .filter(entry -> entry.kind().equals(kind) && isAt(explanation, entry, vendor))
                .mapToInt(Explanation.Entry::times)
                .sum();
    }

    private static boolean isAt(Explanation explanation, Explanation.Entry entry, FakeVendor vendor) {
        return explanation.job().attempts().stream()
                .anyMatch(a -> a.number() == entry.attempt() && a.provider().equals(vendor.name()));
    }

    @Test
    void aWaitInLineIsToldWithWhatWasWaitedFor() {
        bench.limits.put(
                "north",
                new AdmissionLimits(1, 0, Duration.ofMinutes(1), Duration.ofSeconds(70), SpendingLimits.none()));
        bench.start();
        bench.submit("first");
        JobId second = bench.submit("second");
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.history(second))
                .containsPattern("admitted: after 18\\d s in line \\(all 1 slots are taken\\)");
    }

    @Test
    void aCandidateThatTheBudgetHasNoRoomForIsToldWithTheNumbers() {
        bench.perJob = new BigDecimal("1.00");
        bench.failover = Rules.Failover.EVEN_IF_BILLED;
        bench.start();
        north.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.BILLED));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.history(id))
                .contains("the job would cost 1.40 USD, and videojob.budget.per-job is 1.00", "end: failed: ");
    }
}
