package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented vendor's list, as the resource {@code jobs.json} beside this class describes it. */
class JobListsTest extends AtAcme {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-02T00:00:00Z");
    private static final StatusWords WORDS = new StatusWords(Map.of(
            Phase.RUNNING, List.of("at work"), Phase.SUCCEEDED, List.of("ready"), Phase.FAILED, List.of("broken")));

    private JobLists lists;

    /** Its class lies beside the resource. */
    private static final class Lister extends HttpProvider {
        Lister(AccountBuilder<Lister> account) {
            super(account, (http, key) -> http.bearer(key), ProviderTraits.builder(List.of()));
        }

        @Override
        public SubmitOutcome submit(Submission submission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public VendorState fetch(String vendorJobId) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void list() {
        URI url = server.url("/").uri();
        Lister lister = new AccountBuilder<>("acme", "ACME_KEY", url, Lister::new)
                .apiKey(Acme.KEY)
                .build();
        lists = JobLists.beside(lister, Acme.TABLE, WORDS);
    }

    private ListedJobs page(@Nullable String mark, String... rows) {
        server.enqueue(Acme.json("{\"data\":{\"jobs\":[" + String.join(",", rows) + "]}}"));
        return lists.page(FROM, TO, mark);
    }

    private ListedJob row(String json) {
        return page(null, json).jobs().get(0);
    }

    @Test
    void aRowSaysAllThatItSays() throws Exception {
        ListedJob job = row("""
                {"job_id":"7","asked":"m-1","model":"m-1-turbo","created_at":"2026-01-01T12:00:00+02:00","status":"Ready",
                 "price":{"usd":0.12},"reference":"vj-1-1-1"}""");

        assertThat(job.id()).contains("7");
        assertThat(job.models()).containsExactly("m-1", "m-1-turbo");
        assertThat(job.createdAt()).contains(Instant.parse("2026-01-01T10:00:00Z"));
        assertThat(job.word()).isEqualTo("Ready");
        assertThat(job.phase()).contains(Phase.SUCCEEDED);
        assertThat(job.cost()).contains(Cost.usd(new BigDecimal("0.12"), Cost.Source.CHARGED));
        assertThat(job.sendTag()).contains("vj-1-1-1");
        assertThat(job.billing()).isEqualTo(Billing.BILLED);
        assertThat(server.takeRequest().getPath())
                .isEqualTo("/v1/jobs?limit=2&since=2026-01-01T00%3A00%3A00Z&until=2026-01-02T00%3A00%3A00Z&skip=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"job_id\":null,\"asked\":null,\"created_at\":null,\"status\":null,\"price\":null,\"reference\":null}",
                "{\"job_id\":{},\"asked\":[],\"created_at\":\"yesterday\",\"status\":{},\"price\":{\"usd\":\"free\"}}",
                "[]",
                "\"text\"",
                "null"
            })
    void aRowThatSaysNothingIsAJobOfWhichNothingIsKnown(String json) {
        ListedJob job = row(json);

        assertThat(job.id()).isEmpty();
        assertThat(job.models()).isEmpty();
        assertThat(job.createdAt()).isEmpty();
        assertThat(job.phase()).isEmpty();
        assertThat(job.cost()).isEmpty();
        assertThat(job.billing()).isEqualTo(Billing.UNKNOWN);
    }

    @Test
    void onlyWhatEndedBadlyAtNoCostIsNotBilled() {
        assertThat(row("{\"status\":\"broken\",\"price\":{\"usd\":0}}").billing())
                .isEqualTo(Billing.NOT_BILLED);
        assertThat(row("{\"status\":\"broken\"}").billing()).isEqualTo(Billing.UNKNOWN);
        assertThat(row("{\"status\":\"broken\",\"price\":{\"usd\":0.1}}").billing())
                .isEqualTo(Billing.BILLED);
        assertThat(row("{\"status\":\"at work\",\"price\":{\"usd\":0}}").billing())
                .isEqualTo(Billing.UNKNOWN);
        assertThat(row("{\"status\":\"who knows\",\"price\":{\"usd\":0}}").billing())
                .isEqualTo(Billing.UNKNOWN);
    }

    @Test
    void pagesFollowUntilOneIsEmptyAndNoRowIsPassedOver() throws Exception {
        ListedJobs first = page(null, "{\"job_id\":\"1\"}");
        ListedJobs second = page(first.next().orElseThrow(), "{\"job_id\":\"2\"}", "{\"job_id\":\"3\"}");
        ListedJobs last = page(second.next().orElseThrow());

        assertThat(last.next()).isEmpty();
        server.takeRequest();
        assertThat(server.takeRequest().getPath()).endsWith("&skip=1");
        assertThat(server.takeRequest().getPath()).endsWith("&skip=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"data\":null}", "{\"data\":{\"jobs\":null}}", "{\"data\":{\"jobs\":{}}}"})
    void anAnswerWithoutAListIsNoEmptyList(String answer) {
        server.enqueue(Acme.json(answer));

        assertThatThrownBy(() -> lists.page(FROM, TO, null))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("acme");
    }

    @Test
    void aRefusalIsToldAsOne() {
        server.enqueue(new MockResponse().setResponseCode(401).setBody("{}"));

        assertThatThrownBy(() -> lists.page(FROM, TO, null)).isInstanceOf(ProviderException.class);
    }
}
