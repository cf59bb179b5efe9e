package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.Billing;
import io.videojob.ConfigurationException;
import io.videojob.FailureReason;
import io.videojob.JobCanceledException;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.StillRunningException;
import io.videojob.SubmissionUncertainException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How users test their programs: a vendor that does as it is told, and hours that take no time. */
class FakeProviderTest {
    private static final VideoRequest REQUEST =
            VideoRequest.builder("atelier:video").prompt("a raccoon").build();

    private final ManualTime time = new ManualTime();
    private final FakeProvider atelier = new FakeProvider("atelier", time).runsFor(Duration.ofMinutes(3));
    private final VideoJobs jobs = VideoJobs.builder()
            .provider(atelier)
            .timing(time)
            .environment(name -> null)
            .build();

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aProgramIsTestedWithoutAVendorAndWithoutWaiting(@TempDir Path folder) throws Exception {
        atelier.nextJobFails(FailureReason.CONTENT_REJECTED, Billing.NOT_BILLED);

        Path saved = new Trailer(jobs).make(folder);

        assertThat(saved).isNotEmptyFile();
        assertThat(atelier.creates().get(1).body()).containsEntry("prompt", "a raccoon visits a bank");
        assertThat(atelier.made()).isEqualTo(2);
        assertThat(time.now()).isAfter(Instant.parse("2026-01-01T00:06:00Z"));
    }

    @Test
    void aLostAnswersJobIsFoundAndNotMadeTwice() throws Exception {
        atelier.losesNextAnswer();

        jobs.submit(REQUEST).await(Duration.ofHours(1));

        assertThat(atelier.made()).isEqualTo(1);
        assertThat(atelier.creates()).hasSize(1);
    }

    @Test
    void aLostRequestThatNobodyCanLookForIsParked() {
        atelier.losesNextRequest().cannotLookUp();

        VideoJob job = jobs.submit(REQUEST);

        assertThatExceptionOfType(SubmissionUncertainException.class).isThrownBy(() -> job.await(Duration.ofHours(24)));
        assertThat(atelier.made()).isZero();
        assertThat(atelier.creates()).hasSize(1);
    }

    @Test
    void whatAnotherProgramMadeIsListedAndCanBeAdopted(@TempDir Path folder) throws Exception {
        try (VideoJobs others = VideoJobs.builder()
                .provider(atelier)
                .timing(time)
                .environment(name -> null)
                .build()) {
            others.submit(REQUEST).await(Duration.ofHours(1));
        }

        assertThat(jobs.orphans(Duration.ofHours(24)).found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.model()).contains("video");
            jobs.attach(orphan.reference()).await(Duration.ofHours(1)).saveAll(folder);
        });
        assertThat(jobs.orphans(Duration.ofHours(24)).found()).isEmpty();
    }

    @Test
    void aRefusalThatMayPassIsTriedAgain() throws Exception {
        atelier.refusesNext(RefusalReason.RATE_LIMITED)
                .cannotBeReachedNext()
                .refusesNextLook(RefusalReason.UNAVAILABLE);

        jobs.submit(REQUEST).await(Duration.ofHours(1));

        assertThat(atelier.creates()).hasSize(3);
        assertThat(atelier.made()).isEqualTo(1);
        assertThat(atelier.looks()).isGreaterThan(1);
    }

    @Test
    void timePassesOnlyWhenItIsTold() throws Exception {
        VideoJob job = jobs.submit(REQUEST);

        time.advance(Duration.ofMinutes(1));
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.RUNNING);
        assertThatExceptionOfType(StillRunningException.class).isThrownBy(() -> job.await(Duration.ofMinutes(1)));
        assertThat(time.now()).isEqualTo(Instant.parse("2026-01-01T00:02:00Z"));

        time.advance(Duration.ofMinutes(5));
        assertThat(job.completion()).isCompleted();
    }

    @Test
    void aJobThatIsCanceledEndsSo() {
        VideoJob job = jobs.submit(REQUEST);
        time.advance(Duration.ofSeconds(30));

        job.cancel();

        assertThatExceptionOfType(JobCanceledException.class).isThrownBy(() -> job.await(Duration.ofMinutes(30)));
    }

    @Test
    void aFamilyIsServedWhenItIsAskedFor() throws Exception {
        ManualTime ownTime = new ManualTime();
        FakeProvider other = new FakeProvider("other", ownTime).serving("kling-o1/image-to-video");
        other.nextJobMakes("https://results.example/1.mp4", "https://results.example/2.mp4");
        try (VideoJobs own = VideoJobs.builder()
                .provider(other)
                .timing(ownTime)
                .environment(name -> null)
                .build()) {
            VideoJob job = own.submit(VideoRequest.builder("kling-o1/image-to-video")
                    .prompt("@Image1 learns to fly")
                    .firstFrame("https://example.com/raccoon.png")
                    .build());

            assertThat(job.await(Duration.ofMinutes(10)).outputs()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atelier", "my:atelier", "my.atelier", "my atelier", "-atelier", ""})
    void aNameThatSettingsAndReferencesCouldNotHoldIsRefused(String name) {
        VideoJobs.Builder builder = VideoJobs.builder();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder.provider(new FakeProvider(name, time)))
                .withMessageContaining("\"" + name + "\"")
                .withMessageContaining("a-z, 0-9 and -");
    }
}
