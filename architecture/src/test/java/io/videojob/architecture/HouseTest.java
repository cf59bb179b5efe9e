package io.videojob.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {

    static List<String> modules() {
        return House.modules();
    }

    @Test
    void modulesAreReadFromTheRootPom() {
        assertThat(modules()).contains("core", "http", "provider-aimlapi", "provider-eachlabs", "architecture");
    }

    /** A rule that looks at no class is always kept. */
    @ParameterizedTest
    @MethodSource("modules")
    void theRulesSeeEveryClassOfEveryModule(String module) {
        House house = House.built();
        assertThat(house.classesIn(module::equals).map(JavaClass::getName)).containsAll(sources(module));
    }

    /** The names of the top-level types, one for each source file. */
    private static List<String> sources(String module) {
        Path folder = House.root().resolve(module).resolve("src/main/java");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".java".length())
                            .replace(folder.getFileSystem().getSeparator(), "."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
