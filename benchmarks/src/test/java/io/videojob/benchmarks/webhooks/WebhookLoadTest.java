package io.videojob.benchmarks.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs, and tells; how fast it is depends on the machine. */
class WebhookLoadTest {
    @Test
    void aSmallLoadIsTakenWhole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        WebhookLoad.Outcome outcome = WebhookLoad.run(
                Choice.of(List.of("--jobs", "10", "--rate", "100", "--seconds", "1", "--warm-up", "0")),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(outcome.isRight()).as(out.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("10 of them forged, over 10 jobs");
    }

    @Test
    void whatItDoesNotKnowIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.of(List.of("--jbos", "10")))
                .withMessageContaining("--jobs");
    }
}
