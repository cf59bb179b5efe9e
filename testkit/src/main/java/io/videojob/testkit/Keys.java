package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.Listing;
import io.videojob.VideoJobException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.Submission;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.VendorServer.Play;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** The account's key goes to the vendor, in a header, and is told to nobody else. */
final class Keys {
    private final Bench bench;
    private final String key;

    Keys(Bench bench) {
        this.bench = bench;
        this.key = bench.script.key;
    }

    /** What an exchange leaves behind for people to read. */
    private interface Told {
        String by(VideoProvider provider, Submission submission);
    }

    /** Nobody hears what is said in another room: then that is the one case, and it fails. */
    Stream<DynamicTest> told() {
        Canary canary = new Canary(bench.provider.getClass());
        DynamicTest heard = dynamicTest("a line that an adapter logs would be heard", canary::isHeard);
        try {
            canary.isHeard();
        } catch (AssertionFailedError deaf) {
            return Stream.of(heard);
        }
        Map<String, Told> exchanges = Map.of(
                "a create", (provider, sent) -> String.valueOf(provider.submit(sent)),
                "a look", (provider, sent) -> ended(() -> provider.fetch("contract-job")),
                "a cancel", (provider, sent) -> ended(() -> provider.cancel("contract-job")),
                "a look-up", (provider, sent) -> ended(() -> provider.locate(sent, id -> false)),
                "a list", (provider, sent) -> ended(() -> ListCases.first(provider)));
        Stream<DynamicTest> told = echoes().entrySet().stream()
                .flatMap(echo -> exchanges.entrySet().stream()
                        .map(exchange -> dynamicTest(
                                exchange.getKey() + " answered with " + echo.getKey(),
                                () -> isSilent(exchange.getValue(), echo.getValue()))));
        return Stream.concat(
                told,
                Stream.of(
                        heard, dynamicTest("a provider as text", this::text), dynamicTest("a bad key", this::badKey)));
    }

    /** Answers that repeat what they were sent, and some that end badly on the way. */
    private Map<String, Reply> echoes() {
        Map<String, Reply> all = new LinkedHashMap<>();
        String echo =
                Json.write(Map.of("error", key, "message", "bad key " + key, "code", key, "detail", List.of(key)));
        for (int status : List.of(200, 400, 401, 429, 500)) {
            all.put(status + " and the key in a JSON body", Reply.of(Answer.of(status, echo)));
            all.put(status + " and the key in HTML", Reply.of(Answer.of(status, "<html>" + key)));
        }
        all.put("a redirect with the key", Reply.of(bench.redirect(302).header("Location", "/?key=" + key)));
        all.put("a key as request id", Reply.of(Answer.of(400, "{}").header("X-Request-Id", key)));
        all.put("a broken connection", Reply.of(bench.finished(), Reply.Way.RESET));
        all.put("half an answer", Reply.of(Answer.ok(echo), Reply.Way.CUT));
        return all;
    }

    private void isSilent(Told exchange, Reply reply) {
        bench.answers(reply);
        try (Overheard heard = new Overheard(key)) {
            String told = exchange.by(bench.provider, bench.submission());
            Check.expect(!told.contains(key), "no key in what an exchange tells", told);
            Check.expect(heard.told().isEmpty(), "no key in logs and on the console", heard.told());
        }
    }

    /** How it ends is not asked here, only what that tells. */
    private static String ended(Supplier<?> exchange) {
        try {
            return String.valueOf(exchange.get());
        } catch (RuntimeException thrown) {
            return Check.trace(thrown) + answer(thrown);
        }
    }

    private static String answer(Throwable thrown) {
        return thrown instanceof VideoJobException e ? String.valueOf(e.answer()) : "";
    }

    private void text() {
        String text = bench.provider + " " + bench.settings();
        Check.expect(!text.contains(key), "no key in toString()", text);
    }

    private void badKey() {
        String bad = key + "\nX-Other: 1";
        VideoJobException thrown = Check.refusal(
                "a ConfigurationException for a key with a line break",
                () -> bench.make(ProviderSettings.of("contract", bad).withBaseUrl(bench.server.url())));
        Check.expect(!Check.trace(thrown).contains(key), "no key in the message", thrown);
    }

    Stream<DynamicTest> sent() {
        Map<String, Function<VideoProvider, Object>> exchanges = exchanges();
        Stream<DynamicTest> inHeader = exchanges.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey() + " has the key in a header only", () -> inHeader(entry.getValue())));
        Stream<DynamicTest> redirects = exchanges.entrySet().stream()
                .flatMap(entry -> Stream.of(301, 302, 303, 307, 308)
                        .map(status -> dynamicTest(
                                entry.getKey() + " answered " + status + " stays here",
                                () -> staysHere(entry.getValue(), bench.redirect(status)))));
        return Stream.of(
                        inHeader,
                        redirects,
                        Stream.of(dynamicTest("links in answers are left alone", this::leavesLinks)))
                .flatMap(tests -> tests);
    }

    private Map<String, Function<VideoProvider, Object>> exchanges() {
        Map<String, Function<VideoProvider, Object>> all = new LinkedHashMap<>();
        all.put("a create", provider -> provider.submit(bench.submission()));
        all.put("a look", provider -> provider.fetch("contract-job"));
        if (bench.script.cancels != null) {
            all.put("a cancel", provider -> provider.cancel("contract-job"));
        }
        if (!bench.script.lookUps.isEmpty()) {
            all.put("a look-up", provider -> provider.locate(bench.submission(), id -> false));
        }
        if (bench.script.lists.shows() != Listing.NONE) {
            all.put("a list", ListCases::first);
        }
        return all;
    }

    private void inHeader(Function<VideoProvider, Object> exchange) {
        Play play = bench.answers(Answer.of(404, "{}"));
        Object unused = Check.typed(() -> exchange.apply(bench.provider));
        VendorRequest request = play.requests().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected: a request; but nothing was sent"));
        Check.expect(
                request.headers().values().stream().anyMatch(value -> value.contains(key)),
                "the account's key in a header",
                request.headers().keySet());
        Check.expect(
                !request.target().contains(key) && !request.body().contains(key),
                "no key in the address or the body",
                request.target());
    }

    private void staysHere(Function<VideoProvider, Object> exchange, Answer redirect) {
        Play there = bench.elsewhere.play(request -> Reply.of(bench.finished()));
        Play here = bench.answers(redirect);
        Object came = Check.typed(() -> exchange.apply(bench.provider));
        Check.expect(there.requests().isEmpty(), "nothing sent to another origin", there.requests());
        Check.expect(here.requests().size() == 1, "one request", here.requests().size() + ", and " + came);
    }

    /** Whatever looks like a link in an answer is data: nobody follows it. */
    private void leavesLinks() {
        String there = bench.elsewhere.url() + "/link";
        Play trap = bench.elsewhere.play(request -> Reply.of(bench.finished()));
        for (Answer answer : List.of(bench.finished(), bench.script.accepted.answer())) {
            Object tree = Json.leaves(
                    Json.read(answer.body()),
                    leaf -> leaf instanceof String text && text.startsWith("http") ? there : leaf);
            Answer linked = answer.withBody(Json.write(tree));
            Object looked = Check.typed(() -> bench.look(linked));
            Object created = bench.create(linked);
            Check.expect(trap.requests().isEmpty(), "no link followed", looked + " and " + created);
        }
    }
}
