package io.videojob.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.architecture.Fixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicApiTest {

    @TempDir
    private Path target;

    @Test
    void writesWhatAProgramCanNameAndNothingElse() throws IOException {
        PublicApi api = PublicApi.of(Fixture.named("PublicApi").build(target), "core");

        assertThat(api.text()).isEqualTo(expected());
    }

    @Test
    void aModuleWithoutTypesHasNoText() {
        PublicApi api = PublicApi.of(Fixture.named("PublicApi").build(target), "http");

        assertThat(api.text()).isEmpty();
    }

    private static String expected() throws IOException {
        try (var in = PublicApiTest.class.getResourceAsStream("expected-api.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
