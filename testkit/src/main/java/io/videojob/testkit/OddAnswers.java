package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.ProviderException;
import io.videojob.VideoJobException;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import io.videojob.testkit.VendorServer.Play;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Answers that no document prints: each has an end that says so. */
final class OddAnswers {
    private static final long HUGE = 50L << 20;

    private final Bench bench;

    OddAnswers(Bench bench) {
        this.bench = bench;
    }

    /** Good answers by their status, of which nobody can read anything. */
    private static Map<String, Reply> unreadable(Answer good) {
        Map<String, Reply> all = new LinkedHashMap<>();
        all.put("HTML", html("<html><body>Welcome</body></html>"));
        all.put("HTML that says it is JSON", Reply.of(Answer.ok("<html></html>")));
        all.put("nothing", Reply.of(Answer.ok("")));
        all.put("null", Reply.of(Answer.ok("null")));
        all.put("a list", Reply.of(Answer.ok("[]")));
        all.put("a text", Reply.of(Answer.ok("\"fine\"")));
        all.put("a number", Reply.of(Answer.ok("7")));
        all.put(
                "half a JSON",
                Reply.of(good.withBody(good.body().substring(0, good.body().length() / 2))));
        all.put("a hundred thousand lists in each other", Reply.of(Answer.ok("[".repeat(100_000))));
        all.put("50 MB", Reply.bloated(good, HUGE));
        all.put("50 MB in a small archive", Reply.bloatedAndPacked(good, HUGE));
        return all;
    }

    private static Reply html(String text) {
        return Reply.of(Answer.ok(text).header("Content-Type", "text/html; charset=utf-8"));
    }

    Stream<DynamicTest> ofCreates() {
        Documented.IdInBody accepted = bench.script.accepted;
        Stream<DynamicTest> unreadable = unreadable(accepted.answer()).entrySet().stream()
                .map(entry ->
                        dynamicTest("a create answered with " + entry.getKey(), () -> isUncertain(entry.getValue())));
        Stream<DynamicTest> withoutId = Stream.of("null", "\"\"", "\" \"", "{}", "[]", "true")
                .map(odd -> dynamicTest(
                        "a create answered with the id " + odd,
                        () -> isUncertain(Reply.of(accepted.with("@")
                                .withBody(accepted.with("@").body().replace("\"@\"", odd))))));
        return Stream.of(
                        unreadable,
                        withoutId,
                        Stream.of(dynamicTest("a create answered with a number as id", this::number)))
                .flatMap(tests -> tests);
    }

    private void isUncertain(Reply reply) {
        Play play = bench.answers(reply);
        SubmitOutcome outcome = Check.outcome(() -> bench.provider.submit(bench.submission()));
        Check.expect(outcome.kind() == Kind.UNCERTAIN, "UNCERTAIN, since a job may have been made", outcome);
        Check.expect(
                play.requests().size() == 1,
                "one create on the wire",
                play.requests().size());
    }

    /** It may be read or not; digits must not get lost. */
    private void number() {
        String digits = "9007199254740993";
        Answer answer = bench.script.accepted.with("@");
        SubmitOutcome outcome = bench.create(answer.withBody(answer.body().replace("\"@\"", digits)));
        String id = outcome.vendorJobId().orElse("");
        Check.expect(
                outcome.kind() == Kind.UNCERTAIN || (outcome.kind() == Kind.ACCEPTED && id.equals(digits)),
                "UNCERTAIN, or the id " + digits,
                outcome);
    }

    Stream<DynamicTest> ofLooks() {
        Stream<DynamicTest> unreadable = unreadable(bench.finished()).entrySet().stream()
                .map(entry -> dynamicTest("a look answered with " + entry.getKey(), () -> isRefused(entry.getValue())));
        Stream<DynamicTest> broken = Stream.of(
                        Reply.Way.HANG_UP, Reply.Way.RESET, Reply.Way.CUT, Reply.Way.CUT_BY_RESET)
                .map(way -> dynamicTest(
                        "a look whose answer is lost by " + way, () -> isRefused(Reply.of(bench.finished(), way))));
        return Stream.of(unreadable, broken, Stream.of(dynamicTest("a look answered with {}", this::empty)))
                .flatMap(tests -> tests);
    }

    private void isRefused(Reply reply) {
        Play play = bench.answers(reply);
        VideoJobException thrown = Check.refusal(
                "a VideoJobException, because nothing can be read of the job",
                () -> bench.provider.fetch("contract-job"));
        Check.expect(
                play.requests().size() == 1,
                "one look on the wire, because the next look is the retry",
                play.requests().size());
        Check.expect(!(thrown instanceof ProviderException), "no ProviderException: the vendor didn't say no", thrown);
    }

    private void empty() {
        Object came = Check.typed(() -> bench.look(Answer.ok("{}")));
        boolean open = came instanceof VendorState state && state.phase() == Phase.RUNNING && !state.isKnownWord();
        Check.expect(
                open || came instanceof VideoJobException, "a VideoJobException, or RUNNING by an unknown word", came);
    }
}
