package io.videojob.endurance;

import io.videojob.JobStatus;
import io.videojob.VendorRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever the jobs belong to. What is parked because nobody knows what became of its create they settle by a look at the
 * vendor's own pages: if there is a job of it, it is adopted; if not, the request is sent again. What is parked by its
 * deadline they go on waiting for.
 */
final class User {
    private final Vendors vendors;
    private final Map<String, String> tags;
    private int sentAgain;
    private int adopted;

    /**
     * Of these vendors.
     *
     * @param tags by job, as far as they are known
     */
    User(Vendors vendors, Map<String, String> tags) {
        this.vendors = vendors;
        this.tags = tags;
    }

    /** Settles what the process told of as parked since they looked last. */
    void lookAfter(Child child) {
        List<String> parked = child.all("parked").stream().distinct().toList();
        for (String each : parked) {
            String id = each.substring(0, each.indexOf(' '));
            if (each.endsWith(JobStatus.UNCERTAIN.name())) {
                settle(child, id);
            } else {
                child.tell("wait " + id);
            }
        }
    }

    private void settle(Child child, String id) {
        Optional<VendorRef> made = vendors.findAnyOf(tag(child, id));
        child.tell(made.map(reference -> "adopt " + id + " " + reference).orElse("again " + id));
    }

    private String tag(Child child, String id) {
        return tags.computeIfAbsent(id, unknown -> {
            child.tell("tag " + id);
            return child.await("tag " + id);
        });
    }

    /** Notes what the process, whose end this is, did of it. */
    void count(Child child) {
        sentAgain += child.all("sent-again").size();
        adopted += child.all("adopted").size();
    }

    @Override
    public String toString() {
        return "parked: " + sentAgain + " sent again by their user, who found none at the vendor, " + adopted
                + " adopted by their user, who found one";
    }
}
