package io.videojob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.journal.jdbc.JdbcJournal;
import io.videojob.journal.jdbc.TestPostgres;
import io.videojob.sandbox.script.JobScript;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the shared timetable costs beside the journal. Polls and sweeps come by the clock, whatever jobs there are. */
@Tag("slow")
class StatementsTest {
    private static final int LOOKS = 20;

    @RegisterExtension
    final Nodes nodes = new Nodes();

    @Test
    void aFurtherLookCostsOneStatementOfTheTimetable() throws Exception {
        CountedDataSource counted = new CountedDataSource();
        nodes.sandbox().eachlabs().everyJob(JobScript.success().hold());
        Properties settings = nodes.settings("jdbc:postgresql://unused/unused");
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestPostgres.shared().newJournal());
            JdbcJournal journal = JdbcJournal.postgresql(counted.of(pool));
            try (VideoJobs node = nodes.node(settings, builder -> builder.journal(journal))) {
                VideoJob job = node.submit(Nodes.request("a raccoon"));
                Nodes.until(
                        "it to be looked at", () -> nodes.sandbox().eachlabs().looks() >= 3);
                Map<String, Integer> before = counted.counts();
                int looksBefore = nodes.sandbox().eachlabs().looks();

                Nodes.until("looks", () -> nodes.sandbox().eachlabs().looks() >= looksBefore + LOOKS);

                Map<String, Integer> during = new TreeMap<>(counted.counts());
                before.forEach((what, times) -> during.merge(what, -times, Integer::sum));
                during.values().removeIf(times -> times == 0);
                System.out.println(LOOKS + " looks and what came by the clock meanwhile: " + during);
                assertThat(job.snapshot().status().isFinal()).isFalse();
                // a sweep enters what is overlooked by two statements, and sets its own next time
                int sweeps = during.getOrDefault("INSERT timetable", 0);
                int ofLooks = during.get("UPDATE timetable") - 2 * sweeps;
                assertThat(ofLooks)
                        .as("its entry gets the next time; and a heartbeat now and then")
                        .isBetween(LOOKS - 3, LOOKS + 10);
                assertThat(during.get("SELECT job")).isBetween(LOOKS - 3, LOOKS + 3);
                assertThat(during.get("UPDATE job")).isBetween(LOOKS - 3, LOOKS + 3);
            }
        }
    }
}
