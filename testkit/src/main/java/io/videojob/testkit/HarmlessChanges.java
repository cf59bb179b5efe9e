package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.FailureReason;
import io.videojob.VideoJobException;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What a vendor changes in its answers without telling. */
final class HarmlessChanges {
    private final Bench bench;

    HarmlessChanges(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        Documented.IdInBody accepted = bench.script.accepted;
        Object created = Json.read(accepted.answer().body());
        Object done = Json.read(bench.finished().body());
        return Stream.of(
                        Stream.of(
                                create("a create's answer with unknown fields", withMore(created)),
                                create("a create's answer with numbers as texts", numbersAsTexts(created)),
                                look("a look's answer with unknown fields", withMore(done)),
                                look("a look's answer with numbers as texts", numbersAsTexts(done))),
                        names(created)
                                .filter(name -> !isId(created, name))
                                .map(name ->
                                        create("a create's answer with null as " + name, with(created, name, null))),
                        names(done).flatMap(name -> oddValues(done, name)))
                .flatMap(tests -> tests);
    }

    private boolean isId(@Nullable Object tree, String name) {
        return tree instanceof Map<?, ?> map && Json.write(map.get(name)).contains(bench.script.accepted.id());
    }

    private DynamicTest create(String name, @Nullable Object body) {
        return dynamicTest(name, () -> {
            SubmitOutcome outcome = bench.create(Answer.ok(Json.write(body)));
            Check.expect(
                    outcome.kind() == Kind.ACCEPTED
                            && outcome.vendorJobId().equals(Optional.of(bench.script.accepted.id())),
                    "ACCEPTED with the id " + bench.script.accepted.id(),
                    outcome);
        });
    }

    private DynamicTest look(String name, @Nullable Object body) {
        return dynamicTest(name, () -> {
            VendorState state = bench.look(Answer.ok(Json.write(body)));
            Check.expect(
                    state.phase() == Phase.SUCCEEDED
                            && state.outputs().size()
                                    == bench.script.finished.get(0).links().size(),
                    "SUCCEEDED with its outputs",
                    state + " with " + state.outputs());
        });
    }

    /** A finished job's answer with one value of another kind: read or refused, but never a failure that nobody told. */
    private Stream<DynamicTest> oddValues(@Nullable Object done, String name) {
        List<@Nullable Object> odd = new ArrayList<>(List.of(7, "x", true, Map.of(), List.of(), List.of(Map.of())));
        odd.add(null);
        return odd.stream()
                .map(value -> dynamicTest("a look's answer with " + Json.write(value) + " as " + name, () -> {
                    Object came = Check.typed(() -> bench.look(Answer.ok(Json.write(with(done, name, value)))));
                    boolean open = came instanceof VendorState state && !isFailure(state);
                    Check.expect(
                            open || came instanceof VideoJobException,
                            "a state that isn't worse than a lost result, or a VideoJobException",
                            came);
                }));
    }

    private static boolean isFailure(VendorState state) {
        return state.phase() == Phase.CANCELED
                || (state.phase() == Phase.FAILED && !state.failure().equals(Optional.of(FailureReason.RESULT_LOST)));
    }

    private static Stream<String> names(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map.keySet().stream().map(String::valueOf) : Stream.empty();
    }

    private static Object with(@Nullable Object tree, String name, @Nullable Object value) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>((Map<?, ?>) tree);
        copy.put(name, value);
        return copy;
    }

    private static @Nullable Object numbersAsTexts(@Nullable Object tree) {
        return Json.leaves(tree, leaf -> leaf instanceof BigDecimal number ? number.toPlainString() : leaf);
    }

    private static @Nullable Object withMore(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> more = new LinkedHashMap<>();
            more.put("contract_made_this_up", List.of(Map.of("a", 1), "b"));
            map.forEach((name, value) -> more.put(name, withMore(value)));
            more.put("contract_made_this_up_too", null);
            return more;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(HarmlessChanges::withMore).toList();
        }
        return tree;
    }
}
