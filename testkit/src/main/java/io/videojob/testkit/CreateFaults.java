package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.VendorServer.Play;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A create whose way is broken: how often it went out, and what it came to. */
final class CreateFaults {
    /** Port 1 is given out to nobody, unlike one that was just free. */
    private static final URI NOBODY_THERE = URI.create("http://127.0.0.1:1");

    private final Bench bench;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    private record Fault(int sends, Set<Kind> ends, Supplier<Tried> run) {}

    private record Tried(SubmitOutcome outcome, int sends) {}

    /** Each fault is tried once, and asked about twice. */
    private final Map<Fault, Tried> tried = new HashMap<>();

    CreateFaults(Bench bench) {
        this.bench = bench;
        add("a refused connection", 0, Kind.NOT_SENT, () -> at(NOBODY_THERE));
        add("a failed TLS handshake", 0, Kind.NOT_SENT, () -> at(overTls()));
        add("a lost request", 1, Kind.UNCERTAIN, this::lostRequest);
        way("a lost answer", Reply.Way.HANG_UP);
        way("a connection that breaks before the answer", Reply.Way.RESET);
        way("a connection that breaks while the answer is read", Reply.Way.CUT_BY_RESET);
        way("an answer that is cut short", Reply.Way.CUT);
        way("a vendor that hangs", Reply.Way.SILENT);
        way("a vendor that hangs in the middle of its answer", Reply.Way.SILENT_HALFWAY);
        faults.put("a kept connection that the vendor has given up", new Fault(1, AFTER_STALE, this::stale));
        answer("503 with Retry-After: 0", Answer.of(503, "{}").header("Retry-After", "0"), Kind.UNCERTAIN);
        answer("408", Answer.of(408, "{}"), Kind.UNCERTAIN);
        answer("408 with Retry-After: 0", Answer.of(408, "{}").header("Retry-After", "0"), Kind.UNCERTAIN);
        answer("401", Answer.of(401, "{}").header("WWW-Authenticate", "Basic realm=\"x\""), Kind.REFUSED);
        answer("407", Answer.of(407, "{}").header("Proxy-Authenticate", "Basic realm=\"x\""), Kind.UNCERTAIN);
        Stream.of(301, 302, 303, 307, 308)
                .forEach(status -> answer(status + " to another host", bench.redirect(status), Kind.REFUSED));
    }

    /** On a fresh connection all is well. */
    private static final Set<Kind> AFTER_STALE = Set.of(Kind.UNCERTAIN, Kind.ACCEPTED);

    Stream<DynamicTest> sends() {
        return tests((fault, tried) -> Check.expect(
                tried.sends() == fault.sends(),
                fault.sends() + " create on the wire, whatever happens to it",
                tried.sends() + " of them, and " + tried.outcome()));
    }

    Stream<DynamicTest> outcomes() {
        return tests((fault, tried) -> Check.expect(
                fault.ends().contains(tried.outcome().kind()), "the outcome " + fault.ends(), tried.outcome()));
    }

    private interface Verdict {
        void on(Fault fault, Tried tried);
    }

    private Stream<DynamicTest> tests(Verdict verdict) {
        return faults.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> verdict.on(entry.getValue(), tried(entry.getValue()))));
    }

    private Tried tried(Fault fault) {
        return tried.computeIfAbsent(fault, one -> one.run().get());
    }

    private void add(String name, int sends, Kind end, Supplier<Tried> run) {
        faults.put(name, new Fault(sends, Set.of(end), run));
    }

    private void way(String name, Reply.Way way) {
        boolean silent = way == Reply.Way.SILENT || way == Reply.Way.SILENT_HALFWAY;
        Reply reply = Reply.of(bench.script.accepted.answer(), way);
        add(name, 1, Kind.UNCERTAIN, () -> {
            Play play = bench.answers(reply);
            SubmitOutcome outcome = submit(bench.provider, silent ? hurried() : bench.submission());
            return new Tried(outcome, play.requests().size());
        });
    }

    private void answer(String name, Answer answer, Kind end) {
        add(name, 1, end, () -> {
            Play play = bench.answers(answer);
            Play elsewhere = bench.elsewhere.play(request -> Reply.of(bench.script.accepted.answer()));
            SubmitOutcome outcome = submit(bench.provider, bench.submission());
            return new Tried(
                    outcome, play.requests().size() + elsewhere.requests().size());
        });
    }

    private Tried at(URI url) {
        Play play = bench.answers(bench.script.accepted.answer());
        VideoProvider there = bench.another(bench.settings().withBaseUrl(url));
        SubmitOutcome outcome = submit(there, bench.submission());
        return new Tried(outcome, play.requests().size());
    }

    private Tried lostRequest() {
        Play play = bench.server.hangUpUnread();
        SubmitOutcome outcome = submit(bench.provider, bench.submission());
        return new Tried(outcome, play.connections());
    }

    /** A connection that has carried a look ends when the create comes down it. */
    private Tried stale() {
        bench.look(bench.finished());
        Play play = bench.server.play(request ->
                Reply.of(bench.script.accepted.answer(), request.reused() ? Reply.Way.HANG_UP : Reply.Way.WHOLE));
        SubmitOutcome outcome = submit(bench.provider, bench.submission());
        return new Tried(outcome, play.requests().size());
    }

    private Submission hurried() {
        return bench.submission(bench.sample()).timeout(Bench.HURRIED).build();
    }

    private static SubmitOutcome submit(VideoProvider provider, Submission submission) {
        return Check.outcome(() -> provider.submit(submission));
    }

    private URI overTls() {
        return URI.create(bench.server.url().toString().replace("http:", "https:"));
    }
}
