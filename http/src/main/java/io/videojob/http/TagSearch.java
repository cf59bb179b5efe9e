package io.videojob.http;

import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Looks for a lost create in a vendor's log whose rows carry our {@link Submission#sendTag()}, page by page. */
public final class TagSearch {
    private static final int MOST_PAGES = 20;

    private TagSearch() {}

    /**
     * Some rows of a log.
     *
     * @param more whether further pages follow
     */
    public record Page<R>(List<R> rows, boolean more) {}

    /**
     * What the row with our tag tells; {@link Lookup#notSeen()} if the whole log has none. A tag is unique to its send, so such
     * a row is our create's.
     *
     * @param page reads the rows from an offset on
     * @param tagOf the tag of a row
     */
    public static <R> Lookup among(
            Submission submission,
            int pageSize,
            IntFunction<Page<R>> page,
            Function<R, @Nullable String> tagOf,
            Function<R, Lookup> told) {
        for (int number = 0; number < MOST_PAGES; number++) {
            Page<R> read = page.apply(number * pageSize);
            Optional<R> ours = read.rows().stream()
                    .filter(row -> submission.sendTag().equals(tagOf.apply(row)))
                    .findFirst();
            if (ours.isPresent()) {
                return told.apply(ours.get());
            }
            if (read.rows().isEmpty() || !read.more()) {
                return Lookup.notSeen();
            }
        }
        return Lookup.canNotTell("its log has over " + MOST_PAGES * pageSize + " requests of that time");
    }
}
