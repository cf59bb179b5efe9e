package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.models.acceptance.Vendors.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The profiles that people have read beside a second source are there, with the source and what was found. */
class ReviewedTest {
    @Test
    void twentyProfilesOfEachVendorWereReadBesideASecondSource() throws IOException {
        List<String> reviewed = new ArrayList<>();
        for (JsonNode entry :
                Facts.JSON.readTree(Path.of("reviewed.json").toFile()).path("reviewed")) {
            assertThat(entry.path("against").asText()).as(entry.toString()).isNotBlank();
            assertThat(entry.path("found").asText()).as(entry.toString()).isNotBlank();
            reviewed.add(entry.path("model").asText());
        }
        assertThat(reviewed).doesNotHaveDuplicates();
        for (Vendor vendor : Vendors.ALL) {
            List<String> ofVendor = vendor.profiles().keySet().stream()
                    .map(slug -> vendor.name() + ":" + slug)
                    .filter(reviewed::contains)
                    .toList();
            assertThat(ofVendor).hasSizeGreaterThanOrEqualTo(20);
            reviewed.removeAll(ofVendor);
        }
        assertThat(reviewed).as("no vendor has them").isEmpty();
    }
}
