package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Processes are killed at random points, with many jobs under way, each next one going on with the same journal; see
 * {@link Audit} for what must hold afterwards. A few kills in the plain build, some dozens with {@code -Pall}; 500, which take
 * some ten minutes:
 *
 * <pre>{@code
 * ./mvnw test -pl endurance -am -Dtest=RandomKillsTest -Dsurefire.failIfNoSpecifiedTests=false -Dkills=500
 * }</pre>
 *
 * {@code -Dkills.seed=N} repeats the dice of a run (not what the machine made of them), {@code -Djournal=postgresql} takes the
 * other database.
 */
class RandomKillsTest {
    private static final int FEW = 3;
    private static final int SOME = 30;

    @Test
    void whateverIsKilledEveryJobEndsAndIsPaidForOnce() throws Exception {
        kill(Integer.getInteger("kills", FEW));
    }

    @Test
    @Tag("slow")
    void someDozensOfKillsToo() throws Exception {
        kill(SOME);
    }

    private static void kill(int kills) throws Exception {
        long seed = Long.getLong("kills.seed", new Random().nextLong());
        Store.Kind kind =
                Store.Kind.valueOf(System.getProperty("journal", "sqlite").toUpperCase(Locale.ROOT));
        System.out.println(kills + " kills on " + kind + " with -Dkills.seed=" + seed);
        long begin = System.nanoTime();
        try (World world = World.fast("kills", kind)) {
            Audit.Findings findings = new RandomKills(world, seed).run(kills);
            assertThat(findings.wrong())
                    .as("seed %s, journal kept in %s", seed, world.folder())
                    .isEmpty();
            world.passed();
        }
        System.out.println((System.nanoTime() - begin) / 1_000_000 + " ms");
    }
}
