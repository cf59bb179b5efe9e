package io.videojob.models.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.aimlapi.AimlApi;
import io.videojob.catalog.ModelProfile;
import io.videojob.eachlabs.Eachlabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dmodels.update=true} writes the page anew instead of comparing it. */
class ModelsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .getParent()
            .resolve("docs/models.md");

    @Test
    void thePageTellsOfTheModelsAsTheyAre() throws IOException {
        Map<String, List<ModelProfile>> vendors = new LinkedHashMap<>();
        try (AimlApi aimlapi = AimlApi.builder().apiKey("unused").build();
                Eachlabs eachlabs = Eachlabs.builder().apiKey("unused").build()) {
            vendors.put("aimlapi", aimlapi.traits().profiles().all());
            vendors.put("eachlabs", eachlabs.traits().profiles().all());
        }
        String page = ModelsPage.of(vendors);
        if (Boolean.getBoolean("models.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("If the change is meant, run ./mvnw test -pl models -am -Dmodels.update=true -Dtest=ModelsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false and commit docs/models.md")
                .isEqualTo(page);
    }
}
