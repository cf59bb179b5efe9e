package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VendorAnswer;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoSearchTest {
    private static final Map<String, Object> OURS = Map.of("prompt", "a raccoon", "seconds", 5L);

    /** Rows of which those in capitals are another model's, and what the vendor echoes of each job. */
    private final List<String> rows = new ArrayList<>();

    private final Map<String, Object> inputs = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private int mostRows = 10;

    private void add(String id, Object input) {
        rows.add(id);
        inputs.put(id, input);
    }

    private Lookup search(String suspected, String... claimed) {
        Submission submission = Submission.builder("send-1", "model", OURS, Instant.EPOCH)
                .suspectedId(suspected)
                .build();
        return new EchoSearch(submission, Set.of(claimed)::contains, id -> {
                    asked.add(id);
                    if (unknown.contains(id)) {
                        throw Reads.notFound("acme", VendorAnswer.ofMessage("no job " + id));
                    }
                    return inputs.get(id);
                })
                .among(mark -> {
                    int from = mark == null ? 0 : Integer.parseInt(mark);
                    asked.add("page " + from);
                    List<String> page = rows.subList(from, Math.min(from + mostRows, rows.size()));
                    List<ListedJob> listed =
                            page.stream().map(EchoSearchTest::row).toList();
                    return ListedJobs.of(listed, page.isEmpty() ? null : String.valueOf(from + page.size()));
                });
    }

    private static ListedJob row(String id) {
        boolean isAnothers = id.equals(id.toUpperCase(Locale.ROOT));
        return ListedJob.builder(id)
                .models(List.of(isAnothers ? "another" : "model"))
                .build();
    }

    @Test
    void everyJobWithOurInputMayBeItAndWhatIsClaimedOrAnothersIsNotEvenAsked() {
        add("a", Map.of("prompt", "a fox", "seconds", 5L));
        add("b", OURS);
        add("c", OURS);
        add("d", OURS);
        add("E", OURS);

        assertThat(search(null, "c").ids()).containsExactly("b", "d");
        assertThat(asked).containsExactly("page 0", "page 5", "a", "b", "d");
    }

    @Test
    void theSuspectedJobWithOurInputIsItUnlessAnotherHoldsIt() {
        inputs.put("s", OURS);

        assertThat(search("s").kind()).isEqualTo(Lookup.Kind.FOUND);
        assertThat(asked).containsExactly("s");
        assertThat(search("s", "s").kind()).isEqualTo(Lookup.Kind.NOT_SEEN);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 2", "10, 2", "90, 10"})
    void pagesAreReadUntilOneIsEmpty(int jobs, int pages) {
        IntStream.range(0, jobs).forEach(i -> add("a" + i, Map.of()));

        assertThat(search(null).kind()).isEqualTo(Lookup.Kind.NOT_SEEN);
        assertThat(asked).filteredOn(ask -> ask.startsWith("page")).hasSize(pages);
    }

    @Test
    void aVendorThatGivesFewerRowsThanAskedForIsReadToTheEnd() {
        mostRows = 2;
        IntStream.range(0, 4).forEach(i -> add("a" + i, Map.of()));
        add("ours", OURS);

        assertThat(search(null).ids()).containsExactly("ours");
        assertThat(asked).startsWith("page 0", "page 2", "page 4", "page 5");
    }

    @Test
    void aJobThatTheVendorDoesNotKnowIsNotOursAndTheSearchGoesOn() {
        unknown.addAll(List.of("suspected", "gone"));
        add("gone", OURS);
        add("ours", OURS);

        assertThat(search("suspected").ids()).containsExactly("ours");
    }

    @Test
    void aListWithoutEndProvesNothingAndNoJobIsAsked() {
        IntStream.range(0, 100).forEach(i -> add("a" + i, OURS));

        assertThat(search(null).kind()).isEqualTo(Lookup.Kind.CAN_NOT_TELL);
        assertThat(asked).hasSize(10).allMatch(ask -> ask.startsWith("page"));
    }

    @Test
    void inputsAreComparedByValueFieldByField() {
        Map<String, Object> nulls = new LinkedHashMap<>(OURS);
        nulls.put("seed", null);
        nulls.put("seconds", new BigDecimal("5.0"));
        add("same", nulls);
        add("more", Map.of("prompt", "a raccoon", "seconds", 5L, "seed", 1L));
        add("fewer", Map.of("prompt", "a raccoon"));
        add("text", Map.of("prompt", "a raccoon", "seconds", "5"));
        add("none", "");

        assertThat(search(null).ids()).containsExactly("same");
    }
}
