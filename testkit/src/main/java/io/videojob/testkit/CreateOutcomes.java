package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Each row of the table of create outcomes. */
final class CreateOutcomes {
    /** The answers after which no vendor has made anything. */
    static final Set<Integer> REFUSALS = Set.of(400, 401, 402, 403, 404, 413, 415, 422, 429);

    private static final List<Integer> UNCERTAIN =
            List.of(405, 406, 408, 409, 410, 412, 418, 423, 425, 426, 428, 431, 451, 500, 501, 502, 503, 504, 520, 529);

    private final Bench bench;
    private final CreateFaults faults;

    CreateOutcomes(Bench bench, CreateFaults faults) {
        this.bench = bench;
        this.faults = faults;
    }

    Stream<DynamicTest> all() {
        return Stream.of(
                        statuses(Kind.REFUSED, REFUSALS.stream().sorted()),
                        statuses(Kind.REFUSED, Stream.of(300, 301, 302, 303, 307, 308)),
                        statuses(Kind.UNCERTAIN, UNCERTAIN.stream()),
                        statuses(Kind.UNCERTAIN, Stream.of(200, 201, 202, 204)),
                        Stream.of(200, 201, 202).map(this::accepted),
                        bench.script.refusals.stream().map(this::documented),
                        Stream.of("500 {}", "200 {}", "429 {}").map(this::suspect),
                        faults.outcomes())
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> statuses(Kind kind, Stream<Integer> all) {
        return all.map(status -> dynamicTest(
                status + " without a word more is " + kind, () -> ends(kind, Answer.of(status, bodyOf(status)))));
    }

    private static String bodyOf(int status) {
        return status == 204 ? "" : "{}";
    }

    private DynamicTest accepted(int status) {
        Documented.IdInBody documented = bench.script.accepted;
        Answer answer = Answer.of(status, documented.answer().body());
        return dynamicTest(status + " with the documented body is ACCEPTED with its id and a state", () -> {
            SubmitOutcome outcome = ends(Kind.ACCEPTED, answer);
            Check.expect(
                    outcome.vendorJobId().equals(Optional.of(documented.id()))
                            && outcome.state().isPresent(),
                    "the id " + documented.id() + " and how the job stands",
                    outcome + " " + outcome.state());
        });
    }

    private DynamicTest documented(Documented.Refused refused) {
        Kind kind = isRefusal(refused) ? Kind.REFUSED : Kind.UNCERTAIN;
        return dynamicTest("the documented " + refused.answer() + " is " + kind, () -> ends(kind, refused.answer()));
    }

    static boolean isRefusal(Documented.Refused refused) {
        return REFUSALS.contains(refused.answer().status()) || refused.provesNothingMade();
    }

    /** An id beside an answer that proves nothing is a suspect; one beside a refusal is nothing. */
    private DynamicTest suspect(String statusAndBody) {
        int status = Integer.parseInt(statusAndBody.substring(0, 3));
        String header = bench.script.suspectedIdHeader;
        Optional<String> expected =
                header == null || REFUSALS.contains(status) ? Optional.empty() : Optional.of("suspect-7");
        return dynamicTest(
                status + " that names no job" + (header == null ? "" : " but in " + header) + " leaves "
                        + expected.map(id -> "its suspected id").orElse("no id"),
                () -> {
                    Answer answer = Answer.of(status, "{}");
                    SubmitOutcome outcome = bench.create(header == null ? answer : answer.header(header, "suspect-7"));
                    Check.expect(
                            outcome.vendorJobId().equals(expected),
                            "the suspected id " + expected,
                            outcome.vendorJobId() + " in " + outcome);
                });
    }

    private SubmitOutcome ends(Kind kind, Answer answer) {
        SubmitOutcome outcome = bench.create(answer);
        Check.expect(outcome.kind() == kind, "the outcome " + kind + " of a create answered " + answer, outcome);
        return outcome;
    }
}
