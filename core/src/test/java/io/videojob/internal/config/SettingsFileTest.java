package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file of settings is read. */
class SettingsFileTest {

    @Test
    void aFileIsReadAsUtf8WithOrWithoutAByteOrderMark(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("videojob.properties");
        Files.writeString(file, "\uFEFFvideojob.journal.url = jdbc:sqlite:früh.db\n");

        assertThat(Settings.read(Settings.load(file), name -> null, List.of())
                        .journal()
                        .url())
                .contains("jdbc:sqlite:früh.db");
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.properties");
        Path latin1 = Files.write(
                folder.resolve("latin1.properties"),
                "videojob.journal.url = jdbc:sqlite:früh.db".getBytes(StandardCharsets.ISO_8859_1));
        Path broken = Files.writeString(folder.resolve("broken.properties"), "videojob.route = \\u00zz");

        for (Path file : List.of(missing, latin1, broken, folder)) {
            assertThatThrownBy(() -> Settings.read(Settings.load(file), name -> null, List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(file.getFileName().toString());
        }
    }
}
