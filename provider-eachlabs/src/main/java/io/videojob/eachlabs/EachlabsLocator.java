package io.videojob.eachlabs;

import io.videojob.ProtocolException;
import io.videojob.eachlabs.EachlabsWire.Executions;
import io.videojob.http.Reads;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the prediction of a create whose answer was lost. The vendor lists executions without their input and without
 * any reference of ours, so each that may be it is fetched and its echoed input compared.
 *
 * <p>The echo is documented as what was sent, and compared as such: a field that we did not send makes it another's. If the
 * vendor should come to echo its defaults, jobs would be parked, not mistaken.
 */
final class EachlabsLocator {
    /** For clocks that differ, and for work that the vendor begins late. */
    static final Duration MARGIN = Duration.ofMinutes(2);

    /** The most that the vendor lists at once. */
    static final int PAGE = 100;

    /** What one look-up may cost in reads, apart from the pages. */
    static final int MOST_FETCHES = 100;

    private static final int MOST_LISTED = 10 * PAGE;

    private final EachlabsWire wire;
    private final Submission submission;

    EachlabsLocator(EachlabsWire wire, Submission submission) {
        this.wire = wire;
        this.submission = submission;
    }

    Lookup locate(Predicate<String> claimed) {
        Optional<String> suspected =
                submission.suspectedId().filter(claimed.negate()).filter(this::hasOurInput);
        if (suspected.isPresent()) {
            return Lookup.found(suspected.get());
        }
        Set<String> ids = new LinkedHashSet<>();
        boolean all = list(ids);
        ids.removeIf(claimed);
        if (!all || ids.size() > MOST_FETCHES) {
            return Lookup.canNotTell("too many executions of " + submission.model() + " near " + submission.sentAt()
                    + " to tell which is this one; look for it at eachlabs and adopt it");
        }
        return Lookup.candidates(ids.stream().filter(this::hasOurInput).toList());
    }

    /** Page by page until one isn't full, as the vendor advises (models.json); false if there are too many. */
    private boolean list(Set<String> ids) {
        Instant from = submission.sentAt().minus(MARGIN);
        Instant to = submission.sentAt().plus(submission.timeout()).plus(MARGIN);
        for (int offset = 0; offset < MOST_LISTED; offset += PAGE) {
            Executions page =
                    Reads.get(wire.executions(submission.model(), from, to, PAGE, offset), EachlabsMapper.ERRORS);
            if (page.executions() == null) {
                throw new ProtocolException("eachlabs: an answer without executions", null, null);
            }
            page.executions().stream()
                    .filter(row -> row.id() != null && submission.model().equals(row.model()))
                    .forEach(row -> ids.add(row.id()));
            if (page.executions().size() < PAGE) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOurInput(String id) {
        return Trees.same(
                submission.body(),
                Reads.get(wire.prediction(id), EachlabsMapper.ERRORS).input());
    }
}
