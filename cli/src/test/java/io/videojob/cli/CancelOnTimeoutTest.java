package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code --cancel-on-timeout}: what is late is asked to end, and what became of that is told as it is. */
@Tag("slow")
class CancelOnTimeoutTest extends AtTheSandbox {
    private static final String[] NOW = {"--timeout", "0s", "--cancel-on-timeout"};

    @BeforeEach
    void holdJobs() {
        sandbox.eachlabs().everyJob(JobScript.success().hold());
        sandbox.aimlapi().everyJob(JobScript.success().hold());
    }

    private String submitted(String route) throws Exception {
        return cli.run(Cli.asking("submit", "--route", route)).exits(0).out().strip();
    }

    /** Waits no time, and has the job canceled. */
    private Cli.Running late(String id, String... more) throws Exception {
        return cli.start(Stream.of(new String[] {"wait", id}, NOW, more)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private String onlyJob() {
        return sandbox.eachlabs().jobs().get(0).id();
    }

    private void untilTheVendorIsAsked() {
        while (sandbox.eachlabs().requests(Operation.CANCEL).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCanceledJobIs5AndSaysWhatIsBilled() throws Exception {
        Cli.Result canceled = late(submitted("eachlabs"), "--json").ends().exits(5);

        assertThat(canceled.json()).containsEntry("status", "CANCELED").containsEntry("cancellation", "CONFIRMED");
        assertThat(((List<Map<String, Object>>) canceled.json().get("attempts")).get(0))
                .containsEntry("billing", "NOT_BILLED");
        assertThat(canceled.error()).containsEntry("type", "JobCanceledException");
        assertThat((String) canceled.error().get("message")).endsWith("canceled at eachlabs; not billed");
        assertThat(sandbox.bill().jobs()).isZero();
    }

    @Test
    void whereTheVendorHasNoWayTheJobGoesOnAndThatIs6() throws Exception {
        String id = submitted("aimlapi");

        Cli.Result first = late(id).ends().exits(6);
        Cli.Result second = late(id, "--json").ends().exits(6);

        assertThat(first.out()).isEmpty();
        assertThat(first.err())
                .contains("the end of job " + id + " is asked for", "no way to cancel", "videojob wait " + id);
        assertThat(second.json()).containsEntry("status", "RUNNING").containsEntry("cancellation", "UNSUPPORTED");
        assertThat(second.error()).containsEntry("type", "StillRunningException");
        sandbox.aimlapi().finish(sandbox.aimlapi().jobs().get(0).id());
        cli.run("wait", id, "--out", "a.mp4").exits(0);
    }

    @Test
    void whatEndsBeforeTheWishArrivesIsSaved() throws Exception {
        sandbox.eachlabs().on(Operation.CANCEL, Fault.answer(Answer.empty(409)));
        String id = submitted("eachlabs");
        try (Cli.Running running = late(id, "--out", "a.mp4")) {
            untilTheVendorIsAsked();
            sandbox.eachlabs().finish(onlyJob());

            Cli.Result saved = running.ends().exits(0);

            assertThat(saved.out()).isEqualTo("a.mp4" + System.lineSeparator());
            assertThat(saved.err()).contains("Cancel: too late, it had ended before");
        }
        assertThat(cli.run("status", id, "--json").json()).containsEntry("cancellation", "TOO_LATE");
        assertThat(sandbox.bill().jobs()).isEqualTo(1);
    }

    /** The vendor's no to the wish says nothing of the job; Ctrl-C ends the wait for its word, not the wish. */
    @Test
    void whatTheVendorDoesNotTellIsNotTold() throws Exception {
        sandbox.eachlabs().on(Operation.CANCEL, Fault.answer(Answer.empty(400)));
        String id = submitted("eachlabs");
        try (Cli.Running running = late(id)) {
            untilTheVendorIsAsked();
            running.says("is asked for").interrupt();
            assertThat(running.ends().exits(130).err())
                    .contains("the wish to cancel it stays", "videojob wait " + id)
                    .doesNotContain("left as it is");
        }

        assertThat(cli.run("wait", id, "--timeout", "0s").exits(6).err())
                .contains("the vendor does not say whether it took effect");
    }

    @Test
    void aJobThatNobodyKnowsIs7() throws Exception {
        sandbox.eachlabs().on(Operation.CREATE, Fault.loseRequest());

        Cli.Result uncertain = cli.run(
                        Cli.asking("run", "--route", "eachlabs", "--timeout", "1s", "--cancel-on-timeout"))
                .exits(7);

        assertThat(uncertain.err()).contains("asked for, not decided yet", "videojob give-up ");
        assertThat(sandbox.eachlabs().requests(Operation.CANCEL)).isEmpty();
    }

    @Test
    void ctrlCInTheWaitLeavesTheJobAsItIs() throws Exception {
        try (Cli.Running running = cli.start(Cli.asking("run", "--route", "eachlabs", "--cancel-on-timeout"))
                .says("RUNNING")) {
            running.interrupt();
            assertThat(running.ends().exits(130).err()).contains("is left as it is");
        }

        assertThat(sandbox.eachlabs().requests(Operation.CANCEL)).isEmpty();
        assertThat(cli.run("list", "--open").exits(0).out().lines()).hasSize(1);
        assertThat(cli.run("run", "--help").exits(0).out().replaceAll("\\s+", " "))
                .contains("--cancel-on-timeout", "Ctrl-C leaves the job as it is, as ever");
    }
}
