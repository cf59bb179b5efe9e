package io.videojob.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSandboxClockTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final ManualSandboxClock clock = new ManualSandboxClock(START);
    private final List<String> done = new ArrayList<>();

    private void at(int seconds, String name) {
        clock.at(
                START.plusSeconds(seconds),
                () -> done.add(
                        name + " at " + Duration.between(START, clock.now()).toSeconds()));
    }

    @Test
    void tasksRunInOrderAndSeeTheirOwnTime() {
        at(20, "second");
        at(10, "first");
        at(20, "third");
        clock.advance(Duration.ofSeconds(15));
        assertThat(done).containsExactly("first at 10");
        clock.advance(Duration.ofHours(1));
        assertThat(done).containsExactly("first at 10", "second at 20", "third at 20");
        assertThat(clock.now()).isEqualTo(START.plusSeconds(3615));
    }

    @Test
    void aTaskThatSetsAnotherHasItRunInTheSameStep() {
        clock.at(START.plusSeconds(5), () -> at(6, "next"));
        clock.advance(Duration.ofSeconds(10));
        assertThat(done).containsExactly("next at 6");
    }

    @Test
    void aTaskThatIsDueRunsAtOnceAndACancelledOneNever() {
        at(0, "now");
        clock.at(START.plusSeconds(5), () -> done.add("never")).cancel();
        clock.advance(Duration.ofSeconds(10));
        assertThat(done).containsExactly("now at 0");
    }
}
