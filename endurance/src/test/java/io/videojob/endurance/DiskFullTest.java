package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The disk is full at the worst moment: the vendor has made a job and said so, and nothing of it is written down yet. What
 * happened is kept in memory, new jobs are refused before anything is sent, and once there is room all goes on.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class DiskFullTest {
    private static final String ROUTE = "eachlabs";
    private static final String KEPT_IN_MEMORY = "what happened can't be written down yet and is kept in memory";

    private World world;
    private String job;

    @BeforeEach
    void begin() throws IOException {
        world = World.calm("disk-full", Store.Kind.SQLITE);
    }

    @AfterEach
    void end() throws IOException {
        world.close();
    }

    /** A file may not grow past a limit, which can be lifted from outside: as a quota is. */
    @Test
    void anAnswerThatComesWhileTheFileMayNotGrowIsWrittenDownOnceItMay() throws Exception {
        Child child = world.node(ROUTE);
        holdingAnAnswer(child);

        limit(child, "1");
        child.tell("go");
        child.awaitIn(KEPT_IN_MEMORY);
        child.tell("submit film-2-");
        assertThat(child.await("not submitted film-2-"))
                .startsWith("io.videojob.JournalException: the journal " + world.folder())
                .contains("can't be read or written: the disk reports an error; check the disk");
        limit(child, "unlimited");

        goesOn(child);
        child.end();
        assertOneJobEach();
    }

    /** A file system of two megabytes, which only the process sees. */
    @Test
    void anAnswerThatComesWhileTheDiskIsFullIsWrittenDownOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(world.folder().resolve("disk"));
        Path saved = world.folder().resolve("saved.db");
        assumeThat(mayMount())
                .as("this user may make a small file system of its own")
                .isTrue();
        String script = "mount -t tmpfs -o size=2m tmpfs \"$0\" && \"$@\"; code=$?; cp \"$0/jobs.db\" " + saved
                + "; exit $code";
        Child child = world.nodeBy(
                List.of("unshare", "-rm", "sh", "-c", script, disk.toString()),
                ROUTE,
                "videojob.journal.url = jdbc:sqlite:" + disk.resolve("jobs.db"));
        holdingAnAnswer(child);

        child.tell("fill " + disk.resolve("ballast"));
        child.await("full");
        child.tell("go");
        child.awaitIn(KEPT_IN_MEMORY);
        child.tell("submit film-2-");
        assertThat(child.await("not submitted film-2-"))
                .startsWith("io.videojob.JournalException: the journal " + disk.resolve("jobs.db")
                        + " can't grow: the disk is full; make room. Nothing was written ([SQLITE_FULL]");
        child.tell("drop " + disk.resolve("ballast"));

        goesOn(child);
        child.end();
        Files.move(saved, world.folder().resolve("jobs.db"), StandardCopyOption.REPLACE_EXISTING);
        assertOneJobEach();
    }

    /** Stands where the vendor's answer has come, and is not written down. */
    private void holdingAnAnswer(Child child) {
        child.tell("stop-at after submit #1");
        child.tell("submit film-1-");
        job = child.await("submitted").split(" ", -1)[0];
        child.await("at after submit #1");
        assertThat(world.vendor(ROUTE).jobs()).hasSize(1);
    }

    private void goesOn(Child child) {
        assertThat(child.await("ended")).isEqualTo(job + " SUCCEEDED");
        child.tell("submit film-3-");
        child.await("submitted");
        assertThat(child.await("ended")).endsWith("SUCCEEDED");
    }

    private void assertOneJobEach() {
        assertThat(world.vendor(ROUTE).creates()).as("creates on the wire").hasSize(2);
        assertThat(world.audit(Map.of(job, "film-1-")).wrong()).isEmpty();
        world.passed();
    }

    private static void limit(Child child, String bytes) throws IOException {
        Process prlimit = new ProcessBuilder("prlimit", "--fsize=" + bytes + ":unlimited", "--pid", "" + child.pid())
                .inheritIO()
                .start();
        assertThat(prlimit.onExit().join().exitValue()).as("prlimit").isZero();
    }

    private static boolean mayMount() {
        try {
            return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp")
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
