package io.videojob.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.videojob.ConfigurationException;
import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.journal.jdbc.TestPostgres;
import io.videojob.sandbox.script.JobScript;
import io.videojob.webhook.WebhookDelivery;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes over one journal on a real PostgreSQL, and both vendors on real sockets. */
class ClusterTest {
    @RegisterExtension
    final Nodes nodes = new Nodes();

    private static String journal() throws Exception {
        return TestPostgres.shared().newJournal();
    }

    @Test
    void aJobThatOneNodeTookIsFinishedByAnother() throws Exception {
        Properties settings = nodes.settings(journal());
        nodes.sandbox().eachlabs().everyJob(JobScript.success().hold());
        VideoJobs first = nodes.node(settings);
        VideoJob job = first.submit(Nodes.request("a raccoon"));
        Nodes.until("it to be made", () -> job.snapshot().vendorRef().isPresent());
        first.close();

        VideoJobs second = nodes.node(settings);
        nodes.sandbox()
                .eachlabs()
                .finish(job(second, job).snapshot().vendorRef().orElseThrow().vendorJobId());

        assertThat(job(second, job).await(Nodes.LONG).outputs()).hasSize(1);
        assertThat(nodes.sandbox().bill().jobs()).isEqualTo(1);
    }

    private static VideoJob job(VideoJobs node, VideoJob of) {
        return node.find(of.id()).orElseThrow();
    }

    @Test
    void itIsAwaitedAndListenedToAtAnyNode() throws Exception {
        Properties settings = nodes.settings(journal());
        VideoJob job = nodes.node(settings).submit(Nodes.request("a raccoon"));
        VideoJob elsewhere = job(nodes.node(settings), job);
        List<JobStatus> heard = new CopyOnWriteArrayList<>();

        elsewhere.onChange(now -> heard.add(now.status()));

        assertThat(elsewhere.await(Nodes.LONG).outputs()).hasSize(1);
        Nodes.until("the end to be heard", () -> heard.contains(JobStatus.SUCCEEDED));
    }

    /** Looks are ten minutes apart: in this test only the webhook can tell. */
    @Test
    void aWebhookAtOneNodeEndsTheWaitAtAnother() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Properties settings = nodes.settings(
                journal(),
                "videojob.poll.interval = 10m",
                "videojob.webhook.public-url = http://127.0.0.1:"
                        + server.getAddress().getPort() + "/hook",
                "videojob.webhook.secret = a-long-random-text-for-these-tests");
        VideoJobs receiving = nodes.node(settings);
        server.createContext("/hook", exchange -> {
            receiving
                    .webhooks()
                    .receive(WebhookDelivery.of(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            VideoJob job = nodes.node(settings).submit(Nodes.request("a raccoon"));

            assertThat(job.await(Nodes.LONG).outputs()).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    /** As if its node had died right after it wrote the job down. */
    @Test
    void aJobThatNobodyEnteredIsFoundByTheNextSweep() throws Exception {
        String journal = journal();
        Properties settings = nodes.settings(journal);
        nodes.sandbox().eachlabs().everyJob(JobScript.success().hold());
        VideoJobs node = nodes.node(settings);
        VideoJob job = node.submit(Nodes.request("a raccoon"));
        Nodes.until("it to be made", () -> job.snapshot().vendorRef().isPresent());
        node.close();
        try (Connection connection = DriverManager.getConnection(journal);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + TimetableTable.NAME);
        }
        nodes.sandbox().eachlabs().finish(onlyJob());

        assertThat(job(nodes.node(settings), job).await(Nodes.LONG).outputs()).hasSize(1);
    }

    private String onlyJob() {
        assertThat(nodes.sandbox().eachlabs().jobs()).hasSize(1);
        return nodes.sandbox().eachlabs().jobs().get(0).id();
    }

    @Test
    void aJournalOnOneMachineIsRefusedWithTheWayOut(@TempDir Path folder) {
        Properties settings = nodes.settings("jdbc:sqlite:" + folder.resolve("jobs.db"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> nodes.node(settings))
                .withMessageContainingAll("videojob.driver = cluster", "jdbc:postgresql://", "local");
    }

    @Test
    void aDriverThatNobodyBringsIsRefusedWithTheOnesThereAre() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> nodes.node(nodes.settings("jdbc:sqlite:x", "videojob.driver = clutser")))
                .withMessageContainingAll("videojob.driver", "clutser", "cluster", "local");
    }
}
