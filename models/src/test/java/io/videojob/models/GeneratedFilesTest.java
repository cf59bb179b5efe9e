package io.videojob.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code -Dmodels.update=true} writes the files anew instead of comparing them. */
class GeneratedFilesTest {
    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    private static final String WAY_OUT =
            "If the change is meant, run ./mvnw test -pl models -am -Dmodels.update=true and commit: ";

    private final Map<String, String> files = Generator.files(PROJECT);

    @Test
    void whatIsCheckedInIsWhatTheFactsMake() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = PROJECT.resolve(file.getKey());
            if (Boolean.getBoolean("models.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(Files.readString(path)).as(WAY_OUT + file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void nothingElseLiesAmongTheProfiles() throws IOException {
        List<Path> others = new ArrayList<>();
        for (String vendor : Generator.VENDORS) {
            try (Stream<Path> all = Files.walk(PROJECT.resolve(Generator.folder(vendor)))) {
                all.filter(Files::isRegularFile)
                        .filter(path -> !files.containsKey(
                                PROJECT.relativize(path).toString().replace('\\', '/')))
                        .forEach(others::add);
            }
        }
        if (Boolean.getBoolean("models.update")) {
            for (Path other : others) {
                Files.delete(other);
            }
            return;
        }
        assertThat(others).as("no facts make them; delete them").isEmpty();
    }

    @Test
    void twoRunsMakeTheSame() {
        assertThat(Generator.files(PROJECT)).isEqualTo(files);
    }
}
