package io.videojob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.journal.jdbc.TestPostgres;
import io.videojob.sandbox.script.JobScript;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database goes away and comes back. */
@Tag("slow")
class CutOffTest {
    @RegisterExtension
    final Nodes nodes = new Nodes();

    @Test
    void aNodeThatIsCutOffFromTheDatabaseStartsNoExchangeAndGoesOnWhenItIsBack() throws Exception {
        try (TestPostgres server = TestPostgres.start()) {
            nodes.sandbox().eachlabs().everyJob(JobScript.success().hold());
            VideoJobs node = nodes.node(nodes.settings(server.newJournal()));
            List<VideoJob> jobs = IntStream.range(0, 20)
                    .mapToObj(i -> node.submit(Nodes.request("raccoon " + i)))
                    .toList();
            Nodes.until(
                    "all slots to be used",
                    () -> nodes.sandbox().eachlabs().jobs().size() == 10);
            Nodes.until("looks", () -> nodes.sandbox().eachlabs().looks() > 20);

            server.stop();
            nodes.sandbox()
                    .eachlabs()
                    .jobs()
                    .forEach(made -> nodes.sandbox().eachlabs().finish(made.id()));
            int looks = nodes.sandbox().eachlabs().looks();
            // each of the ten may have been about to look when it was cut off; in this time there would be a hundred
            Awaitility.await("no further exchange")
                    .during(Duration.ofSeconds(2))
                    .until(() -> nodes.sandbox().eachlabs().looks() <= looks + 10);
            assertThat(nodes.sandbox().eachlabs().creates()).hasSize(10);
            server.startAgain();

            nodes.sandbox().eachlabs().everyJob(JobScript.success());
            for (VideoJob job : jobs) {
                assertThat(job.await(Nodes.LONG).outputs()).hasSize(1);
            }
            assertThat(nodes.sandbox().bill().jobs()).isEqualTo(20);
            assertThat(nodes.sandbox().eachlabs().mostInFlight()).isEqualTo(10);
        }
    }
}
