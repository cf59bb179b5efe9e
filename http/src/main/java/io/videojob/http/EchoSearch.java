package io.videojob.http;

import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the job of a create whose answer was lost, at a vendor that lists jobs without any reference of ours but echoes a
 * job's input: each job that may be it is fetched, and its input compared.
 *
 * <p>Compared as what was sent: a field that we did not send makes it another's. If a vendor should come to echo its defaults,
 * jobs would be parked, not mistaken.
 */
public final class EchoSearch {
    /** What one look-up may cost in reads, apart from the pages. */
    public static final int MOST_FETCHES = 100;

    private static final int MOST_PAGES = 10;

    private final Submission submission;
    private final Predicate<String> claimed;
    private final Function<String, @Nullable Object> inputOf;

    /**
     * A search.
     *
     * @param claimed tells of an id whether a job of the journal holds it already
     * @param inputOf reads the input of the job with that id. A job that the vendor says it doesn't know isn't ours; anything
     *     else that it throws ends the search
     */
    public EchoSearch(Submission submission, Predicate<String> claimed, Function<String, @Nullable Object> inputOf) {
        this.submission = submission;
        this.claimed = claimed;
        this.inputOf = inputOf;
    }

    /**
     * The suspected job if its input is ours, else all listed jobs of our model whose input is, for the engine to tell apart.
     *
     * @param page reads a page by its mark, null for the first
     */
    public Lookup among(Function<@Nullable String, ListedJobs> page) {
        String suspected = submission.suspectedId().orElse(null);
        if (suspected != null && !claimed.test(suspected) && hasOurInput(suspected)) {
            return Lookup.found(suspected);
        }
        Set<String> ids = new LinkedHashSet<>();
        String mark = null;
        boolean whole = false;
        for (int number = 0; number < MOST_PAGES && !whole; number++) {
            ListedJobs read = page.apply(mark);
            read.jobs().stream()
                    .filter(job -> job.models().contains(submission.model()))
                    .flatMap(job -> job.id().stream())
                    .filter(claimed.negate())
                    .forEach(ids::add);
            mark = read.next().orElse(null);
            whole = mark == null;
        }
        if (!whole || ids.size() > MOST_FETCHES) {
            return Lookup.canNotTell("too many jobs of " + submission.model() + " near " + submission.sentAt()
                    + " to tell which is this one; look for it at the vendor and adopt it");
        }
        return Lookup.candidates(ids.stream().filter(this::hasOurInput).toList());
    }

    private boolean hasOurInput(String id) {
        return Reads.find(() -> same(submission.body(), inputOf.apply(id))).orElse(false);
    }

    /** Field by field: numbers by value, text exactly; the order of keys is nothing, and null is not there. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return Stream.of(a, b).flatMap(map -> map.keySet().stream()).allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (left instanceof Number a && right instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(left, right);
    }
}
