package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Cancellation;
import io.videojob.JobCanceledException;
import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.StillRunningException;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.spi.CancelOutcome;
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

    @Test
    void pastItsDeadlineAJobIsParkedAndWhoWaitsAgainGoesOnLooking() {
        north.run = Duration.ofHours(3);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(2));
        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(Views.failure(bench.record(id))).isInstanceOf(StillRunningException.class);
        int looks = north.looks;
        bench.time.advance(Duration.ofMinutes(30));
        assertThat(north.looks).isEqualTo(looks);

        bench.jobs.resume(id, bench.time.now().plus(Duration.ofHours(1)));
        bench.time.advance(Duration.ofMinutes(50));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aCanceledJobThatWasNeverSentIsOverAtOnce() {
        Bench slow = new Bench("north");
        slow.limits.put("north", Bench.limits(1, null, null));
        slow.start();
        slow.submit("first");
        JobId second = slow.submit("second");
        assertThat(slow.status(second)).isEqualTo(JobStatus.WAITING);
        slow.jobs.cancel(second);

        assertThat(Views.failure(slow.record(second))).isInstanceOf(JobCanceledException.class);
        assertThat(slow.record(second).cancellation).isEqualTo(Cancellation.NOTHING_SENT);
        assertThat(slow.vendor("north").creates).hasSize(1);
    }

    @Test
    void aCancelThatComesTooLateChangesNothing() {
        north.cancelAnswer = CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, VendorAnswer.nothing());
        JobId id = bench.submit();
        bench.jobs.cancel(id);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.TOO_LATE);
    }

    @Test
    void aJobFromElsewhereIsAttachedToByItsReference() {
        JobId id = bench.submit();
        VendorRef reference = VendorRef.of("north", "north/1:x");
        assertThat(bench.jobs.attach(reference, Duration.ofHours(1)).id).isEqualTo(id);

        Bench elsewhere = new Bench("north");
        elsewhere.vendor("north").jobs.putAll(north.jobs);
        elsewhere.start();
        JobId attached = elsewhere.jobs.attach(reference, Duration.ofHours(1)).id;
        elsewhere.time.advance(Duration.ofMinutes(5));
        assertThat(elsewhere.status(attached)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(elsewhere.vendor("north").creates).isEmpty();
    }

    @Test
    void aReferenceThatTheVendorDoesNotKnowIsRefusedAndNothingIsKept() {
        VendorRef mistyped = VendorRef.of("north", "mistyped");

        assertThatThrownBy(() -> bench.jobs.attach(mistyped, Duration.ofHours(1)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("mistyped");

        assertThat(bench.jobs.list(JobFilter.all())).isEmpty();
        assertThat(north.looks).isEqualTo(1);
    }
}
