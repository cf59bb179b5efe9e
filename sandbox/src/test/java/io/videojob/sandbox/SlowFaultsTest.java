package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that take their time, or never end by themselves. */
class SlowFaultsTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(AimlApiSandbox vendor) {
        return Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
    }

    @Test
    void aDelayedRequestWaitsForItsTime(AimlApiSandbox vendor) throws InterruptedException {
        vendor.on(Operation.CREATE, Fault.delay(Duration.ofSeconds(30)));
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> create(vendor));
        clock.awaitTasks(1);
        assertThat(vendor.jobs()).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(reply.join().status()).isEqualTo(200);
    }

    @Test
    void aDelayAfterTheWorkMakesOnlyTheAnswerLate(AimlApiSandbox vendor) throws InterruptedException {
        vendor.on(Operation.CREATE, Fault.delay(Duration.ofSeconds(30)).afterWork());
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> create(vendor));
        clock.awaitTasks(2); // the job's end, and the answer
        assertThat(vendor.jobs()).hasSize(1);
        assertThat(reply).isNotDone();
        clock.advance(Duration.ofSeconds(30));
        assertThat(reply.join().status()).isEqualTo(200);
    }

    @Test
    void aHangingRequestEndsWhenItIsReleasedOrItsTimeIsUp(AimlApiSandbox vendor) throws Exception {
        vendor.on(
                Operation.CREATE,
                Fault.hang(Duration.ofSeconds(10)),
                Fault.hang().afterWork());
        CompletableFuture<Reply> bounded = CompletableFuture.supplyAsync(() -> create(vendor));
        clock.awaitTasks(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(bounded).failsWithin(Duration.ofSeconds(10));
        assertThat(vendor.jobs()).isEmpty();

        CompletableFuture<Reply> endless = CompletableFuture.supplyAsync(() -> create(vendor));
        clock.awaitTasks(1); // the job's end: the work is done
        assertThat(endless).isNotDone();
        vendor.release();
        assertThat(endless).failsWithin(Duration.ofSeconds(10));
        assertThat(vendor.jobs()).hasSize(1);
    }

    @Test
    void aBodyCanStopInItsMiddle(AimlApiSandbox vendor) throws IOException {
        vendor.on(Operation.LOOK, Fault.hangInBody());
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            raw.send("GET " + AIMLAPI_VIDEOS + "?generation_id=x HTTP/1.1\r\nHost: x\r\n\r\n");
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return raw.readAll();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (vendor.looks() == 0) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();
            vendor.release();
            assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
        }
    }
}
