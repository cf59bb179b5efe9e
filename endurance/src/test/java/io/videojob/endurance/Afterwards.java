package io.videojob.endurance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** After the last kill: a process runs until every job has ended. */
final class Afterwards {
    /** Past the time for which a lost create is looked for. */
    static final Duration PAST_THE_SEARCH = Duration.ofMinutes(31);

    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private Afterwards() {}

    /** Lets a process that waits begin and run until nothing is open any more, and ends it in order. */
    static void run(Child spare, User user, ParentTime time) {
        try (Child child = World.begin(spare)) {
            untilAllHaveEnded(child, user, time);
            child.end();
            user.count(child);
        }
    }

    /** What is quiet for long is waiting for something: the time moves on. */
    static void untilAllHaveEnded(Child child, User user, ParentTime time) {
        while (open(child) > 0) {
            Optional<String> ended = child.within("ended", QUIET);
            user.lookAfter(child);
            if (ended.isEmpty()) {
                time.skip(PAST_THE_SEARCH);
            }
            child.all("ended");
        }
    }

    private static int open(Child child) {
        child.tell("open");
        return Integer.parseInt(child.await("open"));
    }
}
