package io.videojob.spi.contract;

import io.videojob.spi.JobJournal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random histories: every admission is the one that the plain rules give, and no window ever held too many sends. */
public abstract class AdmissionReplayContract {

    /** Something that happens; says in words what, so that a failure can be read. */
    public record Event(String words, Consumer<AdmissionReplay> happens) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** An empty journal. */
    protected abstract JobJournal open() throws Exception;

    @Property
    void admissionFollowsThePlainRules(@ForAll("histories") List<Event> history) throws Exception {
        try (JobJournal journal = open()) {
            AdmissionReplay replay = new AdmissionReplay(journal);
            history.forEach(event -> event.happens.accept(replay));
            replay.assertNoWindowHeldTooMany();
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, arrivals()),
                        Tuple.of(5, admissions()),
                        Tuple.of(3, passing()),
                        Tuple.of(3, answers()),
                        Tuple.of(1, neverLeft()),
                        Tuple.of(2, settlements()),
                        Tuple.of(1, refusals()),
                        Tuple.of(1, moves()),
                        Tuple.of(1, Arbitraries.just(new Event("count", AdmissionReplay::count))))
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    private static Arbitrary<Event> arrivals() {
        Arbitrary<BigDecimal> wanted =
                Arbitraries.of("0", "0.5", "1", "2.25", "3", "11").map(BigDecimal::new);
        return Combinators.combine(providers(), wanted, Arbitraries.integers().between(0, 5))
                .as((provider, usd, ago) -> new Event(
                        "arrive at " + provider + " with " + usd + ", there since " + ago + " s",
                        replay -> replay.arrive(provider, usd, ago)));
    }

    private static Arbitrary<Event> admissions() {
        return providers().map(provider -> new Event("admit at " + provider, replay -> replay.admit(provider)));
    }

    private static Arbitrary<Event> passing() {
        Arbitrary<Long> seconds = Arbitraries.of(1L, 1L, 2L, 3L, 5L, 7L, 10L, 30L);
        Arbitrary<Long> nanos = Arbitraries.of(0L, 0L, 1_000L, -1_000L, 500_000_000L);
        return Combinators.combine(seconds, nanos).as((s, n) -> {
            Duration time = Duration.ofSeconds(s).plusNanos(n);
            return new Event("pass " + time, replay -> replay.pass(time));
        });
    }

    private static Arbitrary<Event> answers() {
        return Combinators.combine(indexes(), Arbitraries.doubles().between(0, 1))
                .as((which, between) ->
                        new Event("answer " + which + " seen at " + between, replay -> replay.answer(which, between)));
    }

    private static Arbitrary<Event> neverLeft() {
        return indexes().map(which -> new Event("never left " + which, replay -> replay.neverLeft(which)));
    }

    private static Arbitrary<Event> settlements() {
        Arbitrary<BigDecimal> spent = Arbitraries.of("0", "0.4", "2.25", "4").map(BigDecimal::new);
        return Combinators.combine(indexes(), spent, Arbitraries.of(0, 0, 4, 20))
                .as((which, usd, slot) -> new Event(
                        "settle " + which + " for " + usd + ", slot " + slot + " s",
                        replay -> replay.settle(which, usd, slot)));
    }

    private static Arbitrary<Event> refusals() {
        return indexes().map(which -> new Event("refuse " + which, replay -> replay.backToLine(which)));
    }

    private static Arbitrary<Event> moves() {
        Arbitrary<BigDecimal> spent = Arbitraries.of("0", "0.4", "3").map(BigDecimal::new);
        return Combinators.combine(indexes(), spent, providers())
                .as((which, usd, provider) -> new Event(
                        "move " + which + " on to " + provider + " after " + usd,
                        replay -> replay.moveOn(which, usd, provider)));
    }

    private static Arbitrary<String> providers() {
        return Arbitraries.of("acme", "acme", "acme", "other");
    }

    private static Arbitrary<Integer> indexes() {
        return Arbitraries.integers().between(0, 20);
    }
}
