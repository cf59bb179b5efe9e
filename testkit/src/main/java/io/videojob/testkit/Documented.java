package io.videojob.testkit;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link VendorScript}, and how other values are put in the place of those that a vendor prints. */
final class Documented {
    private Documented() {}

    /** An answer with a job's id somewhere in it. */
    record IdInBody(Answer answer, String id) {
        Answer with(String other) {
            return swapped(answer, id, other);
        }
    }

    /** A job that has ended well. */
    record Finished(String body, String word, List<String> links) {
        Answer with(String otherWord) {
            return swapped(Answer.ok(body), word, otherWord);
        }
    }

    /** A job that has ended badly. */
    record Failed(String body, FailureReason reason) {}

    /** A documented error answer. */
    record Refused(Answer answer, RefusalReason reason, boolean provesNothingMade) {}

    /** What a vendor says to the wish to stop a job. */
    record Cancels(Answer accepted, @Nullable Answer tooLate) {}

    /** What a vendor posts, and the ways of proving it that are too weak to be believed. */
    record Webhooks(WebhookSigning signing, String body, String id, String word, Map<String, WebhookSigning> weak) {}

    /** The pages that a look-up reads, in order, and what it then has to say. */
    record LooksUp(Lookup expected, Function<Submission, List<Answer>> pages) {}

    /** The pages of a list of jobs, in order, and what their rows say. */
    record Lists(Listing shows, List<ListedJob> expected, List<Answer> pages) {}

    /** The answer with one value of its body, of that text, replaced. */
    static Answer swapped(Answer answer, String from, String to) {
        return answer.withBody(swapped(answer.body(), from, to));
    }

    static String swapped(String body, String from, String to) {
        UnaryOperator<@Nullable Object> swap = leaf -> from.equals(String.valueOf(leaf)) ? to : leaf;
        Object tree = Json.read(body);
        Object other = Json.leaves(tree, swap);
        if (!from.equals(to) && Objects.equals(tree, other)) {
            throw new IllegalArgumentException("no value \"" + from + "\" stands in the body " + body);
        }
        return Json.write(other);
    }
}
