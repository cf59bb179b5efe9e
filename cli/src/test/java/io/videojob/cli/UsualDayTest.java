package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.sandbox.script.JobScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes well, each line of the command's section. */
class UsualDayTest extends AtTheSandbox {
    @Test
    void runSubmitsWaitsAndSaves() throws Exception {
        Cli.Result done = cli.run(Cli.asking("run", "--out", "film.mp4")).exits(0);

        assertThat(done.out()).isEqualTo("film.mp4" + System.lineSeparator());
        assertThat(done.err())
                .contains("Job ", "aimlapi  RUNNING", "Done by aimlapi:")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
        assertThat(sandbox.aimlapi().creates().get(0).request().body()).contains("@Image1 waves ü");
        assertThat(sandbox.bill().jobs()).isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(folder.resolve("state/videojob")))
                .hasSize(3);
    }

    @Test
    @SuppressWarnings("unchecked")
    void runAsJsonIsOneObjectWithWhatIsKnown() throws Exception {
        Map<String, Object> json = cli.run(Cli.asking("run", "--json", "--route", "eachlabs", "--tag", "mine"))
                .exits(0)
                .json();

        assertThat(json.keySet())
                .contains("jobId", "status", "provider", "model", "vendorRef", "outputs", "cost", "attempts", "error");
        assertThat(json)
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("provider", "eachlabs")
                .containsEntry("model", "kling-o1/image-to-video")
                .containsEntry("tag", "mine")
                .containsEntry("error", null);
        Map<String, Object> output = ((List<Map<String, Object>>) json.get("outputs")).get(0);
        assertThat(output.keySet()).containsExactly("url", "file", "bytes", "sha256", "video", "differences");
        Path saved = folder.resolve(String.valueOf(output.get("file")));
        assertThat(output).containsEntry("bytes", (double) Files.size(saved));
        assertThat(saved.getFileName().toString()).startsWith(String.valueOf(json.get("jobId")));
        assertThat(((Map<String, Object>) json.get("cost")).keySet()).containsExactly("amount", "currency", "source");
        assertThat(((List<Map<String, Object>>) json.get("attempts")).get(0).keySet())
                .containsExactly("provider", "model", "vendorRef", "outcome", "billing", "error");
    }

    @Test
    void submitNowAndWaitTomorrow() throws Exception {
        sandbox.eachlabs().everyJob(JobScript.success().hold());
        Cli.Result submitted =
                cli.run(Cli.asking("submit", "--route", "eachlabs")).exits(0);
        String id = submitted.out().strip();
        assertThat(submitted.err()).contains("Taken as eachlabs:");
        String reference =
                String.valueOf(cli.run("status", id, "--json").exits(0).json().get("vendorRef"));
        assertThat(cli.run("status", reference).exits(0).out()).contains(id).containsAnyOf("QUEUED", "RUNNING");
        assertThat(cli.run("save", id).exits(6).err()).contains("videojob wait " + id);

        sandbox.eachlabs().finish(sandbox.eachlabs().jobs().get(0).id());

        assertThat(cli.run("wait", id, "--quiet", "--out", "a.mp4").exits(0)).satisfies(done -> {
            assertThat(done.out()).isEqualTo("a.mp4" + System.lineSeparator());
            assertThat(done.err()).isEmpty();
        });
        assertThat(cli.run("save", reference, "--out", "b.mp4", "--json")
                        .exits(0)
                        .json())
                .containsEntry("jobId", id);
        assertThat(folder.resolve("b.mp4")).hasSameBinaryContentAs(folder.resolve("a.mp4"));
        assertThat(cli.run("explain", id).exits(0).out()).contains("submitted", "#1 create", "SUCCEEDED");
        assertThat(cli.run("explain", reference, "--json").exits(0).json().keySet())
                .contains("history", "jobId");
        assertThat(sandbox.bill().jobs()).isEqualTo(1);
    }

    @Test
    void listShowsTheJournalAndSendsNothing() throws Exception {
        assertThat(cli.run("list").exits(0)).satisfies(none -> {
            assertThat(none.out()).isEmpty();
            assertThat(none.err()).contains("No jobs");
        });
        sandbox.aimlapi().everyJob(JobScript.success().hold());
        String id = cli.run(Cli.asking("submit")).exits(0).out().strip();
        int looks = sandbox.aimlapi().looks();

        assertThat(cli.run("list", "--open").exits(0).out()).contains(id, "kling-o1/image-to-video");
        assertThat((List<?>) cli.run("list", "--json", "--limit", "3").exits(0).tree())
                .hasSize(1);
        assertThat((List<?>)
                        cli.run("list", "--json", "--status", "failed").exits(0).tree())
                .isEmpty();
        assertThat(sandbox.aimlapi().looks()).isEqualTo(looks);
    }

    @Test
    @SuppressWarnings("unchecked")
    void planShowsEveryFieldAndSendsNothing() throws Exception {
        assertThat(cli.run(Cli.asking("plan")).exits(0).out())
                .contains("1. aimlapi:", "2. eachlabs:", "firstFrame -> image_url = https://example.com/a.png?…");
        Map<String, Object> json =
                cli.run(Cli.asking("plan", "--json", "--seed", "7")).exits(2).json();

        assertThat(json).containsEntry("accepted", false);
        assertThat((List<Map<String, Object>>) json.get("candidates"))
                .hasSize(2)
                .allSatisfy(candidate -> assertThat((List<Map<String, Object>>) candidate.get("fields"))
                        .anySatisfy(field ->
                                assertThat(field).containsEntry("field", "seed").containsEntry("fate", "REFUSED")));
        assertThat(sandbox.aimlapi().creates()).isEmpty();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void modelsAndProvidersNeedNoKey() throws Exception {
        cli.settings(List.of());
        assertThat(cli.run("models", "kling-o1/image-to").exits(0)).satisfies(models -> {
            assertThat(models.out()).contains("kling-o1/image-to-video (", "aimlapi:", "eachlabs:", "firstFrame*");
            assertThat(models.err()).contains("No provider has a key");
        });
        assertThat(cli.run("providers").exits(0).out()).contains("AIMLAPI_KEY", "EACHLABS_API_KEY");
        cli.with("AIMLAPI_KEY", Secrets.AIMLAPI_KEY);
        assertThat((List<?>) cli.run("models", "--json").exits(0).tree())
                .allSatisfy(model -> assertThat((Map<?, ?>) model).hasFieldOrPropertyWithValue("provider", "aimlapi"));
        assertThat((List<?>) cli.run("providers", "--json").exits(0).tree()).hasSize(2);
    }

    @Test
    void settingsComeFromTheUsersFolderToo() throws Exception {
        Path mine = Files.createDirectories(folder.resolve("config/videojob"));
        Files.move(folder.resolve("videojob.properties"), mine.resolve("videojob.properties"));

        assertThat(cli.run("providers").exits(0).out())
                .contains("in use", sandbox.aimlapi().baseUrl().toString());
        assertThat(cli.run("providers", "--config", "no-such-file").exits(2).err())
                .contains("no-such-file");
    }

    @Test
    void routeBeatsEnvironmentAndFile() throws Exception {
        cli = Cli.on(sandbox, folder, "videojob.route = aimlapi").with("VIDEOJOB_ROUTE", "aimlapi");

        assertThat(cli.run("providers", "--route", "eachlabs").exits(0).out().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("eachlabs +in use .*"))
                .anyMatch(line -> line.matches("aimlapi +not in the route"));
        assertThat(cli.run("models", "--route", "eachlab").exits(2).err()).contains("eachlab", "videojob.route");
    }

    @Test
    void theJournalMayLieElsewhere() throws Exception {
        cli.with("VIDEOJOB_JOURNAL_URL", "jdbc:sqlite:here.db");

        cli.run(Cli.asking("submit")).exits(0);

        assertThat(folder.resolve("here.db")).exists();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aJobIsCanceledWhereTheVendorCan() throws Exception {
        sandbox.eachlabs().everyJob(JobScript.success().hold());
        sandbox.aimlapi().everyJob(JobScript.success().hold());
        String there = cli.run(Cli.asking("submit", "--route", "eachlabs"))
                .exits(0)
                .out()
                .strip();
        String here = cli.run(Cli.asking("submit", "--route", "aimlapi"))
                .exits(0)
                .out()
                .strip();

        assertThat(cli.run("cancel", there, "--json").exits(0).json())
                .containsEntry("status", JobStatus.CANCELED.name())
                .containsEntry("cancellation", "CONFIRMED");
        assertThat(cli.run("cancel", here).exits(6).out()).contains("no way to cancel");
        assertThat(cli.run("wait", there).exits(5).err()).contains("canceled");
    }

    @Test
    void whatIsLateIsCanceledWhereThatIsAskedFor() throws Exception {
        sandbox.eachlabs().everyJob(JobScript.success().hold());

        Cli.Result late = cli.run(Cli.asking("run", "--route", "eachlabs", "--timeout", "1s", "--cancel-on-timeout"))
                .exits(5);

        assertThat(late.out()).isEmpty();
        assertThat(late.err()).contains("canceled", "not billed", "videojob explain ");
        assertThat(sandbox.bill().jobs()).isZero();
    }

    @Test
    void theDemoKeepsItsPromises() throws Exception {
        assertThat(cli.run("demo", "--out", "demo.mp4").exits(0).out())
                .contains("kept    one video, one bill")
                .doesNotContain("BROKEN");
        assertThat(folder.resolve("demo.mp4")).isNotEmptyFile();
    }

    @Test
    void theSandboxPrintsSettingsThatLeadThere() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (Cli.Running vendors =
                cli.start("sandbox", "--port", "0", "--speed", "600").says("eachlabs.base-url")) {
            Files.copy(folder.resolve(".out1"), other.resolve("videojob.properties"));
            Cli there = new Cli(other).with("VIDEOJOB_POLL_INTERVAL", "50ms");

            there.run(Cli.asking("run", "--out", "x.mp4")).exits(0);

            vendors.interrupt();
            assertThat(vendors.ends().exits(130).err()).contains("has ended");
        }
    }
}
