package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every code of the table, from the real program. */
@Tag("slow")
class ExitCodesTest extends AtTheSandbox {
    @Test
    void wrongUsageIs2AndNamesWhatIsNear() throws Exception {
        assertThat(cli.run("statsu").exits(2).err()).contains("statsu", "videojob status");
        assertThat(cli.run("run", "--vidoe", "x").exits(2).err()).contains("--vidoe", "--video", "run --help");
        assertThat(cli.run("run", "--json").exits(2).error()).containsEntry("type", "UsageException");
        assertThat(cli.run(Cli.asking("run", "--timeout", "soon")).exits(2).err())
                .contains("soon", "20m");
        assertThat(cli.run(Cli.asking("run", "--first-frame", "b.png")).exits(2).err())
                .contains("only once");
        assertThat(cli.run("run", "kling-o1/image-to-video", "--image", "no-such.png")
                        .exits(2)
                        .err())
                .contains("no-such.png");
        assertThat(cli.run("wait", "no-such-job").exits(2).err()).contains("no-such-job", "videojob list");
        assertThat(cli.run("wait", "nobody:123").exits(2).err()).contains("nobody", "aimlapi");
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    void helpIsNoError() throws Exception {
        assertThat(cli.run().exits(0).out()).contains("Usage: videojob", "Begin:", "AIMLAPI_KEY", "  130 ");
        assertThat(cli.run("run", "--help").exits(0).out()).contains("Example:", "--first-frame", "Exit codes:");
        assertThat(cli.run("help", "wait").exits(0).out()).contains("videojob wait [OPTIONS] JOB");
        assertThat(cli.run("--version").exits(0).out()).startsWith("videojob ");
        assertThat(cli.run("completion").exits(0).out()).contains("complete -F", "send-again");
    }

    @Test
    void aMistypedSettingIs2AndNamesTheRightOne() throws Exception {
        cli = Cli.on(sandbox, folder, "videojob.failver = on");

        assertThat(cli.run("list").exits(2).err()).contains("videojob.failver", "videojob.failover");
        assertThat(cli.run(Cli.asking("run", "--json")).exits(2).error())
                .containsEntry("type", "ConfigurationException");
    }

    @Test
    void anUnsetVariableIs2AndIsNamed() throws Exception {
        cli = Cli.on(sandbox, folder, "videojob.route = aimlapi", "videojob.provider.aimlapi.api-key = ${MY_KEY}");

        assertThat(cli.run(Cli.asking("submit")).exits(2).err()).contains("MY_KEY");
        cli.with("MY_KEY", Secrets.AIMLAPI_KEY).run(Cli.asking("submit")).exits(0);
    }

    @Test
    void noKeyAtAllIs2AndTellsWhichVariablesToSet() throws Exception {
        assertThat(new Cli(Files.createDirectories(folder.resolve("empty")))
                        .run(Cli.asking("run"))
                        .exits(2)
                        .err())
                .contains("AIMLAPI_KEY", "EACHLABS_API_KEY");
    }

    @Test
    void aRequestThatNobodyCanCarryIs2() throws Exception {
        assertThat(cli.run(Cli.asking("run", "--resolution", "8k")).exits(2).err())
                .contains("nothing was sent", "resolution");
        assertThat(cli.run("run", "kling-o1/imag-to-video").exits(2).err()).contains("kling-o1/image-to-video");
        sandbox.eachlabs().on(Operation.CREATE, Fault.answer(EachlabsAnswers.invalidInput("the image is too small")));
        assertThat(cli.run(Cli.asking("run", "--json", "--route", "eachlabs"))
                        .exits(2)
                        .error())
                .containsEntry("type", "ProviderException")
                .containsEntry("reason", "INVALID_REQUEST");
    }

    @Test
    void aRefusedKeyIs3() throws Exception {
        cli.with("VIDEOJOB_PROVIDER_EACHLABS_API_KEY", "smk_another-key-not-to-be-printed");

        Cli.Result refused =
                cli.run(Cli.asking("run", "--route", "eachlabs", "--verbose")).exits(3);

        assertThat(refused.err()).contains("eachlabs", "key").doesNotContain("smk_another");
    }

    @Test
    void noCreditsAre4AndSoIsABudget() throws Exception {
        sandbox.aimlapi().on(Operation.CREATE, Fault.answer(AimlApiAnswers.outOfCredits()));
        assertThat(cli.run(Cli.asking("run", "--json", "--route", "aimlapi"))
                        .exits(4)
                        .error())
                .containsEntry("reason", "OUT_OF_CREDITS");
        cli.with("VIDEOJOB_BUDGET_PER_JOB", "0.01");
        assertThat(cli.run(Cli.asking("run")).exits(4).err()).contains("budget");
        assertThat(sandbox.bill().jobs()).isZero();
    }

    @Test
    void aFailedJobIs5() throws Exception {
        sandbox.eachlabs().nextJob(JobScript.failure(Failure.text("the content was rejected")));

        Cli.Result failed =
                cli.run(Cli.asking("run", "--json", "--route", "eachlabs")).exits(5);

        assertThat(failed.json()).containsEntry("status", "FAILED");
        assertThat(failed.error()).containsEntry("type", "JobFailedException");
    }

    @Test
    void notFinishedInTimeIs6AndTellsHowToGoOn() throws Exception {
        sandbox.aimlapi().everyJob(JobScript.success().hold());

        Cli.Result waiting = cli.run(Cli.asking("run", "--timeout", "1s")).exits(6);

        assertThat(waiting.out()).isEmpty();
        assertThat(waiting.err()).contains("videojob wait 0");
    }

    @Test
    void aLostAnswerIs7AndIsSettledByItsUser() throws Exception {
        sandbox.aimlapi().everyJob(JobScript.success().hold());
        sandbox.aimlapi().on(Operation.CREATE, Fault.loseAnswer(), Fault.loseAnswer(), Fault.loseRequest());
        cli = Cli.on(sandbox, folder, "videojob.route = aimlapi");
        Cli.Result lost = cli.run(Cli.asking("submit")).exits(7);
        String first = lost.out().strip();
        assertThat(lost.err()).contains("videojob adopt " + first, "videojob give-up " + first, "send-again");
        String reference = "aimlapi:" + sandbox.aimlapi().jobs().get(0).id();

        assertThat(cli.run("adopt", first, "eachlabs:1").exits(2).err()).contains("aimlapi");
        assertThat(cli.run("adopt", first, reference).exits(0).out()).contains(reference);
        assertThat(cli.run("give-up", first).exits(2).err()).contains("uncertain");

        Cli.Result second =
                cli.run(Cli.asking("run", "--timeout", "1s", "--json")).exits(7);
        assertThat(second.json()).containsEntry("status", "UNCERTAIN");
        assertThat(cli.run("give-up", String.valueOf(second.json().get("jobId")), "--json")
                        .exits(0)
                        .json())
                .containsEntry("status", "FAILED");

        String third = cli.run(Cli.asking("submit")).exits(7).out().strip();
        assertThat(cli.run("send-again", third).exits(0).out()).contains(third);
        assertThat(sandbox.aimlapi().creates()).hasSize(4);
    }

    @Test
    void cancelingAnUncertainJobIs7() throws Exception {
        sandbox.aimlapi().on(Operation.CREATE, Fault.loseRequest());
        cli = Cli.on(sandbox, folder, "videojob.route = aimlapi");
        String lost = cli.run(Cli.asking("submit")).exits(7).out().strip();

        cli.run("cancel", lost, "--timeout", "2s").exits(7);
    }

    @Test
    void settlingNeedsOurOwnIdAndMakesNoJobOfAReference() throws Exception {
        assertThat(cli.run("adopt", "eachlabs:1", "eachlabs:2").exits(2).err()).contains("eachlabs:1");
        cli.run("give-up", "eachlabs:1").exits(2);
        cli.run("send-again", "eachlabs:1").exits(2);

        assertThat((List<?>) cli.run("list", "--json").exits(0).tree()).isEmpty();
    }

    @Test
    void errorsAreJsonHoweverItIsAskedFor() throws Exception {
        assertThat(cli.run("run", "model", "--vidoe", "x", "--json=true")
                        .exits(2)
                        .error())
                .containsEntry("type", "UsageException");
    }

    @Test
    void aVendorThatCantBeReachedIs8() throws Exception {
        cli = Cli.on(sandbox, folder, "videojob.retry.max-attempts = 1", "videojob.route = aimlapi");
        sandbox.aimlapi().goOffline();

        assertThat(cli.run(Cli.asking("run", "--json")).exits(8).error()).containsEntry("type", "TransportException");
        sandbox.aimlapi().goOnline();
        sandbox.aimlapi().on(Operation.CREATE, Fault.answer(AimlApiAnswers.tooManyRequests()));
        assertThat(cli.run(Cli.asking("run", "--json")).exits(8).error()).containsEntry("reason", "RATE_LIMITED");
        assertThat(sandbox.bill().jobs()).isZero();
    }
}
