package io.videojob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VideoJobs;
import io.videojob.journal.jdbc.TestPostgres;
import io.videojob.sandbox.EachlabsSandbox;
import io.videojob.sandbox.script.Limits;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes with one key over one PostgreSQL: the account's ten slots are used by all of them together. One is killed
 * in the middle, another stands still for a while.
 */
@Tag("slow")
class ThreeNodesTest {
    private static final int JOBS = Integer.getInteger("cluster.jobs", 2_000);
    private static final int SLOTS = 10;
    /** Of a faster vendor than the real ones, so that this many jobs fit into a test; the window is as exact as ever. */
    private static final int A_MINUTE = 3_000;

    private static final Duration LONG = Duration.ofMinutes(4);

    @RegisterExtension
    final Nodes nodes = new Nodes();

    @TempDir
    Path folder;

    @Test
    void oneKilledAndOnePausedNothingIsLostAndNothingIsPaidTwice() throws Exception {
        EachlabsSandbox vendor = nodes.sandbox().eachlabs();
        vendor.limits(Limits.of(A_MINUTE, SLOTS));
        vendor.runTime(Duration.ofMillis(100));
        Properties settings = nodes.settings(
                TestPostgres.shared().newJournal(),
                "videojob.poll.interval = 100ms",
                "videojob.timeout.call = 5s",
                "videojob.provider.eachlabs.creates-per-minute = " + A_MINUTE);
        try (NodeProcess first = start(settings, "first", JOBS / 4);
                NodeProcess second = start(settings, "second", JOBS / 4);
                NodeProcess third = start(settings, "third", JOBS - JOBS / 4 * 2)) {
            for (NodeProcess node : List.of(first, second, third)) {
                node.untilAllAreTaken();
            }
            Set<JobId> taken = new HashSet<>();
            Stream.of(first, second, third).forEach(node -> taken.addAll(node.taken()));
            assertThat(taken).hasSize(JOBS);

            until("a quarter to be made", () -> vendor.jobs().size() > JOBS / 4);
            first.kill();
            until("a third to be made", () -> vendor.jobs().size() > JOBS / 3);
            second.pause();
            until("half of them to be made", () -> vendor.jobs().size() > JOBS / 2);
            second.goOn();

            VideoJobs watching = nodes.node(settings);
            until("all to have ended", () -> watching.list(open()).isEmpty());
            List<JobSnapshot> ended = watching.list(
                    JobFilter.all().withStatus(JobStatus.SUCCEEDED).limit(JOBS + 1));
            assertThat(ended).extracting(JobSnapshot::id).containsExactlyInAnyOrderElementsOf(taken);
        }
        assertThat(vendor.bill().jobs()).isEqualTo(JOBS);
        assertThat(vendor.jobs()).hasSize(JOBS);
        assertThat(vendor.tooManyRequests()).isZero();
        assertThat(vendor.mostInFlight()).isEqualTo(SLOTS);
    }

    private static JobFilter open() {
        return JobFilter.all().open().limit(1);
    }

    private NodeProcess start(Properties settings, String name, int jobs) throws Exception {
        Path file = folder.resolve("videojob.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return NodeProcess.start(file, name, jobs);
    }

    private static void until(String what, java.util.concurrent.Callable<Boolean> isSo) {
        Awaitility.await(what).atMost(LONG).pollInterval(Duration.ofMillis(50)).until(isSo);
    }
}
