package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.videojob.SavedFile;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class RaccoonTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void theRaccoonIsMadeByEitherVendorAndBilledOnce(String route, Sandbox sandbox) throws Exception {
        Properties settings = sandbox.properties();
        settings.setProperty("videojob.route", route);
        settings.setProperty("videojob.journal.url", "jdbc:sqlite:" + folder.resolve("jobs.db"));
        settings.setProperty("videojob.poll.interval", "50ms");

        SavedFile saved = Raccoon.make(settings, folder.resolve("raccoon.mp4"));

        assertEquals(saved.bytes(), Files.size(folder.resolve("raccoon.mp4")));
        assertEquals(1, sandbox.aimlapi().bill().jobs() + sandbox.eachlabs().bill().jobs());
    }
}
