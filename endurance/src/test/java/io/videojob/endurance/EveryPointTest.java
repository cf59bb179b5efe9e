package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One job's life has some thirty points: before and after each write to the journal and each exchange. A process is killed at
 * each of them, once: at the first {@code before replace}, at the second, and so on until a life has no more of them. The
 * next process finishes that job, then has one of its own, which is killed at the next point.
 */
@Tag("slow")
class EveryPointTest {
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<String> killedAt = new ArrayList<>();
    private final Map<String, String> submitted = new HashMap<>();
    private int requests;

    @Test
    void killedAtEachPointOfItsLifeAJobEndsAndIsPaidForOnceAtAimlapi() throws Exception {
        killAtEach(List.of("insert", "admit", "replace", "submit", "answered", "fetch"), "aimlapi", vendor -> {});
    }

    @Test
    void killedAtEachPointOfItsLifeAJobEndsAndIsPaidForOnceAtEachlabs() throws Exception {
        killAtEach(List.of("insert", "admit", "replace", "submit", "answered", "fetch"), "eachlabs", vendor -> {});
    }

    @Test
    void killedWhileALostJobIsLookedForItEndsAndIsPaidForOnce() throws Exception {
        killAtEach(List.of("locate"), "eachlabs", vendor -> vendor.on(Operation.CREATE, Fault.loseAnswer()));
    }

    private void killAtEach(List<String> names, String route, Consumer<VendorSandbox> misfortune) throws Exception {
        try (World world = World.fast("points", Store.Kind.chosen())) {
            User user = new User(new Vendors(world.sandbox()), new HashMap<>());
            for (String name : names) {
                for (String point : List.of("before " + name, "after " + name)) {
                    int times = 0;
                    boolean isKilled = true;
                    while (isKilled) {
                        times++;
                        try (Child child = world.node(route, "videojob.poll.interval = 3s")) {
                            Afterwards.untilAllHaveEnded(child, user, world.time());
                            misfortune.accept(world.vendor(route));
                            isKilled = isKilledAt(point + " #" + times, child);
                            user.count(child);
                        }
                        world.time().skip(Afterwards.PAST_THE_SEARCH);
                    }
                    assertThat(killedAt).as("where it was killed").contains(point + " #1");
                }
            }
            Afterwards.run(world.spare(List.of(), route), user, world.time());
            Audit.Findings findings = world.audit(submitted);
            System.out.println(
                    route + ": killed at " + killedAt.size() + " points " + killedAt + ": " + findings + "; " + user);
            assertThat(findings.wrong()).as("kept in %s", world.folder()).isEmpty();
            world.passed();
        }
    }

    /** True if the process comes to that point of its job's life, and dies there. */
    private boolean isKilledAt(String point, Child child) {
        untilQuiet(child);
        requests++;
        child.tell("count");
        child.tell("stop-at " + point);
        child.tell("submit film-" + requests + "-");
        boolean isThere = at(point, child).isPresent();
        child.kill();
        child.all("submitted").forEach(line -> {
            String[] words = line.split(" ", -1);
            submitted.put(words[0], words[1]);
        });
        if (isThere) {
            killedAt.add(point);
        }
        return isThere;
    }

    /** What still goes on for the job before is none of the next one's life. */
    private static void untilQuiet(Child child) {
        while (child.within("point", QUIET).isPresent()) {
            child.all("point");
        }
    }

    /** Waits until the process stands at that point; empty if the job has ended, and all is quiet, before. */
    private static Optional<String> at(String point, Child child) {
        return child.awaitEither("at " + point, "ended").or(() -> child.within("at " + point, QUIET));
    }
}
