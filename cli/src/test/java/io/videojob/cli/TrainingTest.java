package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs for its archive of classes, on a machine whose user has keys set. */
@Tag("slow")
class TrainingTest {
    @TempDir
    private Path folder;

    @Test
    void itReachesNoVendorWhateverTheEnvironmentSays() throws Exception {
        try (Sandbox trap = Cli.sandbox()) {
            Cli cli = new Cli(folder)
                    .with("AIMLAPI_KEY", Secrets.AIMLAPI_KEY)
                    .with("EACHLABS_API_KEY", Secrets.EACHLABS_KEY)
                    .with("VIDEOJOB_ROUTE", "aimlapi,eachlabs")
                    .with("VIDEOJOB_PROVIDER_AIMLAPI_API_KEY", Secrets.AIMLAPI_KEY)
                    .with("VIDEOJOB_PROVIDER_EACHLABS_API_KEY", Secrets.EACHLABS_KEY)
                    .with(
                            "VIDEOJOB_PROVIDER_AIMLAPI_BASE_URL",
                            trap.aimlapi().baseUrl().toString())
                    .with(
                            "VIDEOJOB_PROVIDER_EACHLABS_BASE_URL",
                            trap.eachlabs().baseUrl().toString());
            List<String> line = new ArrayList<>(Built.command());
            line.set(line.size() - 1, Training.class.getName());

            try (Cli.Running training = cli.launch(line)) {
                training.ends().exits(0);
            }
            assertThat(trap.aimlapi().creates()).isEmpty();
            assertThat(trap.eachlabs().creates()).isEmpty();

            cli.run(Cli.asking("submit")).exits(0);
            assertThat(trap.aimlapi().creates()).as("the trap is one").hasSize(1);
        }
    }
}
