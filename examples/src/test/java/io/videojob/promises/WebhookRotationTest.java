package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.JobScript;
import org.junit.jupiter.api.Test;

/** Secrets change while jobs are under way, and the program is started anew. Only webhooks can have ended these jobs. */
class WebhookRotationTest extends AtHook {
    private static final String OLD = "videojob.webhook.secret = old-random-text";
    private static final String BOTH = "videojob.webhook.secret = new-random-text, old-random-text";
    private static final String NEW = "videojob.webhook.secret = new-random-text";

    private VideoJob submit(VideoJobs jobs) {
        VideoJob job = jobs.submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        return job;
    }

    private String lastMade() {
        return vendor().jobs().get(vendor().jobs().size() - 1).id();
    }

    private VideoJob again(VideoJobs jobs, VideoJob job) {
        return jobs.find(job.id()).orElseThrow();
    }

    @Test
    void noDeliveryIsLostWhileSecretsRotate() throws Exception {
        vendor().everyJob(JobScript.success().hold());
        VideoJob first;
        try (VideoJobs before = hook.open(world, VENDOR, NO_LOOKS, world.journal(), OLD)) {
            first = submit(before);
        }
        String firstId = lastMade();

        VideoJob second;
        String secondId;
        try (VideoJobs between = hook.open(world, VENDOR, NO_LOOKS, world.journal(), BOTH)) {
            second = submit(between);
            secondId = lastMade();
            vendor().finish(firstId);
            world.assertDelivered(again(between, first));
        }

        VideoJobs after = hook.open(world, VENDOR, NO_LOOKS, world.journal(), NEW);
        vendor().finish(secondId);
        world.assertDelivered(again(after, second));
        assertThat(vendor().webhookAttempts()).hasSize(2).allMatch(WebhookAttempt::acknowledged);
    }

    @Test
    void whatTheOldSecretMadeIsRefusedOnceItIsGone() throws Exception {
        vendor().everyJob(JobScript.success().hold());
        try (VideoJobs before = hook.open(world, VENDOR, NO_LOOKS, world.journal(), OLD)) {
            submit(before);
        }
        hook.open(world, VENDOR, NO_LOOKS, world.journal(), NEW);

        vendor().finish(lastMade());
        World.until("the vendor to give up", () -> vendor().webhookAttempts().size() == 3);

        assertThat(vendor().webhookAttempts())
                .extracting(WebhookAttempt::status)
                .containsOnly(400);
    }
}
