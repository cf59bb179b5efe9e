package io.videojob.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void everythingGoesAsPromisedAndTheVideoIsSaved() throws Exception {
        Path file = folder.resolve("a film.mp4");

        Demo.Ending end = Demo.play(new PrintStream(out, true, UTF_8), file);

        assertThat(end.kept()).isTrue();
        assertThat(end.saved().bytes()).isEqualTo(Files.size(file));

        assertThat(Mp4Facts.of(file).lasts(Duration.ofSeconds(5))).isTrue();
        assertThat(text(out))
                .contains(
                        "AI/ML API  creates: 1   jobs made: 1   bill: 0 jobs, $0",
                        "Eachlabs   creates: 1   jobs made: 1   bill: 1 job, $",
                        "UNCERTAIN",
                        "failed over to eachlabs",
                        file.toString())
                .doesNotContain("BROKEN");
    }

    @Test
    void aPromiseThatIsNotKeptIsTold() {
        JobSnapshot job = JobSnapshot.builder(JobId.parse("a-job"), JobStatus.SUCCEEDED, Instant.EPOCH)
                .build();
        Report report = new Report(new PrintStream(out, true, UTF_8));
        try (Sandbox untouched = Sandbox.start()) {
            report.promises(job, untouched, new Mp4Facts(Duration.ofSeconds(3), 640, 360));
        }

        assertThat(report.allKept()).isFalse();
        assertThat(text(out))
                .contains(
                        "BROKEN  the failed job",
                        "BROKEN  the lost answer's job",
                        "BROKEN  one video, one bill",
                        "BROKEN  the video is as long");
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeAnythingIsMade() {
        assertThatThrownBy(() -> Demo.requireFolder(folder.resolve("missing/film.mp4")))
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> Demo.requireFolder(folder)).hasMessageContaining(folder.toString());
    }

    @Test
    void aFileThatIsNoVideoIsNotTakenForOne() throws Exception {
        Path file = Files.writeString(folder.resolve("page.mp4"), "<html>502 Bad Gateway</html>");

        assertThatThrownBy(() -> Mp4Facts.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("page.mp4");
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}
