package io.videojob.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(EachlabsSandbox vendor) {
        return Caller.of(vendor).post("/v1/prediction", Json.write(Samples.eachlabs()));
    }

    @Test
    void theEleventhJobInFlightIsRefusedUntilOneEnds(EachlabsSandbox vendor) {
        vendor.nextJob(JobScript.success().hold());
        for (int i = 0; i < 10; i++) {
            assertThat(create(vendor).status()).isEqualTo(200);
        }
        Reply refused = create(vendor);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("status")).isEqualTo(429L);
        assertThat(refused.string("details")).contains("limited to 10 concurrent executions");
        assertThat(vendor.creates())
                .hasSize(11)
                .last()
                .extracting(Create::status)
                .isEqualTo(429);

        vendor.finish(vendor.jobs().get(0).id());
        assertThat(create(vendor).status()).isEqualTo(200);
        assertThat(vendor.mostInFlight()).isEqualTo(10);
        assertThat(vendor.tooManyRequests()).isEqualTo(1);
        assertThat(vendor.jobs()).hasSize(11);
    }

    @Test
    void aJobThatEndsByItselfGivesItsPlaceBack(EachlabsSandbox vendor) {
        vendor.limits(Limits.of(0, 1));
        create(vendor);
        assertThat(create(vendor).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(3));
        assertThat(create(vendor).status()).isEqualTo(200);
    }

    @Test
    void anyMinuteHoldsAHundredCreatesAlsoAcrossTheFullMinute(EachlabsSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        clock.advance(Duration.ofSeconds(50));
        for (int i = 0; i < 60; i++) {
            create(vendor);
        }
        clock.advance(Duration.ofSeconds(20));
        for (int i = 0; i < 40; i++) {
            assertThat(create(vendor).status()).isEqualTo(200);
        }
        Reply refused = create(vendor);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.string("details")).isEqualTo("too many executions were started at once");

        clock.advance(Duration.ofMillis(39_999));
        assertThat(create(vendor).status()).isEqualTo(429);
        clock.advance(Duration.ofMillis(1));
        for (int i = 0; i < 60; i++) {
            assertThat(create(vendor).status()).isEqualTo(200);
        }
        assertThat(create(vendor).status()).isEqualTo(429);
    }

    @Test
    void atSpeedTheMinuteIsShorterForTheLimitsAndTheJobsAlike() {
        try (Sandbox sandbox = Sandbox.builder().clock(clock).speed(60).start()) {
            EachlabsSandbox vendor = sandbox.eachlabs();
            vendor.limits(Limits.of(1, 0));
            String id = Samples.create(vendor);
            clock.advance(Duration.ofMillis(999));
            assertThat(create(vendor).status()).isEqualTo(429);
            clock.advance(Duration.ofMillis(1));
            assertThat(create(vendor).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(2));
            Reply done = Caller.of(vendor).get("/v1/prediction/" + id);
            assertThat(done.string("status")).isEqualTo("success");
            assertThat(done.string("metrics", "predict_time")).isEqualTo("180.000");
        }
    }
}
