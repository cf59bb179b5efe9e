package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.Output;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What an answer to a look says of the job. */
final class Looks {
    private final Bench bench;
    private final VendorScript script;

    Looks(Bench bench) {
        this.bench = bench;
        this.script = bench.script;
    }

    Stream<DynamicTest> words() {
        return script.words.entrySet().stream()
                .map(entry -> dynamicTest(
                        "\"" + entry.getKey() + "\" is " + entry.getValue(),
                        () -> word(entry.getKey(), entry.getValue())));
    }

    private void word(String word, Phase phase) {
        VendorState state = bench.look(script.finished.get(0).with(word));
        Check.expect(state.phase() == phase, "\"" + word + "\" is " + phase, state.phase());
        Check.expect(state.isKnownWord(), "\"" + word + "\" is a word that the table knows", "an unknown word");
        Check.expect(state.word().equals(word), "the vendor's word as it came, " + word, state.word());
    }

    Stream<DynamicTest> unknownWords() {
        return Stream.of("contract-made-this-up", "Überprüfung", "99")
                .map(word -> dynamicTest("\"" + word + "\"", () -> {
                    VendorState state = bench.look(script.finished.get(0).with(word));
                    Check.expect(
                            state.phase() == Phase.RUNNING
                                    && !state.isKnownWord()
                                    && state.word().equals(word),
                            "\"" + word + "\" is RUNNING, unknown, and kept as it came",
                            state + ", known: " + state.isKnownWord());
                }));
    }

    Stream<DynamicTest> finished() {
        return script.finished.stream()
                .map(done -> dynamicTest(String.valueOf(Answer.ok(done.body())), () -> {
                    VendorState state = bench.look(Answer.ok(done.body()));
                    List<String> links =
                            state.outputs().stream().map(Output::uri).toList();
                    Check.expect(state.phase() == Phase.SUCCEEDED, "SUCCEEDED", state);
                    Check.expect(state.failure().isEmpty(), "no failure: the status decides", state.failure());
                    Check.expect(links.equals(done.links()), "the outputs " + done.links(), links);
                }));
    }

    Stream<DynamicTest> failures() {
        return script.failures.stream()
                .map(failed -> dynamicTest(failed.reason() + ": " + Answer.ok(failed.body()), () -> {
                    VendorState state = bench.look(Answer.ok(failed.body()));
                    Check.expect(state.phase() == Phase.FAILED, "FAILED", state);
                    Check.expect(
                            state.failure().equals(Optional.of(failed.reason())),
                            "the reason " + failed.reason(),
                            state);
                    Check.expect(state.outputs().isEmpty(), "no outputs", state.outputs());
                }));
    }
}
