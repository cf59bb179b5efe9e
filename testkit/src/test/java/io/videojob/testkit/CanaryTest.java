package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class CanaryTest {
    @Test
    void isHeardWhereLoggingGoesToTheConsole() {
        assertThatCode(new Canary("io.videojob.testkit")::isHeard).doesNotThrowAnyException();
    }

    @Test
    void saysWhatToConfigureWhereSlf4jWritesNothingAtDebug() {
        assertThatThrownBy(new Canary("io.videojob.mute")::isHeard)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "can't be judged",
                        "through SLF4J, here by org.slf4j.simple.SimpleLoggerFactory",
                        "org.slf4j.simpleLogger.log.io.videojob.mute=debug in simplelogger.properties");
    }

    @Test
    void missesWhatJavaLoggingKeepsToItself() {
        Logger offside = Logger.getLogger("io.videojob.testkit.offside");
        offside.setLevel(Level.WARNING);
        try {
            assertThatThrownBy(new Canary("io.videojob.testkit.offside")::isHeard)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("through System.Logger");
        } finally {
            offside.setLevel(null);
        }
    }
}
