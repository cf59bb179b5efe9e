package io.videojob.newvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobFailedException;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import io.videojob.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third vendor needs an adapter, a line in {@code META-INF/services} and a setting; nothing else knows of it. */
class NewVendorTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final VideoRequest REQUEST = VideoRequest.builder("kling-o1/image-to-video")
            .prompt("@Image1 learns to fly")
            .firstFrame("https://example.com/raccoon.png")
            .build();

    private Studio studio;
    private VideoJobs jobs;

    @BeforeEach
    void open() throws IOException {
        studio = new Studio();
        Properties settings = new Properties();
        settings.setProperty("videojob.route", "acme");
        settings.setProperty("videojob.provider.acme.api-key", Studio.TICKET);
        settings.setProperty("videojob.provider.acme.base-url", studio.url());
        settings.setProperty("videojob.poll.interval", "20ms");
        jobs = VideoJobs.builder().config(settings).environment(name -> null).build();
    }

    @AfterEach
    void close() {
        jobs.close();
        studio.close();
    }

    @Test
    void aJobIsOrderedInTheVendorsWordsWatchedAndDelivered(@TempDir Path folder) throws Exception {
        VideoResult result = jobs.submit(REQUEST).await(LONG);

        assertThat(studio.orders).hasSize(1);
        assertThat(Json.at(studio.orders.get(0), "style")).isEqualTo("flipbook-9");
        assertThat(Json.at(studio.orders.get(0), "script"))
                .isEqualTo(Map.of(
                        "story", "<picture 1> learns to fly",
                        "opening", "https://example.com/raccoon.png",
                        "length", "5s"));
        assertThat(result.job().vendorRef()).contains(VendorRef.parse("acme:41"));
        assertThat(result.job().vendorStatus()).contains("in the can");
        assertThat(result.saveTo(folder.resolve("film.mp4")).file()).hasContent(Studio.REEL);
    }

    @Test
    void aLostAnswersJobIsFoundByItsReferenceAndOrderedOnce() throws Exception {
        studio.losesAnswers();

        VideoResult result = jobs.submit(REQUEST).await(LONG);

        assertThat(result.job().vendorRef()).contains(VendorRef.parse("acme:41"));
        assertThat(studio.orders).hasSize(1);
    }

    @Test
    void aLostAnswersJobThatCanNotBeLookedForStaysUncertainAndIsOrderedOnce() {
        studio.losesAnswers();
        studio.closesItsArchive();

        VideoJob job = jobs.submit(REQUEST);

        Awaitility.await().atMost(LONG).until(() -> studio.searches.get() >= 2);
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(job.snapshot().attempt().orElseThrow().billing()).isEqualTo(Billing.UNKNOWN);
        assertThat(studio.orders).hasSize(1);
    }

    @Test
    void aFailureIsToldInTheVendorsWords() {
        studio.spoils("The script is indecent.");

        VideoJob job = jobs.submit(REQUEST);

        assertThatExceptionOfType(JobFailedException.class)
                .isThrownBy(() -> job.await(LONG))
                .withMessageContaining("The script is indecent.")
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo(FailureReason.CONTENT_REJECTED));
    }
}
