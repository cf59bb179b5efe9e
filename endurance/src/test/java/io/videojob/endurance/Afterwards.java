package io.videojob.endurance;

import io.videojob.JobStatus;
import io.videojob.VendorRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process after the last kill: it runs until every job has ended. What is parked because nobody knows what became of its
 * create is settled by its user, who looks at the vendor's own pages: if there is a job of it, it is adopted; if not, the
 * request is sent again.
 */
final class Afterwards {
    /** Past the time for which a lost create is looked for. */
    static final Duration PAST_THE_SEARCH = Duration.ofMinutes(31);

    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final World world;
    private final Vendors vendors;
    private final Map<String, String> tags;
    private int sentAgain;
    private int adopted;

    /**
     * Of that world.
     *
     * @param tags by job
     */
    Afterwards(World world, Map<String, String> tags) {
        this.world = world;
        this.vendors = new Vendors(world.sandbox());
        this.tags = tags;
    }

    /** Lets a process that waits begin and run until nothing is open any more, and ends it in order. */
    void run(Child spare) {
        try (Child child = World.begin(spare)) {
            untilAllHaveEnded(child);
            child.end();
        }
    }

    /** What is quiet for long is waiting for something: the time moves on. */
    void untilAllHaveEnded(Child child) {
        while (open(child) > 0) {
            Optional<String> ended = child.within("ended", QUIET);
            child.all("parked").forEach(parked -> goOn(child, parked));
            if (ended.isEmpty()) {
                world.time().skip(PAST_THE_SEARCH);
            }
            child.all("ended");
        }
    }

    private static int open(Child child) {
        child.tell("open");
        return Integer.parseInt(child.await("open"));
    }

    private void goOn(Child child, String parked) {
        String id = parked.substring(0, parked.indexOf(' '));
        if (parked.endsWith(JobStatus.UNCERTAIN.name())) {
            settle(child, id);
        } else {
            child.tell("wait " + id);
        }
    }

    private void settle(Child child, String id) {
        Optional<VendorRef> made = vendors.findAnyOf(tag(child, id));
        if (made.isPresent()) {
            adopted++;
            child.tell("adopt " + id + " " + made.get());
        } else {
            sentAgain++;
            child.tell("again " + id);
        }
    }

    private String tag(Child child, String id) {
        return tags.computeIfAbsent(id, unknown -> {
            child.tell("tag " + id);
            return child.await("tag " + id);
        });
    }

    /** How many parked jobs were sent again, as there was nothing at the vendor. */
    int sentAgain() {
        return sentAgain;
    }

    /** How many parked jobs were found at the vendor by their user. */
    int adopted() {
        return adopted;
    }
}
