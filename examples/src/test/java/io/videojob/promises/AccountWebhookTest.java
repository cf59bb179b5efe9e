package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.JobScript;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs that another program made at the vendor, with this program's address and a secret that both know. */
class AccountWebhookTest extends AtHook {
    private static final String SECRET = "what-both-programs-know";

    private final HttpClient other = HttpClient.newHttpClient();

    private VideoJobs open() {
        return hook.open(world, VENDOR, NO_LOOKS, "videojob.provider.eachlabs.webhook-secret = newer, " + SECRET);
    }

    /** The other program's create; gives the vendor's id. */
    private String create(String secret) throws Exception {
        vendor().nextJob(JobScript.success().hold());
        String address = hook.settings()[0].split("=", 2)[1].strip() + "/eachlabs";
        String body =
                "{\"model\":\"kling-o1-reference-image-to-video\",\"version\":\"0.0.1\",\"webhook_url\":\"" + address
                        + "\",\"webhook_secret\":\"" + secret + "\",\"input\":{\"prompt\":\"a raccoon\","
                        + "\"image_urls\":[\"https://example.com/raccoon.png\"]}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(vendor().baseUrl() + "/v1/prediction"))
                .header("X-API-Key", vendor().key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(other.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        List<io.videojob.sandbox.report.JobView> made = vendor().jobs();
        return made.get(made.size() - 1).id();
    }

    @Test
    void itsWebhookEndsTheWaitOfWhoeverAttached() throws Exception {
        VideoJobs jobs = open();
        String id = create(SECRET);
        VideoJob job = jobs.attach(VendorRef.of("eachlabs", id));
        World.until("the first look", () -> vendor().looks() >= 2);

        vendor().finish(id);

        world.assertDelivered(job);
    }

    /** Nobody attached to it yet, and perhaps nobody ever will. */
    @Test
    void oneOfAJobThatNobodyKnowsIsTakenAndDoesNothing() throws Exception {
        open();
        String id = create(SECRET);

        assertThat(vendor().sendWebhookNow(id)).isEqualTo(200);

        assertThat(vendor().looks()).isZero();
    }

    @Test
    void oneThatIsSignedByOthersIsRefused() throws Exception {
        open();

        assertThat(vendor().sendWebhookNow(create("guessed"))).isEqualTo(400);
        assertThat(vendor().webhookAttempts())
                .extracting(WebhookAttempt::status)
                .containsOnly(400);
    }
}
