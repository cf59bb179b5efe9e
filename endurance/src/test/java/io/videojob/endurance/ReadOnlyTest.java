package io.videojob.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A journal that may only be read is refused at once, with the way out; what was bought before is delivered once it is mended. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class ReadOnlyTest {
    private static final String ROUTE = "aimlapi";

    @Test
    void aFileThatMayNotBeWrittenIsRefusedAndWhatItHoldsIsDeliveredOnceItMay() throws Exception {
        try (World world = World.calm("read-only", Store.Kind.SQLITE)) {
            Child killed = world.node(ROUTE);
            killed.tell("stop-at after fetch #1");
            killed.tell("submit film-1-");
            killed.await("at after fetch #1");
            killed.kill();
            String job = killed.await("submitted").split(" ", -1)[0];
            Path file = ((SqliteStore) world.store()).file();

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
            Child refused = world.spare(anybody(), ROUTE);
            refused.tell("begin");
            assertThat(refused.await("broken"))
                    .isEqualTo(
                            "io.videojob.JournalException: the journal " + file
                                    + " can't be opened: this user may not read and write the file and its folder; give permission");
            assertThat(refused.ended()).isEqualTo(1);

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Child mended = world.nodeBy(anybody(), ROUTE);
            assertThat(mended.await("ended")).isEqualTo(job + " SUCCEEDED");
            mended.end();
            assertThat(world.vendor(ROUTE).creates()).hasSize(1);
            assertThat(world.audit(Map.of(job, "film-1-")).wrong()).isEmpty();
            world.passed();
        }
    }

    /** Starts a program so that permissions hold for it, also if this user is root. */
    private static List<String> anybody() throws IOException {
        Process id = new ProcessBuilder("id", "-u").start();
        boolean isRoot = new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .equals("0");
        return isRoot ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search") : List.of();
    }
}
