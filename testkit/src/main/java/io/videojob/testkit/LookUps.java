package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.VideoJobException;
import io.videojob.spi.Lookup;
import io.videojob.spi.Lookup.Kind;
import io.videojob.spi.Submission;
import io.videojob.testkit.VendorServer.Play;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The look for a lost answer's job finds it, or says that it can't tell; a look that fails proves nothing. */
final class LookUps {
    private static final Reply NOT_THERE = Reply.of(Answer.of(404, "{}"));

    private final Bench bench;

    LookUps(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        if (bench.script.lookUps.isEmpty()) {
            return Stream.of(dynamicTest("no way to look is told, and nothing sent", this::canNotTell));
        }
        Stream<DynamicTest> documented = bench.script.lookUps.stream()
                .map(lookUp -> dynamicTest("a look-up that comes to " + lookUp.expected(), () -> comesTo(lookUp)));
        Stream<DynamicTest> claimed = bench.script.lookUps.stream()
                .filter(lookUp -> lookUp.expected().kind() == Kind.CANDIDATES)
                .map(lookUp ->
                        dynamicTest("of " + lookUp.expected() + ", none that another job has", () -> claimed(lookUp)));
        Stream<DynamicTest> failed = failures().entrySet().stream()
                .map(entry -> dynamicTest("a look-up answered with " + entry.getKey() + " proves nothing", () -> {
                    bench.answers(entry.getValue());
                    provesNothing(Check.typed(() -> bench.provider.locate(bench.submission(), id -> false)));
                }));
        return Stream.of(documented, claimed, failed).flatMap(tests -> tests);
    }

    private void canNotTell() {
        Play play = bench.answers(Answer.ok("{}"));
        Object came = Check.typed(() -> bench.provider.locate(bench.submission(), id -> false));
        Check.expect(
                came instanceof Lookup lookup
                        && lookup.kind() == Kind.CAN_NOT_TELL
                        && lookup.why().isPresent(),
                "CAN_NOT_TELL, and why",
                came);
        Check.expect(play.requests().isEmpty(), "nothing sent", play.requests());
        Optional<Duration> proof = bench.provider.traits().absenceProvesAfter();
        Check.expect(proof.isEmpty(), "traits whose absenceProvesAfter() is empty, since nobody looks", proof);
    }

    private void comesTo(Documented.LooksUp lookUp) {
        Object came = lookUp(lookUp, false);
        boolean right = came instanceof Lookup lookup
                && lookup.kind() == lookUp.expected().kind()
                && lookup.ids().equals(lookUp.expected().ids());
        Check.expect(right, String.valueOf(lookUp.expected()), came);
    }

    private void claimed(Documented.LooksUp lookUp) {
        Object came = lookUp(lookUp, true);
        Check.expect(
                came instanceof Lookup lookup && lookup.ids().isEmpty(),
                "no job, where other jobs have all of them",
                came);
    }

    private Object lookUp(Documented.LooksUp lookUp, boolean claimed) {
        Submission submission = bench.submission();
        Queue<Answer> pages =
                new ConcurrentLinkedQueue<>(new ArrayDeque<>(lookUp.pages().apply(submission)));
        Play play = bench.server.play(request -> {
            Answer page = pages.poll();
            return page == null ? NOT_THERE : Reply.of(page);
        });
        Object came = Check.typed(() -> bench.provider.locate(submission, id -> claimed));
        Check.expect(!play.requests().isEmpty(), "the vendor is asked", came + ", and nothing sent");
        return came;
    }

    /** Answers that say nothing of what was asked for. */
    static Map<String, Reply> failures() {
        Map<String, Reply> all = new LinkedHashMap<>();
        Stream.of(401, 403, 404, 429, 500, 503)
                .forEach(status -> all.put(String.valueOf(status), Reply.of(Answer.of(status, "{}"))));
        all.put("HTML", Reply.of(Answer.ok("<html></html>")));
        all.put("a cut", Reply.of(Answer.ok("{\"a\":[1,2,3]}"), Reply.Way.CUT));
        all.put("nobody there", Reply.of(Answer.ok("{}"), Reply.Way.HANG_UP));
        return all;
    }

    private static void provesNothing(Object came) {
        Check.expect(
                came instanceof VideoJobException
                        || (came instanceof Lookup lookup && lookup.kind() == Kind.CAN_NOT_TELL),
                "a VideoJobException, or CAN_NOT_TELL",
                came);
    }
}
