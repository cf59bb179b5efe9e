package io.videojob.promises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Inspection;
import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.JournalException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code videojob.journal.key} the journal's file shows no prompt, and who has the key notices nothing. */
@Tag("slow")
class EncryptedJournalTest {
    private static final String KEY = "videojob.journal.key = AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String OTHER = "videojob.journal.key = AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    @RegisterExtension
    final World world = new World();

    private Properties settings(String... more) {
        return world.settings(
                "eachlabs",
                Stream.concat(Stream.of(world.journal()), Stream.of(more)).toArray(String[]::new));
    }

    private JobId deliver(String... more) throws Exception {
        try (VideoJobs jobs = world.open(settings(more))) {
            VideoJob job = jobs.submit(request());
            world.assertDelivered(job);
            return job.id();
        }
    }

    private static VideoRequest request() {
        return VideoRequest.builder("kling-o1/image-to-video")
                .prompt("@Image1 hides in the cupboard")
                .firstFrame("https://example.com/a.png")
                .tag("in the open")
                .build();
    }

    private Inspection inspect(String... more) {
        return world.closing(VideoJobs.builder()
                .config(settings(more))
                .environment(name -> null)
                .inspect());
    }

    @Test
    void thePromptIsNotInTheFileAndTheJobIsDelivered() throws Exception {
        JobId id = deliver(KEY);

        assertThat(lying()).doesNotContain("cupboard").contains("in the open", id.toString());
        assertThat(inspect(KEY).list(JobFilter.all()))
                .extracting(JobSnapshot::id)
                .containsExactly(id);
        assertThat(world.open(settings(KEY)).find(id)).isPresent();
    }

    @Test
    void withoutAKeyThePromptIsInTheFile() throws Exception {
        JobId unused = deliver();

        assertThat(lying()).contains("cupboard");
    }

    @Test
    void aJournalThatWasPlainGoesOnUnderAKey() throws Exception {
        JobId plain = deliver();
        JobId encrypted = deliver(KEY);

        assertThat(inspect(KEY).list(JobFilter.all()))
                .extracting(JobSnapshot::id)
                .containsExactly(encrypted, plain);
    }

    @Test
    void neitherTheLibraryNorALookBeginsWithoutTheKeyOrWithAnother() throws Exception {
        JobId unused = deliver(KEY);

        for (String[] wrong : List.of(new String[0], new String[] {OTHER})) {
            assertThatThrownBy(() -> world.open(settings(wrong)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("videojob.journal.key");
            assertThatThrownBy(() -> inspect(wrong).list(JobFilter.all()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("videojob.journal.key");
        }
    }

    /** What lies on the disk, in the database and beside it. */
    private String lying() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(world.file("jobs.db").getParent())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("jobs.db"))
                    .toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }
}
