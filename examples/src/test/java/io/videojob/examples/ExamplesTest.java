package io.videojob.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.mp4.Mp4Directory;
import io.videojob.sandbox.EachlabsSandbox;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.SandboxExtension;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.JobScript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example, run as its user runs it: by its {@code main}, with a configuration file. */
@ExtendWith(SandboxExtension.class)
class ExamplesTest {

    @TempDir
    Path folder;

    @Test
    void submitAndSaveSavesTheVideoThatWasAskedForAndIsBilledOnce(Sandbox sandbox) throws Exception {
        SubmitAndSave.main(new String[] {Config.of(sandbox).in(folder), video()});

        assertThatTheVideoIsThere(folder.resolve("raccoon.mp4"));
        assertThatOneJobWasBilled(sandbox, sandbox.aimlapi());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void theRouteAloneDecidesWhoMakesTheVideo(String route, Sandbox sandbox) throws Exception {
        VendorSandbox wanted = route.equals("aimlapi") ? sandbox.aimlapi() : sandbox.eachlabs();
        String config = Config.of(sandbox).with("videojob.route", route).in(folder);

        SwitchProvider.main(new String[] {config, video()});

        assertThatTheVideoIsThere(folder.resolve("raccoon.mp4"));
        assertThatOneJobWasBilled(sandbox, wanted);
    }

    /** Held, so that the first run can only end by stopping while the vendor works. */
    @Test
    void aJobIsAttachedToByTheVendorsReferenceWhereThereIsNoJournal(EachlabsSandbox eachlabs, Sandbox sandbox)
            throws Exception {
        String config = Config.of(sandbox).with("videojob.route", "eachlabs").in(folder);
        eachlabs.nextJob(JobScript.success().hold());

        AttachAfterRestart.main(new String[] {config, video()});
        assertThat(note()).hasSize(2).last().isEqualTo("eachlabs:" + onlyJob(eachlabs));
        eachlabs.finish(onlyJob(eachlabs));
        AttachAfterRestart.main(new String[] {config, video()});

        assertThatTheVideoIsThere(folder.resolve("raccoon.mp4"));
        assertThatOneJobWasBilled(sandbox, eachlabs);
    }

    @Test
    void aJobIsFoundByItsIdWhereTheJournalLasts(EachlabsSandbox eachlabs, Sandbox sandbox) throws Exception {
        String config = Config.of(sandbox)
                .with("videojob.route", "eachlabs")
                .with("videojob.journal.url", "jdbc:sqlite:" + folder.resolve("jobs.db"))
                .in(folder);
        eachlabs.nextJob(JobScript.success().hold());

        AttachAfterRestart.main(new String[] {config, video()});
        String id = note().get(0);
        Files.write(folder.resolve("raccoon.mp4.job"), List.of(id, "eachlabs:not-looked-at"));
        eachlabs.finish(onlyJob(eachlabs));
        AttachAfterRestart.main(new String[] {config, video()});

        assertThatTheVideoIsThere(folder.resolve("raccoon.mp4"));
        assertThatOneJobWasBilled(sandbox, eachlabs);
    }

    @Test
    void threeJobsAreSavedWithoutAThreadThatWaits(Sandbox sandbox) throws Exception {
        AsynchronousCompletion.main(new String[] {Config.of(sandbox).in(folder), folder.toString()});

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".mp4")))
                    .hasSize(3)
                    .allSatisfy(ExamplesTest::assertThatTheVideoIsThere);
        }
        assertThat(sandbox.bill().jobs()).isEqualTo(3);
        assertThat(sandbox.aimlapi().creates()).hasSize(3);
    }

    /** Looks an hour apart: only the webhook can have woken the job. */
    @Test
    void theWebhookEndsTheWait(EachlabsSandbox eachlabs, Sandbox sandbox) throws Exception {
        int port = freePort();
        String config = Config.of(sandbox)
                .with("videojob.route", "eachlabs")
                .with("videojob.poll.interval", "1h")
                .with("videojob.webhook.public-url", "http://127.0.0.1:" + port + "/videojob")
                .with("videojob.webhook.secret", "only-for-this-test")
                .in(folder);
        eachlabs.runTime(Duration.ofMinutes(10));

        WebhookReceiver.main(new String[] {config, video(), String.valueOf(port)});

        assertThatTheVideoIsThere(folder.resolve("raccoon.mp4"));
        assertThatOneJobWasBilled(sandbox, eachlabs);
        // the vendor reads the answer while the video is being saved
        await().untilAsserted(() ->
                assertThat(eachlabs.webhookAttempts()).isNotEmpty().allMatch(WebhookAttempt::acknowledged));
    }

    private String video() {
        return folder.resolve("raccoon.mp4").toString();
    }

    private List<String> note() throws IOException {
        return Files.readAllLines(folder.resolve("raccoon.mp4.job"));
    }

    private static String onlyJob(VendorSandbox vendor) {
        assertThat(vendor.jobs()).hasSize(1);
        return vendor.jobs().get(0).id();
    }

    private static void assertThatOneJobWasBilled(Sandbox sandbox, VendorSandbox vendor) {
        assertThat(vendor.creates())
                .hasSize(1)
                .allSatisfy(create -> assertThat(create.problems()).isEmpty());
        assertThat(vendor.bill().jobs()).isEqualTo(1);
        assertThat(sandbox.bill()).isEqualTo(vendor.bill());
        assertThat(sandbox.leakedKeys()).isEmpty();
    }

    private static void assertThatTheVideoIsThere(Path file) {
        assertThat(file).exists();
        try {
            Mp4Directory movie =
                    Mp4MetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(Mp4Directory.class);
            assertThat(movie.getDoubleObject(Mp4Directory.TAG_DURATION)
                            / movie.getDoubleObject(Mp4Directory.TAG_TIME_SCALE))
                    .as("seconds")
                    .isEqualTo(5.0);
        } catch (IOException e) {
            throw new AssertionError(file + " can't be read", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
