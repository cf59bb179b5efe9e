package io.videojob.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Cost;
import io.videojob.Listing;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The organization's executions as a list of jobs. */
class ListTest {
    @AutoClose
    private final Executions executions = new Executions();

    private ListedJobs list(String mark) {
        return executions.vendor.eachlabs.listJobs(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"), mark);
    }

    @Test
    void aRowIsReadAsTheVendorPrintsIt() {
        executions.listing = Bodies.body("answers/executions");

        assertThat(list(null).jobs()).singleElement().satisfies(job -> {
            assertThat(job.id()).contains("exec_abc123");
            assertThat(job.models()).containsExactly("flux-1-1-pro");
            assertThat(job.createdAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(job.word()).isEqualTo("success");
            assertThat(job.phase()).contains(Phase.SUCCEEDED);
            assertThat(job.cost()).contains(Cost.usd(new BigDecimal("0.05"), Cost.Source.CHARGED));
            assertThat(job.sendTag()).isEmpty();
        });
        assertThat(executions.asked.get(0).queryParameter("from")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(executions.asked.get(0).queryParameter("to")).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(executions.asked.get(0).queryParameter("model")).isNull();
    }

    @Test
    void theModelThatWasAskedForComesFirst() {
        executions.add("p-1", "kling-o1-v2", Executions.INPUT);
        executions.rows.get(0).put("requested_model", Executions.MODEL);

        assertThat(list(null).jobs().get(0).models()).containsExactly(Executions.MODEL, "kling-o1-v2");
    }

    @Test
    void theListEndsWithThePageThatIsEmpty() {
        executions.add("p-1", Executions.INPUT);

        ListedJobs first = list(null);
        ListedJobs last = list(first.next().orElseThrow());

        assertThat(first.jobs()).hasSize(1);
        assertThat(last.jobs()).isEmpty();
        assertThat(last.next()).isEmpty();
    }

    @Test
    void theTraitsSayThatAllJobsAreListed() {
        assertThat(executions.vendor.eachlabs.traits().listing()).isEqualTo(Listing.ALL);
    }
}
