package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a project's folder of its own where the build is what the test says. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    /** Puts the jars in place as Maven would, and counts. */
    private static final String BUILD = """
            #!/usr/bin/env bash
            echo built >> builds
            echo "[INFO] Building VideoJob core 0.1.0-SNAPSHOT                [2/9]"
            mkdir -p cli/target/lib
            cp jars/*.jar cli/target/lib/
            mv cli/target/lib/app.jar cli/target/videojob-cli-1.jar
            """;

    @TempDir
    private Path folder;

    private Path home;

    @Test
    void itBuildsOnceAlsoForTwoTerminalsAndThenRunsFromAnywhere() throws Exception {
        project(BUILD);
        Files.createSymbolicLink(folder.resolve("videojob"), home.resolve("videojob"));
        try (Sandbox sandbox = Cli.sandbox()) {
            Cli cli = Cli.on(sandbox, folder);
            try (Cli.Running one = cli.launch(List.of("./videojob", "models"));
                    Cli.Running two = cli.launch(List.of("./videojob", "providers", "--json"))) {
                Cli.Result first = one.ends().exits(0);
                Cli.Result second = two.ends().exits(0);
                assertThat(first.out()).contains("kling-o1/image-to-video");
                assertThat((List<?>) second.tree()).hasSize(2);
                assertThat(first.err() + second.err())
                        .contains("Building VideoJob once", "  [2/9] VideoJob core" + System.lineSeparator())
                        .doesNotContain("SNAPSHOT");
            }
            try (Cli.Running run = cli.launch(
                    Stream.concat(Stream.of("./videojob"), Stream.of(Cli.asking("run", "--json", "--out", "film.mp4")))
                            .toList())) {
                assertThat(run.ends().exits(0).json()).containsEntry("status", "SUCCEEDED");
            }
        }
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
        assertThat(home.resolve("builds")).hasContent("built");
    }

    @Test
    void aBuildThatFailsIsToldAndTriedAgain() throws Exception {
        project("#!/usr/bin/env bash\necho [INFO] chatter\necho no network\nexit 1\n");
        Cli cli = new Cli(folder);
        for (int i = 0; i < 2; i++) {
            try (Cli.Running run = cli.launch(List.of(home.resolve("videojob").toString(), "list"))) {
                assertThat(run.ends().exits(1)).satisfies(result -> {
                    assertThat(result.out()).isEmpty();
                    assertThat(result.err())
                            .contains("no network", "the build failed")
                            .doesNotContain("chatter");
                });
            }
        }
    }

    private void project(String build) throws IOException {
        home = Files.createDirectories(folder.resolve("a project"));
        Path real = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
        Files.copy(real.resolve("videojob"), home.resolve("videojob"));
        Files.writeString(home.resolve("mvnw"), build);
        assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (Path jar : Built.jars(jars)) {
            if (!jar.startsWith(jars)) {
                Files.copy(jar, jars.resolve(jar.getFileName()));
            }
        }
    }
}
