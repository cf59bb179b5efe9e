package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.ScriptedVendor.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.http.EchoSearch;
import io.videojob.spi.Lookup;
import io.videojob.spi.Lookup.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look for the job of a lost answer: what is asked, page by page, and what that proves. */
class LocateTest {
    @AutoClose
    private final Executions executions = new Executions();

    @Test
    void theOneExecutionWithTheSameInputIsTheCandidate() {
        executions.add("p-other", Map.of("prompt", "something else"));
        executions.add("p-ours", Executions.INPUT);

        Lookup lookup = executions.locate();

        assertThat(lookup.kind()).isEqualTo(Kind.CANDIDATES);
        assertThat(lookup.ids()).containsExactly("p-ours");
    }

    @Test
    void asksForTheModelAndATimeAroundTheSend() {
        executions.locate();

        HttpUrl asked = executions.asked.get(0);
        assertThat(asked.encodedPath()).isEqualTo("/v1/executions");
        assertThat(asked.queryParameter("model")).isEqualTo(Executions.MODEL);
        assertThat(Instant.parse(asked.queryParameter("from"))).isEqualTo("2025-12-31T23:58:00Z");
        assertThat(Instant.parse(asked.queryParameter("to"))).isEqualTo("2026-01-01T00:02:20Z");
        assertThat(asked.queryParameter("limit")).isEqualTo("100");
        assertThat(asked.queryParameter("offset")).isEqualTo("0");
    }

    @Test
    void readsTheListAsTheVendorPrintsIt() {
        executions.listing = body("answers/executions");
        executions.inputs.put("exec_abc123", Executions.INPUT);

        Lookup lookup = executions.vendor.eachlabs.locate(
                io.videojob.spi.Submission.builder("send-1", "flux-1-1-pro", Executions.INPUT, ScriptedVendor.SENT_AT)
                        .build(),
                id -> false);

        assertThat(lookup.ids()).containsExactly("exec_abc123");
    }

    @Test
    void noExecutionIsNotSeen() {
        assertThat(executions.locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void equalInputsAreAllCandidatesForTheEngineToTellApart() {
        executions.add("p-1", Executions.INPUT);
        executions.add("p-2", Executions.INPUT);

        assertThat(executions.locate().ids()).containsExactly("p-1", "p-2");
    }

    @Test
    void whatAnotherJobHoldsIsNotEvenFetched() {
        executions.add("p-1", Executions.INPUT);
        executions.add("p-2", Executions.INPUT);

        assertThat(executions.locate("p-1").ids()).containsExactly("p-2");
        assertThat(executions.asked).noneMatch(url -> url.encodedPath().endsWith("/p-1"));
    }

    @Test
    void everyPageIsRead() {
        IntStream.range(0, 230).forEach(i -> executions.add("p-" + i, Executions.INPUT));
        String[] claimed = IntStream.range(0, 229).mapToObj(i -> "p-" + i).toArray(String[]::new);

        assertThat(executions.locate(claimed).ids()).containsExactly("p-229");
        assertThat(executions.asked.stream().map(url -> url.queryParameter("offset")))
                .containsExactly("0", "100", "200", "230", null);
    }

    @Test
    void aListThatEndsWithAFullPageIsReadToItsEnd() {
        IntStream.range(0, 100).forEach(i -> executions.add("p-" + i, Executions.INPUT));
        String[] claimed = IntStream.range(0, 100).mapToObj(i -> "p-" + i).toArray(String[]::new);

        assertThat(executions.locate(claimed).kind()).isEqualTo(Kind.NOT_SEEN);
        assertThat(executions.asked).hasSize(2);
    }

    @Test
    void aListWithoutEndProvesNothing() {
        IntStream.range(0, 1001).forEach(i -> executions.add("p-" + i, Executions.INPUT));
        String[] claimed = IntStream.range(0, 1001).mapToObj(i -> "p-" + i).toArray(String[]::new);

        Lookup lookup = executions.locate(claimed);

        assertThat(lookup.kind()).isEqualTo(Kind.CAN_NOT_TELL);
        assertThat(lookup.why()).hasValueSatisfying(why -> assertThat(why).contains(Executions.MODEL));
        assertThat(executions.asked).hasSize(10);
    }

    @Test
    void tooManyToFetchProveNothingAndNoneIsFetched() {
        IntStream.range(0, EchoSearch.MOST_FETCHES + 1).forEach(i -> executions.add("p-" + i, Executions.INPUT));

        assertThat(executions.locate().kind()).isEqualTo(Kind.CAN_NOT_TELL);
        assertThat(executions.asked).allMatch(url -> url.encodedPath().equals("/v1/executions"));
    }

    @Test
    void aSuspectedIdIsLookedAtFirst() {
        executions.inputs.put("p-hint", Executions.INPUT);

        Lookup lookup = executions.vendor.eachlabs.locate(
                submission(Executions.INPUT).suspectedId("p-hint").build(), id -> false);

        assertThat(lookup.kind()).isEqualTo(Kind.FOUND);
        assertThat(lookup.ids()).containsExactly("p-hint");
        assertThat(executions.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimed", "p-other"})
    void aSuspicionThatIsWrongLeavesTheList(String suspected) {
        executions.inputs.put("claimed", Executions.INPUT);
        executions.add("p-other", Map.of("prompt", "something else"));
        executions.add("p-ours", Executions.INPUT);

        Lookup lookup = executions.vendor.eachlabs.locate(
                submission(Executions.INPUT).suspectedId(suspected).build(), "claimed"::equals);

        assertThat(lookup.kind()).isEqualTo(Kind.CANDIDATES);
        assertThat(lookup.ids()).containsExactly("p-ours");
    }

    @Test
    void aSuspicionThatTheVendorDoesNotKnowLeavesTheList() {
        executions.add("p-ours", Executions.INPUT);

        Lookup lookup = executions.vendor.eachlabs.locate(
                submission(Executions.INPUT).suspectedId("not-there").build(), id -> false);

        assertThat(lookup.ids()).containsExactly("p-ours");
    }

    @ParameterizedTest
    @CsvSource({
        "401, errors/401-empty, AUTHENTICATION",
        "429, errors/429-rate, RATE_LIMITED",
        "500, errors/500-look, UNAVAILABLE",
    })
    void aListThatIsRefusedProvesNothing(int status, String file, RefusalReason reason) {
        executions.refusal = new MockResponse().setResponseCode(status).setBody(body(file));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(executions::locate)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aListedPredictionThatTheVendorDoesNotKnowIsNotOurs() {
        executions.add("p-gone", Executions.INPUT);
        executions.add("p-ours", Executions.INPUT);
        executions.inputs.remove("p-gone");

        assertThat(executions.locate().ids()).containsExactly("p-ours");
    }

    @Test
    void aListedPredictionThatCanNotBeFetchedProvesNothing() {
        executions.add("p-ours", Executions.INPUT);
        executions.fetches = new MockResponse().setResponseCode(500).setBody(body("errors/500-look"));

        assertThatExceptionOfType(ProviderException.class).isThrownBy(executions::locate);
    }

    @Test
    void anExecutionThatRanUnderAnotherNameThanWasAskedForIsACandidate() {
        executions.add("p-ours", "kling-o1-v2", Executions.INPUT);
        executions.rows.get(0).put("requested_model", Executions.MODEL);

        assertThat(executions.locate().ids()).containsExactly("p-ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"executions\":null}", "[]", "<html>", ""})
    void anAnswerThatIsNoListProvesNothing(String listing) {
        executions.listing = listing;

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(executions::locate);
    }
}
