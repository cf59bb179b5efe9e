package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.spi.VendorState;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new TransportException("reset", null),
                new ProtocolException("HTML", null, null),
                refusal(RefusalReason.AUTHENTICATION),
                refusal(RefusalReason.NOT_FOUND),
                refusal(RefusalReason.RATE_LIMITED),
                refusal(RefusalReason.UNAVAILABLE),
                new IllegalStateException("a bug of the adapter"));
    }

    private static RuntimeException refusal(RefusalReason reason) {
        return new ProviderException("no", reason, null, VendorAnswer.of(400, "no"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailedLookEndsNoJob(RuntimeException failure) {
        JobId id = bench.submit();
        for (int i = 0; i < 5; i++) {
            north.nextLooks.add(() -> {
                throw failure;
            });
        }
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).trouble).isNull();
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aRefusedKeyIsToldAsTroubleWhileTheStatusStays() {
        JobId id = bench.submit();
        for (int i = 0; i < 3; i++) {
            north.nextLooks.add(() -> {
                throw refusal(RefusalReason.AUTHENTICATION);
            });
        }
        bench.time.advance(Duration.ofSeconds(30));

        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
        assertThat(bench.record(id).trouble.kind()).isEqualTo("authentication");
        assertThat(bench.record(id).trouble.parked()).isFalse();
    }

    @Test
    void anUnknownWordMeansNotFinishedAndIsKept() {
        JobId id = bench.submit();
        north.nextLooks.add(() -> VendorState.builder(VendorState.Phase.RUNNING, "marinating")
                .unknownWord()
                .build());
        bench.time.advance(Duration.ofSeconds(3));

        assertThat(bench.status(id)).isEqualTo(JobStatus.RUNNING);
        assertThat(Views.snapshot(bench.record(id)).vendorStatus()).contains("marinating");
    }
}
