package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.atelier.Atelier;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WebhookSigningTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final WebhookSigning SIGNING = WebhookSigning.hmacSha256("Atelier-Seal", "Atelier-Sealed-At", "v1=");
    private static final String DONE = "{\"number\":\"41\",\"stage\":\"in the can\"}";

    /** By a known vector: {@code printf '1767225600.{}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void theSignatureIsAnHmacOverTheTimeAndTheBody() {
        assertThat(SIGNING.headers("{}".getBytes(UTF_8), "secret", NOW))
                .containsEntry("Atelier-Sealed-At", "1767225600")
                .containsEntry("Atelier-Seal", "v1=fa7eaa06bf97d7815f3f456e97cde70c9e50cb005f01660c8d10b10c21964887");
    }

    @Test
    void aDeliverySignedForATestIsBelieved() {
        WebhookDelivery delivery = SIGNING.signForTest("/hooks/token", DONE, "secret", NOW);
        try (Atelier atelier = Atelier.builder().apiKey("ticket-4711").build()) {
            WebhookEvent event = atelier.parseWebhook(
                    delivery, WebhookKeys.of(List.of("secret"), NOW.plusSeconds(60), Duration.ofMinutes(5)));

            assertThat(event.isSigned()).isTrue();
            assertThat(event.vendorJobId()).isEqualTo("41");
            assertThat(delivery.token()).isEqualTo("token");
        }
    }

    /** A user's endpoint hands deliveries to the library: a good one wakes the job, another is refused. */
    @Test
    void aProgramsEndpointIsTestedWithADeliveryThatTheLibraryBelieves() throws Exception {
        ManualTime time = new ManualTime();
        AtomicReference<Submission> sent = new AtomicReference<>();
        AtomicInteger looks = new AtomicInteger();
        Bent atelier = new Bent(Atelier.builder().apiKey("ticket-4711").build()) {
            @Override
            public SubmitOutcome submit(Submission submission) {
                sent.set(submission);
                return SubmitOutcome.accepted(
                        "41", VendorState.builder(Phase.QUEUED, "on the shelf").build());
            }

            @Override
            public VendorState fetch(String vendorJobId) {
                looks.incrementAndGet();
                return VendorState.builder(Phase.RUNNING, "drawing").build();
            }
        };
        try (VideoJobs jobs = jobs(atelier, time)) {
            VideoJob job = jobs.submit(VideoRequest.builder("atelier:flipbook-9")
                    .prompt("a raccoon")
                    .firstFrame("https://example.com/raccoon.png")
                    .build());
            time.run();
            assertThat(job.snapshot().vendorRef()).isPresent();
            String path = sent.get().webhookUrl().orElseThrow().getPath();
            String secret = sent.get().webhookSecret().orElseThrow();
            int before = looks.get();

            assertThat(jobs.webhooks()
                            .receive(SIGNING.signForTest(path, DONE, secret, time.now()))
                            .status())
                    .isEqualTo(200);
            time.run();

            assertThat(looks.get()).isGreaterThan(before);
            WebhookDelivery forged = SIGNING.signForTest(path, DONE, "another", time.now());
            assertThat(jobs.webhooks().receive(forged).status()).isEqualTo(400);
        }
    }

    private static VideoJobs jobs(Bent provider, ManualTime time) {
        Properties settings = new Properties();
        settings.setProperty("videojob.webhook.public-url", "https://hooks.example.com/videojob");
        settings.setProperty("videojob.webhook.secret", "a-secret-of-at-least-thirty-two-characters");
        return VideoJobs.builder()
                .provider(provider)
                .config(settings)
                .timing(time)
                .environment(name -> null)
                .build();
    }
}
