package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the database server is full: what needs a new page is not written, and is told. A small file system, which it
 * takes root to make; who isn't, skips this.
 */
@Tag("slow")
class ServersDiskFullTest {
    private static final String ROUTE = "eachlabs";
    private static final int MEGABYTES = 120;

    @TempDir
    Path folder;

    @Test
    void newJobsAreRefusedWhileTheServersDiskIsFullAndAllGoesOnOnceThereIsRoom() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
        assumeThat(mounted).as("this user may make a small file system").isPresent();
        try (SmallDisk disk = mounted.get();
                World world = World.calm("server-full", unused -> server(disk.folder()))) {
            Map<String, String> submitted = new HashMap<>();
            Child child = world.node(ROUTE);
            child.tell("stop-at after submit #1");
            submit(child, submitted, 1);
            child.await("at after submit #1");

            disk.fill();
            int more = 1;
            while (submit(child, submitted, more + 1)) {
                more++;
            }
            disk.empty();
            child.tell("go");

            for (int i = 0; i < more; i++) {
                assertThat(child.await("ended")).endsWith("SUCCEEDED");
            }
            child.end();
            assertThat(world.vendor(ROUTE).creates()).as("creates on the wire").hasSize(more);
            assertThat(world.audit(submitted).wrong()).isEmpty();
            world.passed();
        }
    }

    /** False if it was refused for want of room. */
    private static boolean submit(Child child, Map<String, String> submitted, int number) {
        child.tell("submit film-" + number + "-");
        Optional<String> done = child.awaitEither("submitted", "not submitted");
        done.ifPresent(line -> submitted.put(line.split(" ", -1)[0], line.split(" ", -1)[1]));
        if (done.isEmpty()) {
            assertThat(child.lastTaken())
                    .contains("can't grow: the server's disk is full; make room. Nothing was written");
        }
        return done.isPresent();
    }

    private static Store server(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setRegisterShutdownHook(false)
                .start();
        return new Store() {
            @Override
            public String url() {
                return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
            }

            @Override
            public void close() {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
