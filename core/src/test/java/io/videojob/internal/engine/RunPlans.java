package io.videojob.internal.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Throws plans of random runs. */
final class RunPlans {
    private static final int CROWD = 100;

    private RunPlans() {}

    static Arbitrary<RunPlan> plans() {
        return Combinators.combine(
                        RunSettings.settings(),
                        steps().list().ofMaxSize(60).withSizeDistribution(RandomDistribution.uniform()))
                .as(RunPlan::new);
    }

    private static Arbitrary<RunStep> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, simple()),
                Tuple.of(2, oneAfterAnother(lostAndLate(), 4, 10)),
                Tuple.of(1, heldUpWishes()),
                Tuple.of(1, cutShort()),
                Tuple.of(
                        8,
                        Combinators.combine(
                                        points(),
                                        Arbitraries.of(1, 1, 1, 1, 2, 3, 5, 12, 40),
                                        Arbitraries.frequencyOf(
                                                Tuple.of(4, sudden()), Tuple.of(1, oneAfterAnother(sudden(), 2, 3))))
                                .as(RunPlans::when)));
    }

    private static RunStep when(RunPoint point, int times, RunStep step) {
        return new RunStep(
                "when for the " + times + ". time: " + point.words() + ": " + step,
                world -> world.interludes.add(point, times, step));
    }

    /** A wish, and what happens while it is heard. */
    private static Arbitrary<RunStep> heldUpWishes() {
        return Combinators.combine(
                        Arbitraries.of(RunPoint.READ, RunPoint.WRITES, RunPoint.WRITES, RunPoint.WROTE),
                        Arbitraries.frequencyOf(Tuple.of(2, passing()), Tuple.of(1, sudden())),
                        Arbitraries.oneOf(wishes(someOf()), settlements(someOf())))
                .as((point, step, wish) -> RunStep.oneAfterAnother(List.of(when(point, 1, step), wish)));
    }

    /** A process ends, or is held up for long, between what it did and its note of that. */
    private static Arbitrary<RunStep> cutShort() {
        return Combinators.combine(
                        Arbitraries.of(RunPoint.SAVES, RunPoint.SAVED, RunPoint.ADMITTED, RunPoint.CREATE_ANSWERED),
                        Arbitraries.of(1, 1, 2, 3),
                        Arbitraries.oneOf(Arbitraries.just(thisDies()), passing()))
                .as(RunPlans::when);
    }

    private static RunStep thisDies() {
        return new RunStep("this process dies", RunWorld::crashThis);
    }

    private static Arbitrary<RunStep> oneAfterAnother(Arbitrary<RunStep> steps, int least, int most) {
        return steps.list().ofMinSize(least).ofMaxSize(most).map(RunStep::oneAfterAnother);
    }

    /** A create's answer is long on the way, and meanwhile its job is settled otherwise. */
    private static Arbitrary<RunStep> lostAndLate() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, submissions()),
                Tuple.of(4, lateAnswers()),
                Tuple.of(2, createFaults()),
                Tuple.of(4, passing()),
                Tuple.of(3, settlements(Arbitraries.of(0, 0, 1))));
    }

    private static Arbitrary<RunStep> lateAnswers() {
        return Combinators.combine(Arbitraries.of(0, 0, 0, 1, 2), Arbitraries.of(20, 45, 130, 330, 700, 2000))
                .as((which, seconds) -> new RunStep(
                        "the answer to the next create at vendor " + which + " is seen " + seconds + " s late",
                        world -> world.vendor(which).lateAnswers.add(Duration.ofSeconds(seconds))));
    }

    /** What a user does about jobs whose answer is lost. */
    private static Arbitrary<RunStep> settlements(Arbitrary<Integer> jobs) {
        return Arbitraries.oneOf(
                about(jobs, "cancel lost job", RunWishes::cancelLost),
                about(jobs, "give up lost job", RunWishes::giveUpLost),
                about(jobs, "send again lost job", RunWishes::sendAgainLost),
                about(jobs, "send again lost job", RunWishes::sendAgainLost));
    }

    private static Arbitrary<RunStep> saveFaults() {
        return Combinators.combine(Arbitraries.of(RunResults.Fault.class), Arbitraries.of(1, 1, 3, 12))
                .as((fault, times) -> new RunStep(
                        "next " + times + " saves: " + fault,
                        world -> world.results.faults.addAll(Collections.nCopies(times, fault))));
    }

    private static Arbitrary<RunPoint> points() {
        return Arbitraries.frequency(
                Tuple.of(2, RunPoint.ANY),
                Tuple.of(3, RunPoint.CREATE_SENT),
                Tuple.of(5, RunPoint.CREATE_ANSWERED),
                Tuple.of(2, RunPoint.ASKED),
                Tuple.of(3, RunPoint.TOLD),
                Tuple.of(3, RunPoint.READ),
                Tuple.of(3, RunPoint.WRITES),
                Tuple.of(2, RunPoint.WROTE),
                Tuple.of(3, RunPoint.ADMITTED),
                Tuple.of(1, RunPoint.SAVES),
                Tuple.of(1, RunPoint.SAVED),
                Tuple.of(1, RunPoint.OTHER));
    }

    private static Arbitrary<RunStep> simple() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, submissions()),
                Tuple.of(8, passing()),
                Tuple.of(14, createFaults()),
                Tuple.of(4, askFaults()),
                Tuple.of(3, saveFaults()),
                Tuple.of(4, lateAnswers()),
                Tuple.of(4, settlements(someOf())),
                Tuple.of(8, wishes(someOf())),
                Tuple.of(5, webhooks(someOf())),
                Tuple.of(4, processes()),
                Tuple.of(2, jumps()),
                Tuple.of(
                        1, journal("process 0", (world, calls, afterwards) -> world.journalAway(0, calls, afterwards))),
                Tuple.of(
                        1,
                        journal("process 1", (world, calls, afterwards) -> world.journalAway(1, calls, afterwards))));
    }

    /** What may happen while a process is held up, most of it to the very job that it is held up with. */
    private static Arbitrary<RunStep> sudden() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, wishes(Arbitraries.just(0))),
                Tuple.of(4, webhooks(Arbitraries.just(0))),
                Tuple.of(3, Arbitraries.just(thisDies())),
                Tuple.of(
                        3,
                        journal(
                                "this process",
                                (world, calls, afterwards) -> world.journalAwayHere(calls, afterwards))),
                Tuple.of(6, passing()),
                Tuple.of(6, simple()));
    }

    private static Arbitrary<RunStep> submissions() {
        Arbitrary<Integer> counts = Arbitraries.frequency(
                Tuple.of(200, 1), Tuple.of(50, 2), Tuple.of(20, 4), Tuple.of(6, 12), Tuple.of(1, CROWD));
        Arbitrary<Integer> deadlines = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 20), Tuple.of(1, 300));
        return Combinators.combine(counts, Arbitraries.integers().between(1, 2), deadlines)
                .as((count, prompt, deadline) -> new RunStep(
                        "submit " + count + " of prompt " + prompt
                                + (deadline == 0 ? "" : ", deadline " + deadline + " s"),
                        world -> world.submit(count, prompt, deadline == 0 ? null : Duration.ofSeconds(deadline))));
    }

    private static Arbitrary<RunStep> passing() {
        return Arbitraries.of(0, 1, 3, 6, 15, 45, 130, 330, 700, 2000)
                .map(seconds ->
                        new RunStep("pass " + seconds + " s", world -> world.pass(Duration.ofSeconds(seconds))));
    }

    private static Arbitrary<RunStep> createFaults() {
        return Combinators.combine(Arbitraries.of(0, 0, 1, 2), Arbitraries.of(RunVendor.CreateFault.class))
                .as((which, fault) -> new RunStep(
                        "next create at vendor " + which + ": " + fault,
                        world -> world.vendor(which).createFaults.add(fault)));
    }

    private static Arbitrary<RunStep> askFaults() {
        Function<RunVendor, Queue<RunVendor.AskFault>> looks = vendor -> vendor.lookFaults;
        Function<RunVendor, Queue<RunVendor.AskFault>> lookups = vendor -> vendor.lookupFaults;
        Function<RunVendor, Queue<RunVendor.AskFault>> cancels = vendor -> vendor.cancelFaults;
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(
                                Tuple.of("looks", looks), Tuple.of("look-ups", lookups), Tuple.of("cancels", cancels)),
                        Arbitraries.of(RunVendor.AskFault.class),
                        Arbitraries.of(1, 1, 3, 20))
                .as((which, what, fault, times) -> new RunStep(
                        "next " + times + " " + what.get1() + " at vendor " + which + ": " + fault, world -> {
                            for (int i = 0; i < times; i++) {
                                what.get2().apply(world.vendor(which)).add(fault);
                            }
                        }));
    }

    private static Arbitrary<RunStep> wishes(Arbitrary<Integer> jobs) {
        return Arbitraries.oneOf(
                about(jobs, "cancel job", RunWishes::cancel),
                about(jobs, "cancel job", RunWishes::cancel),
                about(jobs, "adopt the right id for job", (wishes, which) -> wishes.adopt(which, true)),
                about(jobs, "adopt a wrong id for job", (wishes, which) -> wishes.adopt(which, false)),
                about(jobs, "give up job", RunWishes::giveUp),
                about(jobs, "send again job", RunWishes::sendAgain),
                about(jobs, "wait for job", RunWishes::resume),
                about(jobs, "look at job", RunWishes::look),
                about(jobs, "attach to vendor's job", RunWishes::attach));
    }

    private static Arbitrary<RunStep> webhooks(Arbitrary<Integer> jobs) {
        return Arbitraries.oneOf(
                about(jobs, "signed webhook for vendor's job", (wishes, which) -> wishes.webhook(which, true)),
                about(jobs, "signed webhook for vendor's job", (wishes, which) -> wishes.webhook(which, true)),
                about(jobs, "unsigned webhook for vendor's job", (wishes, which) -> wishes.webhook(which, false)),
                about(jobs, "false webhook for vendor's job", RunWishes::falseWebhook));
    }

    private static Arbitrary<Integer> someOf() {
        return Arbitraries.of(0, 0, 0, 1, 1, 2, 3, 5, 8);
    }

    private static Arbitrary<RunStep> about(
            Arbitrary<Integer> jobs, String words, BiConsumer<RunWishes, Integer> wish) {
        return jobs.map(which -> new RunStep(words + " " + which, world -> wish.accept(world.wishes, which)));
    }

    private static Arbitrary<RunStep> processes() {
        Arbitrary<Integer> numbers = Arbitraries.of(0, 1);
        return Arbitraries.oneOf(
                numbers.map(which -> new RunStep("process " + which + " dies", world -> world.crash(which))),
                numbers.map(which -> new RunStep("process " + which + " begins anew", world -> world.restart(which))),
                numbers.map(which -> new RunStep("process " + which + " dies and begins anew", world -> {
                    world.crash(which);
                    world.restart(which);
                })));
    }

    private static Arbitrary<RunStep> jumps() {
        return Combinators.combine(Arbitraries.of(0, 1), Arbitraries.of(-3600, -300, -20, 20, 300, 1200, 3600))
                .as((which, seconds) -> new RunStep(
                        "the clock of process " + which + " jumps by " + seconds + " s",
                        world -> world.jump(which, Duration.ofSeconds(seconds))));
    }

    private interface Breaking {
        void happensTo(RunWorld world, int calls, boolean afterwards);
    }

    private static Arbitrary<RunStep> journal(String whose, Breaking breaking) {
        return Combinators.combine(Arbitraries.of(1, 1, 2, 10), Arbitraries.of(false, true))
                .as((calls, afterwards) -> new RunStep(
                        "the next " + calls + " calls of " + whose + " to the journal break"
                                + (afterwards ? " after the work is done" : ""),
                        world -> breaking.happensTo(world, calls, afterwards)));
    }
}
