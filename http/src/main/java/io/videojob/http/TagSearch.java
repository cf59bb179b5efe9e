package io.videojob.http;

import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for a lost create in a vendor's list whose rows carry our {@link Submission#sendTag()}, page by page. */
public final class TagSearch {
    private static final int MOST_PAGES = 20;

    private TagSearch() {}

    /**
     * What the row with our tag tells; {@link Lookup#notSeen()} if the whole list has none. A tag is unique to its send, so
     * such a row is our create's.
     *
     * @param page reads a page by its mark, null for the first
     */
    public static Lookup among(
            Submission submission, Function<@Nullable String, ListedJobs> page, Function<ListedJob, Lookup> told) {
        String mark = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            ListedJobs read = page.apply(mark);
            Optional<ListedJob> ours = read.jobs().stream()
                    .filter(job ->
                            job.sendTag().filter(submission.sendTag()::equals).isPresent())
                    .findFirst();
            if (ours.isPresent()) {
                return told.apply(ours.get());
            }
            mark = read.next().orElse(null);
            if (mark == null) {
                return Lookup.notSeen();
            }
        }
        return Lookup.canNotTell("its log of that time has more than the " + MOST_PAGES + " pages that are read");
    }
}
