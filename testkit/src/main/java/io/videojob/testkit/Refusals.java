package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.ProviderException;
import io.videojob.VendorAnswer;
import io.videojob.VideoJobException;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What a vendor's no is made of: the reason, the vendor's words, and how long to wait. */
final class Refusals {
    private final Bench bench;

    Refusals(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> documented() {
        return bench.script.refusals.stream().flatMap(refused -> Stream.of(ofCreate(refused), ofLook(refused)));
    }

    private DynamicTest ofCreate(Documented.Refused refused) {
        return dynamicTest("a create answered " + refused.answer(), () -> {
            SubmitOutcome outcome = bench.create(refused.answer());
            if (CreateOutcomes.isRefusal(refused)) {
                Check.expect(
                        outcome.reason().equals(Optional.of(refused.reason())),
                        "the reason " + refused.reason(),
                        outcome);
            }
            keepsWords(refused.answer(), outcome.answer());
        });
    }

    private DynamicTest ofLook(Documented.Refused refused) {
        return dynamicTest("a look answered " + refused.answer(), () -> {
            ProviderException no = refused(refused.answer());
            Check.expect(no.reason() == refused.reason(), "the reason " + refused.reason(), no.reason() + " in " + no);
            keepsWords(refused.answer(), no.answer().orElseGet(VendorAnswer::nothing));
        });
    }

    private static void keepsWords(Answer said, VendorAnswer kept) {
        Check.expect(kept.httpStatus() == said.status(), "the vendor's status " + said.status(), kept.httpStatus());
        Optional<Object> json = Json.tryRead(said.body());
        Stream.Builder<String> texts = Stream.builder();
        Json.leaves(json.orElse(""), leaf -> {
            texts.add(String.valueOf(leaf));
            return leaf;
        });
        Predicate<String> isKept = text -> kept.toString().contains(text);
        List<String> words = texts.build().toList();
        Check.expect(
                words.isEmpty() || words.stream().anyMatch(isKept), "some of the vendor's words, of " + said, kept);
    }

    /** A failed look is not a failed job. */
    Stream<DynamicTest> ofLooks() {
        return Stream.of(400, 401, 402, 403, 404, 408, 409, 410, 422, 429, 500, 502, 503, 504)
                .map(status -> dynamicTest(
                        "a look answered " + status + " throws, and says nothing of the job",
                        () -> refused(Answer.of(status, "{}"))));
    }

    private ProviderException refused(Answer answer) {
        VideoJobException thrown =
                Check.refusal("a look answered " + answer + " throws a ProviderException", () -> bench.look(answer));
        if (thrown instanceof ProviderException no) {
            return no;
        }
        Check.expect(false, "a ProviderException, because the vendor said no", thrown);
        throw thrown;
    }

    Stream<DynamicTest> retryAfter() {
        return Stream.of(
                        after("seconds", "7", wait -> wait.equals(Optional.of(Duration.ofSeconds(7)))),
                        after(
                                "a date",
                                null,
                                wait -> wait.filter(Refusals::isAboutTwoMinutes).isPresent()),
                        after("words that are neither", "soon", Optional::isEmpty),
                        after(
                                "more seconds than there will ever be",
                                "99999999999999999999",
                                wait -> wait.filter(Duration::isNegative).isEmpty()))
                .flatMap(tests -> tests);
    }

    private static boolean isAboutTwoMinutes(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(60)) > 0 && wait.compareTo(Duration.ofSeconds(121)) < 0;
    }

    private Stream<DynamicTest> after(String form, @Nullable String value, Predicate<Optional<Duration>> right) {
        return Stream.of(
                dynamicTest("Retry-After as " + form + ", of a create", () -> {
                    Answer answer = limited(value);
                    Optional<Duration> wait = bench.create(answer).retryAfter();
                    Check.expect(right.test(wait), "the wait of " + answer.headers(), wait);
                }),
                dynamicTest("Retry-After as " + form + ", of a look", () -> {
                    Answer answer = limited(value);
                    Optional<Duration> wait = refused(answer).retryAfter();
                    Check.expect(right.test(wait), "the wait of " + answer.headers(), wait);
                }));
    }

    /** @param retryAfter null for a date in two minutes */
    private static Answer limited(@Nullable String retryAfter) {
        Instant now = Instant.now();
        return Answer.of(429, "{}")
                .header("Date", date(now))
                .header("Retry-After", retryAfter == null ? date(now.plusSeconds(120)) : retryAfter);
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
