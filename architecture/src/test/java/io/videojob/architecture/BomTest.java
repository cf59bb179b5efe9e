package io.videojob.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTest {
    private static final List<String> NOT_PUBLISHED =
            List.of("bom", "examples", "benchmarks", "endurance", "models", "architecture");

    @Test
    void theBomNamesEachPublishedModuleAndNothingElse() throws IOException {
        List<String> published = all("<module>([\\w-]+)</module>", "pom.xml").stream()
                .filter(module -> !NOT_PUBLISHED.contains(module))
                .toList();

        assertThat(all("<artifactId>videojob-((?!bom)[\\w-]+)</artifactId>", "bom/pom.xml"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theBomAndTheUsersProjectHaveTheVersionOfTheBuild() throws IOException {
        String version = all("<version>([^<]+)</version>", "pom.xml").get(0);

        assertThat(all("<version>([^<$]+)</version>", "bom/pom.xml")).first().isEqualTo(version);
        assertThat(all("<version.videojob>([^<]+)</version.videojob>", "consumer/pom.xml"))
                .containsExactly(version);
    }

    private static List<String> all(String pattern, String file) throws IOException {
        Path path = House.root().resolve(file);
        return Pattern.compile(pattern)
                .matcher(Files.readString(path))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
