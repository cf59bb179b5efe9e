package io.videojob.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.architecture.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dapi.update=true} writes the files anew instead of comparing them. */
class ApiFilesTest {

    private static final String WAY_OUT =
            "If the change is meant, run ./mvnw verify -pl architecture -am -Dapi.update=true and commit the file: ";

    @ParameterizedTest
    @ValueSource(strings = {"core", "http", "testkit", "provider-aimlapi", "provider-eachlabs", "webhooks", "sandbox"})
    void theApiIsAsWritten(String module) throws IOException {
        String now = PublicApi.of(House.built(), module).text();
        Path file = House.root().resolve("architecture/api").resolve(module + ".txt");
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
            return;
        }
        String written = Files.exists(file) ? Files.readString(file) : "";

        assertThat(without(lines(written), lines(now)))
                .as("lost. " + WAY_OUT + file)
                .isEmpty();
        assertThat(without(lines(now), lines(written)))
                .as("new. " + WAY_OUT + file)
                .isEmpty();
        assertThat(now).as("in another order or form. " + WAY_OUT + file).isEqualTo(written);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return rest;
    }

    /** Each member's line with its type's before it, so that a line says alone where it stands. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String type = "";
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            type = line.startsWith(" ") ? type : line;
            lines.add(line.startsWith(" ") ? type + " | " + line.strip() : line);
        }
        return lines;
    }
}
