package io.videojob.endurance;

import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * So many processes, one after the other, over one journal; each gets more work and is killed in the middle of it, by the
 * dice of a seed: at a point, where it stands still for it, or at once when it tells of one, wherever it is by then; now and
 * then before it is up. Between two of them no time passes, or more than a create may take, or more than a lost create is
 * looked for.
 */
final class RandomKills {
    /** No more new jobs while so many are open. */
    private static final int MANY = 12;

    private static final int FURTHEST = 150;
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final int ONE_IN = 30;
    private static final List<String> ROUTES = List.of("aimlapi, eachlabs", "eachlabs, aimlapi");
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(75), Afterwards.PAST_THE_SEARCH);

    private final World world;
    private final Random random;
    private final int port = Ports.free();
    private final Map<String, String> submitted = new HashMap<>();
    private final User user;
    private int requests;
    private int early;
    private int idle;

    RandomKills(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        this.user = new User(new Vendors(world.sandbox()), submitted);
    }

    /** Kills so many, then lets one run to the end; what is found then. */
    Audit.Findings run(int kills) throws IOException {
        Child next = spare();
        for (int i = 0; i < kills; i++) {
            Child child = next;
            next = spare();
            try (child) {
                live(child);
                child.kill();
            }
            hear(child);
            world.time().skip(PAUSES.get(random.nextInt(PAUSES.size())));
        }
        world.time().skip(Afterwards.PAST_THE_SEARCH);
        Map<String, String> told = Map.copyOf(submitted);
        Afterwards.run(next, user, world.time());
        Audit.Findings findings = world.audit(told);
        System.out.println(kills + " kills (" + early + " before the process was up, " + idle + " of an idle one), "
                + requests + " requests, " + findings + "; " + user);
        return findings;
    }

    /** Half of them take webhooks. */
    private Child spare() throws IOException {
        String route = ROUTES.get(random.nextInt(ROUTES.size()));
        return random.nextBoolean()
                ? world.spare(List.of(), route)
                : world.spare(
                        List.of(),
                        route,
                        "videojob.webhook.public-url = http://127.0.0.1:" + port + "/videojob",
                        "videojob.webhook.secret = a-long-random-text-for-these-tests");
    }

    /** Now and then an answer gets lost on its way, or a vendor's job fails. */
    private void misfortune() {
        VendorSandbox vendor = random.nextBoolean()
                ? world.sandbox().aimlapi()
                : world.sandbox().eachlabs();
        switch (random.nextInt(ONE_IN)) {
            case 0 -> vendor.on(Operation.CREATE, Fault.loseAnswer());
            case 1 -> vendor.on(Operation.CREATE, Fault.loseRequest());
            case 2 -> vendor.nextJob(JobScript.failure(Failure.text("no result came from upstream")));
            default -> {}
        }
    }

    private void live(Child child) {
        misfortune();
        boolean isAtThePoint = random.nextBoolean();
        double dice = random.nextDouble();
        int point = 1 + (int) (FURTHEST * dice * dice); // more of the first, which are the dearer ones
        child.await("started");
        if (isAtThePoint) {
            child.tell("begin");
        }
        child.tell(isAtThePoint ? "stop-from " + point : "begin");
        if (random.nextInt(20) == 0) {
            early++;
            return;
        }
        int open = Integer.parseInt(child.await("ready"));
        user.lookAfter(child);
        int more = open >= MANY ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < more; i++) {
            requests++;
            child.tell("submit film-" + requests + "-");
        }
        if (child.within("point " + point + " ", IDLE).isEmpty()) {
            idle++;
        }
    }

    private void hear(Child child) {
        user.count(child);
        for (String line : child.all("submitted")) {
            String[] words = line.split(" ", -1);
            submitted.put(words[0], words[1]);
        }
    }
}
