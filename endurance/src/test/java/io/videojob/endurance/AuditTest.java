package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** It sees what it is for: a second bill, a job that nobody holds, one that its program was told of and that is gone. */
@Tag("slow")
class AuditTest {
    private static final String ROUTE = "aimlapi";

    @Test
    void whatIsPaidTwiceOrLostIsSeen() throws Exception {
        try (World world = World.fast("audit", Store.Kind.SQLITE)) {
            Child child = world.node(ROUTE);
            child.tell("submit film-1-");
            String job = child.await("submitted").split(" ", -1)[0];
            child.await("ended");
            child.end();
            assertThat(world.audit(Map.of(job, "film-1-")).wrong()).isEmpty();

            assertThat(world.audit(Map.of("another", "film-2-")).wrong())
                    .singleElement()
                    .asString()
                    .startsWith("job another is lost");

            sendOnceMore(world.vendor(ROUTE));
            assertThat(world.audit(Map.of(job, "film-1-")).wrong())
                    .singleElement()
                    .asString()
                    .endsWith("still runs");
            world.time().skip(Duration.ofMinutes(1));
            assertThat(world.audit(Map.of(job, "film-1-")).wrong())
                    .hasSize(2)
                    .anyMatch(wrong -> wrong.contains("is lost: held by Optional.empty"))
                    .anyMatch(wrong -> wrong.endsWith("is paid 2 times"));
            world.passed();
        }
    }

    /** The same create again, as a client would that takes it for lost. */
    private static void sendOnceMore(VendorSandbox vendor) throws IOException, InterruptedException {
        ReceivedRequest first = vendor.creates().get(0).request();
        HttpRequest.Builder again = HttpRequest.newBuilder(URI.create(vendor.baseUrl() + first.target()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(first.bytes()));
        first.header("Authorization").ifPresent(key -> again.header("Authorization", key));
        assertThat(HttpClient.newHttpClient()
                        .send(again.build(), BodyHandlers.ofString())
                        .statusCode())
                .isBetween(200, 299);
    }
}
