package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The journal is away for long, with jobs under way and one answer just come, and is back. Meanwhile nothing is sent, and the
 * answer is kept in memory; afterwards all goes on.
 */
@Tag("slow")
class DatabaseAwayTest {
    private static final String ROUTE = "eachlabs";
    private static final String KEPT_IN_MEMORY = "what happened can't be written down yet and is kept in memory";

    private String job;

    /** Longer than the half minute for which a write waits. */
    @Test
    void aFileThatAnotherProgramHasLockedForLongIsWaitedForAndThenAllGoesOn() throws Exception {
        try (World world = World.calm("locked", Store.Kind.SQLITE)) {
            Child child = world.node(ROUTE);
            holdingAnAnswer(world, child);
            try (Connection other = DriverManager.getConnection(world.store().url())) {
                run(other, "BEGIN IMMEDIATE");
                child.tell("go");
                child.awaitIn(KEPT_IN_MEMORY);
                child.awaitIn("JournalException: the journal " + ((SqliteStore) world.store()).file()
                        + " is locked: another program has been writing to it for 30 s; find out which, and end it");
                assertThat(world.vendor(ROUTE).creates()).hasSize(1);
                run(other, "ROLLBACK");
            }
            goesOn(world, child);
        }
    }

    @Test
    void aServerThatIsStoppedAndStartedAgainIsWaitedForAndThenAllGoesOn() throws Exception {
        try (World world = World.calm("stopped", Store.Kind.POSTGRESQL)) {
            Child child = world.node(ROUTE);
            holdingAnAnswer(world, child);
            PostgresStore store = (PostgresStore) world.store();
            store.server().stop();
            child.tell("go");
            child.tell("submit film-2-");
            assertThat(child.await("not submitted film-2-"))
                    .startsWith("io.videojob.JournalException: the journal jdbc:postgresql:")
                    .contains("can't be reached: ")
                    .doesNotContain("user=");
            child.awaitIn(KEPT_IN_MEMORY);
            child.awaitIn("the journal can't be swept; again in PT5S");
            world.time().skip(Duration.ofMinutes(1));
            child.awaitIn("the journal can't be swept; again in PT5S");
            assertThat(world.vendor(ROUTE).creates()).hasSize(1);
            store.server().startAgain();
            goesOn(world, child);
        }
    }

    /** Stands where the vendor's answer has come, and is not written down. */
    private void holdingAnAnswer(World world, Child child) {
        child.tell("stop-at after submit #1");
        child.tell("submit film-1-");
        job = child.await("submitted").split(" ", -1)[0];
        child.await("at after submit #1");
        assertThat(world.vendor(ROUTE).jobs()).hasSize(1);
    }

    private void goesOn(World world, Child child) throws IOException {
        assertThat(child.await("ended")).isEqualTo(job + " SUCCEEDED");
        child.tell("submit film-3-");
        child.await("submitted");
        assertThat(child.await("ended")).endsWith("SUCCEEDED");
        child.end();
        assertThat(world.vendor(ROUTE).creates()).as("creates on the wire").hasSize(2);
        assertThat(world.audit(Map.of(job, "film-1-")).wrong()).isEmpty();
        world.passed();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
