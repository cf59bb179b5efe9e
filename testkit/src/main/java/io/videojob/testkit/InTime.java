package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.Listing;
import io.videojob.VideoJobException;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VideoProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** An exchange ends within its timeout, however long the vendor takes. */
final class InTime {
    private final Bench bench;

    InTime(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        return Stream.of(Reply.Way.SILENT_FOR_EVER, Reply.Way.DRIPPING)
                .flatMap(way -> Stream.concat(
                        Stream.of(dynamicTest("a create at a vendor that is " + way, () -> create(way))),
                        others().entrySet().stream()
                                .map(other -> dynamicTest(
                                        other.getKey() + " at a vendor that is " + way,
                                        () -> ends(other.getKey(), other.getValue(), way)))));
    }

    private void create(Reply.Way way) throws Exception {
        bench.answers(Reply.of(bench.script.accepted.answer(), way));
        Submission hurried =
                bench.submission(bench.sample()).timeout(Bench.HURRIED).build();
        SubmitOutcome outcome = Check.within(
                Bench.GRACE,
                "a create ends within its timeout, " + Bench.HURRIED,
                () -> bench.provider.submit(hurried));
        Check.expect(outcome.kind() == SubmitOutcome.Kind.UNCERTAIN, "UNCERTAIN", outcome);
    }

    private Map<String, Function<VideoProvider, Object>> others() {
        Map<String, Function<VideoProvider, Object>> all = new LinkedHashMap<>();
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

    private void ends(String name, Function<VideoProvider, Object> exchange, Reply.Way way) throws Exception {
        VideoProvider hurried = bench.another(bench.settings().withTimeouts(Bench.HURRIED, Bench.HURRIED));
        bench.answers(Reply.of(bench.finished(), way));
        Object came = Check.within(
                Bench.GRACE,
                name + " ends within its timeout, " + Bench.HURRIED,
                () -> Check.typed(() -> exchange.apply(hurried)));
        Check.expect(saysThatNothingCame(came), "a VideoJobException, or that it can't be told", came);
    }

    private static boolean saysThatNothingCame(Object came) {
        return came instanceof VideoJobException
                || (came instanceof CancelOutcome outcome && outcome.kind() == CancelOutcome.Kind.UNKNOWN)
                || (came instanceof Lookup lookup && lookup.kind() == Lookup.Kind.CAN_NOT_TELL);
    }
}
