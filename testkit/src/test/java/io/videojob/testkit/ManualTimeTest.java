package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final ManualTime time = new ManualTime();
    private final List<String> done = new ArrayList<>();

    @Test
    void whatComesDueIsDoneInOrderAndAtItsTime() {
        time.schedule(Duration.ofHours(2), () -> done.add("second at " + time.now()));
        time.schedule(Duration.ofHours(1), () -> {
            done.add("first at " + time.now());
            time.workers().execute(() -> done.add("and more"));
        });
        time.schedule(Duration.ofHours(4), () -> done.add("never"));

        time.advance(Duration.ofHours(3));

        assertThat(done).containsExactly("first at 2026-01-01T01:00:00Z", "and more", "second at 2026-01-01T02:00:00Z");
        assertThat(time.now()).isEqualTo(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(Duration.ofNanos(time.nanoTime())).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whatWasDroppedIsNotDone() {
        Timing.Scheduled task = time.schedule(Duration.ofSeconds(1), () -> done.add("dropped"));
        task.cancel();
        time.schedule(Duration.ofSeconds(1), () -> done.add("closed"));
        time.close();

        time.advance(Duration.ofMinutes(1));

        assertThat(done).isEmpty();
    }

    @Test
    void whoWaitsLetsTimePassUntilThereIsWork() throws Exception {
        time.schedule(Duration.ofMinutes(10), () -> done.add("work"));
        Object monitor = new Object();

        synchronized (monitor) {
            time.waitOn(monitor, Duration.ofMinutes(1).toNanos());
            assertThat(done).isEmpty();
            time.waitOn(monitor, Duration.ofHours(1).toNanos());
        }

        assertThat(done).containsExactly("work");
        assertThat(time.now()).isEqualTo(Instant.parse("2026-01-01T00:10:00Z"));
    }

    @Test
    void workIsHandedOverAndNotDoneAtOnce() {
        time.workers().execute(() -> done.add("work"));
        assertThat(done).isEmpty();

        time.run();

        assertThat(done).containsExactly("work");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void randomnessIsTheSameForTheSameSeed() {
        assertThat(new ManualTime(7).random().nextLong())
                .isEqualTo(new ManualTime(7).random().nextLong())
                .isNotEqualTo(new ManualTime(8).random().nextLong());
    }
}
