package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.internal.driver.LocalDriver;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.Admission;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobEngine;
import io.videojob.spi.JobJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DriverTest {
    private final ManualTime time = new ManualTime(7);
    private LocalDriver driver;
    private boolean swept;

    /** The journal is closed right behind the driver: a sweep must not read it then. */
    @Test
    void closingWaitsForASweepThatIsUnderWay() {
        driver = new LocalDriver(
                DriverSettings.of(time, Duration.ofSeconds(5), Duration.ofSeconds(70), this::closeMeanwhile));
        driver.start(new Idle(new MemoryJournal()));
        time.run();

        assertThat(swept).isTrue();
        driver.close();
    }

    private void closeMeanwhile() {
        // manual time refuses whoever waits
        Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> driver.close())
                .withMessageContaining("nobody may block");
        swept = true;
    }

    /** Has nothing to do. */
    private record Idle(JobJournal journal) implements JobEngine {
        @Override
        public Optional<Instant> step(JobId id) {
            return Optional.empty();
        }

        @Override
        public Admission admit(String provider) {
            return Admission.nobodyWaits();
        }
    }
}
