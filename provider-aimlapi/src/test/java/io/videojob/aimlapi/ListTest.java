package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Cost;
import io.videojob.Listing;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The vendor's log as a list of jobs. */
class ListTest {
    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    private ListedJobs list(String body) {
        vendor.answers(200, body);
        return vendor.aimlapi.listJobs(
                Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-03T00:00:00Z"), null);
    }

    @Test
    void aRowIsReadAsTheVendorPrintsIt() {
        ListedJobs page = list(Bodies.body("answers/logs"));

        assertThat(page.next()).isEmpty();
        assertThat(page.jobs()).singleElement().satisfies(job -> {
            assertThat(job.id()).contains("inf-1");
            assertThat(job.models()).containsExactly("openai/gpt-5");
            assertThat(job.createdAt()).contains(Instant.parse("2026-07-02T03:04:05Z"));
            assertThat(job.word()).isEqualTo("succeeded");
            assertThat(job.phase()).contains(Phase.SUCCEEDED);
            assertThat(job.cost()).contains(Cost.usd(new BigDecimal("0.25"), Cost.Source.CHARGED));
            assertThat(job.sendTag()).contains("customer-42");
        });
        assertThat(vendor.request().getPath())
                .isEqualTo("/v2/logs?status=succeeded&status=failed&limit=100&start=2026-07-01T00%3A00%3A00Z"
                        + "&end=2026-07-03T00%3A00%3A00Z&offset=0");
    }

    @Test
    void aPageBeforeMoreLeadsToTheNext() {
        ListedJobs page = list(Bodies.log(Map.of("inference_id", "inf-2"), true));

        assertThat(page.next()).contains("2");
        assertThat(page.jobs()).extracting(ListedJob::id).hasSize(2);
    }

    @Test
    void theTraitsSayThatOnlyWhatHasEndedIsListed() {
        assertThat(vendor.aimlapi.traits().listing()).isEqualTo(Listing.ENDED);
    }
}
