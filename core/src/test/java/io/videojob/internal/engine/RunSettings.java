package io.videojob.internal.engine;

import io.videojob.spi.CancelOutcome;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Throws what does not change within a random run. */
final class RunSettings {
    private RunSettings() {}

    static Arbitrary<RunSetting> settings() {
        Arbitrary<Tuple.Tuple2<Integer, Integer>> sizes = Combinators.combine(
                        Arbitraries.of(1, 2, 2, 3), Arbitraries.of(1, 2, 2))
                .as(Tuple::of);
        Arbitrary<Tuple.Tuple2<Rules.Failover, Rules.Uncertain>> policies = Combinators.combine(
                        Arbitraries.of(Rules.Failover.ON, Rules.Failover.OFF, Rules.Failover.EVEN_IF_BILLED),
                        Arbitraries.of(
                                Rules.Uncertain.ASK,
                                Rules.Uncertain.ASK,
                                Rules.Uncertain.RETRY,
                                Rules.Uncertain.FAILOVER))
                .as(Tuple::of);
        Arbitrary<RunSetting.Caps> caps = Combinators.combine(
                        Arbitraries.of(0, 0, 1, 2, 3),
                        Arbitraries.of(0, 0, 0, 1, 2, 5),
                        Arbitraries.of(0, 0, 0, 4, 8, 20))
                .as(RunSetting.Caps::new);
        return Combinators.combine(
                        sizes,
                        policies,
                        Arbitraries.frequency(
                                Tuple.of(2, RunSetting.Search.NONE),
                                Tuple.of(2, RunSetting.Search.LOG_OF_ENDED),
                                Tuple.of(3, RunSetting.Search.LOG_OF_ALL),
                                Tuple.of(2, RunSetting.Search.LIKENESS)),
                        Arbitraries.of(CancelOutcome.Kind.class),
                        caps,
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true),
                        Arbitraries.longs())
                .as((size, policy, search, cancel, cap, saving, late, dice) -> new RunSetting(
                        size.get1(),
                        size.get2(),
                        policy.get1(),
                        policy.get2(),
                        search,
                        cancel,
                        cap,
                        saving,
                        late,
                        dice));
    }
}
