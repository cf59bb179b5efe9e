package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes are killed at random points, with many jobs under way, each next one going on with the same journal; see
 * {@link Audit} for what must hold afterwards. Three kills in the plain build, twenty on each database with {@code -Pall}; 500,
 * which take ten to twenty minutes:
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
    private static final int SOME = 20;

    @Test
    void whateverIsKilledEveryJobEndsAndIsPaidForOnce() throws Exception {
        kill(Integer.getInteger("kills", FEW), Store.Kind.chosen());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void someDozensOfKillsToo(Store.Kind kind) throws Exception {
        kill(SOME, kind);
    }

    private static void kill(int kills, Store.Kind kind) throws Exception {
        long seed = Long.getLong("kills.seed", new Random().nextLong());

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
