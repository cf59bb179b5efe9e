package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.tree;
import static io.videojob.eachlabs.ScriptedVendor.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.http.EchoSearch;
import io.videojob.http.Json;
import io.videojob.spi.Lookup;
import io.videojob.spi.Lookup.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocateTest {
    private static final String MODEL = "kling-o1-video-to-video-edit";
    private static final Map<String, Object> INPUT = Map.of(
            "prompt",
            "Put @Element1 on it",
            "video_url",
            "https://example.com/raccoon.mp4?sig=a%2Fb",
            "keep_audio",
            true,
            "count",
            5L,
            "elements",
            List.of(Map.of("frontal_image_url", "https://example.com/front.png")));

    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    private final Executions executions = new Executions();

    @BeforeEach
    void listExecutions() {
        vendor.server.setDispatcher(executions);
    }

    private Lookup locate(String... claimed) {
        return vendor.eachlabs.locate(submission(INPUT).build(), Set.of(claimed)::contains);
    }

    @Test
    void theOneExecutionWithTheSameInputIsTheCandidate() {
        executions.add("p-other", Map.of("prompt", "something else"));
        executions.add("p-ours", INPUT);

        Lookup lookup = locate();

        assertThat(lookup.kind()).isEqualTo(Kind.CANDIDATES);
        assertThat(lookup.ids()).containsExactly("p-ours");
    }

    @Test
    void asksForTheModelAndATimeAroundTheSend() {
        locate();

        HttpUrl asked = executions.asked.get(0);
        assertThat(asked.encodedPath()).isEqualTo("/v1/executions");
        assertThat(asked.queryParameter("model")).isEqualTo(MODEL);
        assertThat(Instant.parse(asked.queryParameter("from"))).isEqualTo("2025-12-31T23:58:00Z");
        assertThat(Instant.parse(asked.queryParameter("to"))).isEqualTo("2026-01-01T00:02:20Z");
        assertThat(asked.queryParameter("limit")).isEqualTo("100");
        assertThat(asked.queryParameter("offset")).isEqualTo("0");
    }

    @Test
    void readsTheListAsTheVendorPrintsIt() {
        executions.listing = body("answers/executions");
        executions.inputs.put("exec_abc123", INPUT);

        Lookup lookup = vendor.eachlabs.locate(
                io.videojob.spi.Submission.builder("send-1", "flux-1-1-pro", INPUT, ScriptedVendor.SENT_AT)
                        .build(),
                id -> false);

        assertThat(lookup.ids()).containsExactly("exec_abc123");
    }

    @Test
    void noExecutionIsNotSeen() {
        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void equalInputsAreAllCandidatesForTheEngineToTellApart() {
        executions.add("p-1", INPUT);
        executions.add("p-2", INPUT);

        assertThat(locate().ids()).containsExactly("p-1", "p-2");
    }

    @Test
    void whatAnotherJobHoldsIsNotEvenFetched() {
        executions.add("p-1", INPUT);
        executions.add("p-2", INPUT);

        assertThat(locate("p-1").ids()).containsExactly("p-2");
        assertThat(executions.asked).noneMatch(url -> url.encodedPath().endsWith("/p-1"));
    }

    @Test
    void anotherModelsExecutionIsNoCandidateWhateverItsInput() {
        executions.add("p-1", "kling-o1-video-to-video-reference", INPUT);

        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void theEchoIsComparedByValueAndNotByItsWriting() {
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("elements", List.of(Map.of("frontal_image_url", "https://example.com/front.png")));
        echo.put("negative_prompt", null);
        echo.put("count", new BigDecimal("5.0"));
        echo.put("keep_audio", true);
        echo.put("video_url", "https://example.com/raccoon.mp4?sig=a%2Fb");
        echo.put("prompt", "Put @Element1 on it");
        executions.echo("p-ours", echo);

        assertThat(locate().ids()).containsExactly("p-ours");
    }

    @ParameterizedTest
    @CsvSource({
        "prompt, 'Put @Element1 on it '",
        "video_url, https://example.com/raccoon.mp4?sig=a/b",
        "keep_audio, 'true'",
        "count, '5'",
        "elements, ''",
        "aspect_ratio, auto",
    })
    void anyDifferenceMakesItAnothers(String field, String value) {
        Map<String, Object> echo = new LinkedHashMap<>(INPUT);
        echo.put(field, value);
        executions.echo("p-other", echo);

        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep_audio", "elements"})
    void aFieldThatIsMissingMakesItAnothers(String field) {
        Map<String, Object> echo = new LinkedHashMap<>(INPUT);
        echo.remove(field);
        executions.echo("p-other", echo);

        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void aLongerOrShorterListMakesItAnothers() {
        Map<String, Object> element = Map.of("frontal_image_url", "https://example.com/front.png");
        for (List<Object> elements : List.of(List.<Object>of(), List.<Object>of(element, element))) {
            Map<String, Object> echo = new LinkedHashMap<>(INPUT);
            echo.put("elements", elements);
            executions.echo("p-other-" + elements.size(), echo);
        }

        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void anEchoThatIsNotThereMatchesNothing() {
        executions.echo("p-other", null);

        assertThat(locate().kind()).isEqualTo(Kind.NOT_SEEN);
    }

    @Test
    void everyPageIsRead() {
        IntStream.range(0, 230).forEach(i -> executions.add("p-" + i, INPUT));
        String[] claimed = IntStream.range(0, 229).mapToObj(i -> "p-" + i).toArray(String[]::new);

        assertThat(locate(claimed).ids()).containsExactly("p-229");
        assertThat(executions.asked.stream().map(url -> url.queryParameter("offset")))
                .containsExactly("0", "100", "200", "230", null);
    }

    @Test
    void aListThatEndsWithAFullPageIsReadToItsEnd() {
        IntStream.range(0, 100).forEach(i -> executions.add("p-" + i, INPUT));
        String[] claimed = IntStream.range(0, 100).mapToObj(i -> "p-" + i).toArray(String[]::new);

        assertThat(locate(claimed).kind()).isEqualTo(Kind.NOT_SEEN);
        assertThat(executions.asked).hasSize(2);
    }

    @Test
    void aListWithoutEndProvesNothing() {
        IntStream.range(0, 1001).forEach(i -> executions.add("p-" + i, INPUT));
        String[] claimed = IntStream.range(0, 1001).mapToObj(i -> "p-" + i).toArray(String[]::new);

        Lookup lookup = locate(claimed);

        assertThat(lookup.kind()).isEqualTo(Kind.CAN_NOT_TELL);
        assertThat(lookup.why()).hasValueSatisfying(why -> assertThat(why).contains(MODEL));
        assertThat(executions.asked).hasSize(10);
    }

    @Test
    void tooManyToFetchProveNothingAndNoneIsFetched() {
        IntStream.range(0, EchoSearch.MOST_FETCHES + 1).forEach(i -> executions.add("p-" + i, INPUT));

        assertThat(locate().kind()).isEqualTo(Kind.CAN_NOT_TELL);
        assertThat(executions.asked).allMatch(url -> url.encodedPath().equals("/v1/executions"));
    }

    @Test
    void aSuspectedIdIsLookedAtFirst() {
        executions.inputs.put("p-hint", INPUT);

        Lookup lookup =
                vendor.eachlabs.locate(submission(INPUT).suspectedId("p-hint").build(), id -> false);

        assertThat(lookup.kind()).isEqualTo(Kind.FOUND);
        assertThat(lookup.ids()).containsExactly("p-hint");
        assertThat(executions.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimed", "p-other"})
    void aSuspicionThatIsWrongLeavesTheList(String suspected) {
        executions.inputs.put("claimed", INPUT);
        executions.add("p-other", Map.of("prompt", "something else"));
        executions.add("p-ours", INPUT);

        Lookup lookup =
                vendor.eachlabs.locate(submission(INPUT).suspectedId(suspected).build(), "claimed"::equals);

        assertThat(lookup.kind()).isEqualTo(Kind.CANDIDATES);
        assertThat(lookup.ids()).containsExactly("p-ours");
    }

    @Test
    void aSuspicionThatTheVendorDoesNotKnowLeavesTheList() {
        executions.add("p-ours", INPUT);

        Lookup lookup = vendor.eachlabs.locate(
                submission(INPUT).suspectedId("not-there").build(), id -> false);

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
                .isThrownBy(this::locate)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aListedPredictionThatTheVendorDoesNotKnowIsNotOurs() {
        executions.add("p-gone", INPUT);
        executions.add("p-ours", INPUT);
        executions.inputs.remove("p-gone");

        assertThat(locate().ids()).containsExactly("p-ours");
    }

    @Test
    void aListedPredictionThatCanNotBeFetchedProvesNothing() {
        executions.add("p-ours", INPUT);
        executions.fetches = new MockResponse().setResponseCode(500).setBody(body("errors/500-look"));

        assertThatExceptionOfType(ProviderException.class).isThrownBy(this::locate);
    }

    @Test
    void anExecutionThatRanUnderAnotherNameThanWasAskedForIsACandidate() {
        executions.add("p-ours", "kling-o1-v2", INPUT);
        executions.rows.get(0).put("requested_model", MODEL);

        assertThat(locate().ids()).containsExactly("p-ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"executions\":null}", "[]", "<html>", ""})
    void anAnswerThatIsNoListProvesNothing(String listing) {
        executions.listing = listing;

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(this::locate);
    }

    /** {@code GET /v1/executions} and {@code GET /v1/prediction/{id}}, made of the documented bodies. */
    private static final class Executions extends Dispatcher {
        private final Map<String, Object> printed =
                tree(Json.write(((List<?>) tree(body("answers/executions")).get("executions")).get(0)));
        private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private final Map<String, Object> inputs = new LinkedHashMap<>();
        private String listing;
        private MockResponse refusal;
        private MockResponse fetches;

        void add(String id, Map<String, Object> input) {
            add(id, MODEL, input);
        }

        void echo(String id, Map<String, Object> input) {
            add(id, MODEL, input);
        }

        void add(String id, String model, Map<String, Object> input) {
            Map<String, Object> row = new LinkedHashMap<>(printed);
            row.put("id", id);
            row.put("model", model);
            rows.add(row);
            inputs.put(id, input);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            HttpUrl url = request.getRequestUrl();
            asked.add(url);
            String id = url.pathSegments().get(url.pathSize() - 1);
            if (!id.equals("executions") && fetches != null) {
                return fetches;
            }
            if (!id.equals("executions")) {
                return inputs.containsKey(id)
                        ? new MockResponse().setBody(prediction(id))
                        : new MockResponse().setResponseCode(404).setBody(body("errors/404-prediction"));
            }
            return refusal != null
                    ? refusal
                    : new MockResponse().setBody(listing != null && isFirst(url) ? listing : page(url));
        }

        private static boolean isFirst(HttpUrl url) {
            return "0".equals(url.queryParameter("offset"));
        }

        private String prediction(String id) {
            Map<String, Object> prediction = tree(body("answers/processing"));
            prediction.put("id", id);
            prediction.put("input", inputs.get(id));
            return Json.write(prediction);
        }

        private String page(HttpUrl url) {
            int from = Math.min(Integer.parseInt(url.queryParameter("offset")), rows.size());
            int to = Math.min(from + Integer.parseInt(url.queryParameter("limit")), rows.size());
            Map<String, Object> page = tree(body("answers/executions"));
            page.put("executions", rows.subList(from, to));
            return Json.write(page);
        }
    }
}
