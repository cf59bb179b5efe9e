package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.VideoJobException;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.CancelOutcome.Kind;
import io.videojob.testkit.VendorServer.Play;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** A wish to stop a job reaches the vendor, or is refused aloud. */
final class CancelCases {
    private static final String ID = "contract-job";

    private final Bench bench;

    CancelCases(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        Documented.Cancels cancels = bench.script.cancels;
        if (cancels == null) {
            return Stream.of(dynamicTest("no way to cancel is told, and nothing sent", this::unsupported));
        }
        Stream<DynamicTest> tooLate = Stream.ofNullable(cancels.tooLate())
                .map(answer -> dynamicTest("a job that has ended is TOO_LATE", () -> {
                    Object came = cancel(Reply.of(answer));
                    Check.expect(isA(came, Kind.TOO_LATE), "TOO_LATE", came);
                }));
        Stream<DynamicTest> notTaken = notTaken(cancels.tooLate()).entrySet().stream()
                .map(entry -> dynamicTest(
                        "a cancel that ends in " + entry.getKey() + " is not ACCEPTED",
                        () -> notTaken(entry.getValue())));
        return Stream.of(
                        Stream.of(dynamicTest("the vendor is asked, once", () -> accepted(cancels.accepted()))),
                        tooLate,
                        notTaken)
                .flatMap(tests -> tests);
    }

    private void unsupported() {
        Play play = bench.answers(Answer.ok("{}"));
        Object came = Check.typed(() -> bench.provider.cancel(ID));
        Check.expect(isA(came, Kind.UNSUPPORTED), "UNSUPPORTED", came);
        Check.expect(play.requests().isEmpty(), "nothing sent", play.requests());
    }

    private void accepted(Answer answer) {
        Play play = bench.answers(answer);
        Object came = Check.typed(() -> bench.provider.cancel(ID));
        Check.expect(isA(came, Kind.ACCEPTED), "ACCEPTED", came);
        Check.expect(play.requests().size() == 1, "one request", play.requests());
        VendorRequest asked = play.requests().get(0);
        Check.expect(
                !asked.method().equals("GET") && (asked.target() + asked.body()).contains(ID),
                "a request that changes something, with the id " + ID,
                asked);
    }

    /** Nobody knows what became of the wish: it isn't said that there is no way, nor that the job had ended. */
    private void notTaken(Reply reply) {
        Play play = bench.answers(reply);
        Object came = Check.typed(() -> bench.provider.cancel(ID));
        Check.expect(
                came instanceof VideoJobException || isA(came, Kind.UNKNOWN), "a VideoJobException, or UNKNOWN", came);
        Check.expect(play.requests().size() == 1, "one request, which isn't sent again", play.requests());
    }

    private static Map<String, Reply> notTaken(@Nullable Answer tooLate) {
        Map<String, Reply> all = new LinkedHashMap<>();
        Stream.of(401, 404, 429, 500, 503)
                .filter(status -> tooLate == null || tooLate.status() != status)
                .forEach(status -> all.put(String.valueOf(status), Reply.of(Answer.of(status, "{}"))));
        Stream.of(Reply.Way.HANG_UP, Reply.Way.RESET)
                .forEach(way -> all.put(way.name(), Reply.of(Answer.ok("{}"), way)));
        all.put("HTML", Reply.of(Answer.ok("<html></html>")));
        return all;
    }

    private Object cancel(Reply reply) {
        bench.answers(reply);
        return Check.typed(() -> bench.provider.cancel(ID));
    }

    private static boolean isA(Object came, Kind kind) {
        return came instanceof CancelOutcome outcome && outcome.kind() == kind;
    }
}
