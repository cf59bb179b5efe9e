package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ctrl-C, kill -9, two terminals at once. */
@Tag("slow")
class BrokenOffTest extends AtTheSandbox {
    @BeforeEach
    void holdJobs() {
        sandbox.aimlapi().everyJob(JobScript.success().hold());
    }

    @Test
    void ctrlCLeavesTheJobAndTellsHowToGoOn() throws Exception {
        try (Cli.Running running =
                cli.start(Cli.asking("run", "--out", "film.mp4")).says("RUNNING")) {
            running.interrupt();
            Cli.Result interrupted = running.ends().exits(130);
            String id = cli.run("list", "--open").out().split(" ", 2)[0];

            assertThat(interrupted.out()).isEmpty();
            assertThat(interrupted.err()).contains("Interrupted", "videojob wait " + id);
            finishAll();
            assertThat(cli.run("wait", id, "--out", "film.mp4").exits(0).out()).contains("film.mp4");
        }
        assertThat(sandbox.bill().jobs()).isEqualTo(1);
    }

    @Test
    void ctrlCAsJsonIsOneObjectToo() throws Exception {
        try (Cli.Running running = cli.start(Cli.asking("run", "--json")).says("RUNNING")) {
            running.interrupt();

            Cli.Result interrupted = running.ends().exits(130);

            assertThat(interrupted.json()).containsEntry("status", "RUNNING").containsEntry("provider", "aimlapi");
            assertThat(interrupted.error()).containsEntry("type", "Interrupted");
        }
    }

    @Test
    void ctrlCWhileTheCreateIsOnTheWireWaitsForItsAnswer() throws Exception {
        sandbox.aimlapi().on(Operation.CREATE, Fault.hang().afterWork());
        try (Cli.Running running = cli.start(Cli.asking("run")).says("SUBMITTING")) {
            while (sandbox.aimlapi().creates().isEmpty()) {
                Thread.onSpinWait();
            }
            running.interrupt();
            running.says("just being sent");
            sandbox.aimlapi().release();

            running.ends().exits(130);
        }
        assertThat(cli.run("list").exits(0).out()).contains("UNCERTAIN");
        assertThat(sandbox.aimlapi().creates()).hasSize(1);
    }

    @Test
    void afterKill9WaitGoesOnAndNothingIsSentTwice() throws Exception {
        try (Cli.Running running = cli.start(Cli.asking("run")).says("RUNNING")) {
            running.kill();
        }
        String id = cli.run("list", "--open").exits(0).out().split(" ", 2)[0];
        finishAll();

        cli.run("wait", id, "--out", "film.mp4").exits(0);

        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
        assertThat(sandbox.aimlapi().creates()).hasSize(1);
    }

    @Test
    void afterKill9InACreateItIsToldFromWhenOnItsOutcomeIsKnown() throws Exception {
        cli = Cli.on(sandbox, folder, "videojob.timeout.call = 1s", "videojob.route = aimlapi");
        sandbox.aimlapi().on(Operation.CREATE, Fault.hang().afterWork());
        try (Cli.Running running = cli.start(Cli.asking("run")).says("SUBMITTING")) {
            while (sandbox.aimlapi().creates().isEmpty()) {
                Thread.onSpinWait();
            }
            running.kill();
        }
        String id = cli.run("list", "--open").exits(0).out().split(" ", 2)[0];

        Cli.Result early = cli.run("wait", id, "--timeout", "0s").exits(6);
        assertThat(early.err())
                .contains("may have ended", "do not submit it again", "videojob wait " + id + "      # from ")
                .containsPattern("known by [0-9]{2}:[0-9]{2}:[0-9]{2}")
                .doesNotContain("it goes on");
        assertThat(cli.run("status", id).exits(0).out()).contains("SUBMITTING", "may have ended");
        try (Cli.Running waiting = cli.start("wait", id).says("may have ended").says("UNCERTAIN")) {
            waiting.interrupt();
            waiting.ends().exits(130);
        }
        assertThat(cli.run("wait", id, "--timeout", "0s").exits(7).err()).contains("videojob adopt " + id);
        assertThat(sandbox.aimlapi().creates()).hasSize(1);
    }

    @Test
    void twoTerminalsShareOneJournal() throws Exception {
        try (Cli.Running one = cli.start(Cli.asking("run", "--out", "one.mp4"));
                Cli.Running two = cli.start(Cli.asking("run", "--out", "two.mp4"))) {
            one.says("RUNNING");
            two.says("RUNNING");
            String ids = cli.run("list", "--open").exits(0).out();
            assertThat(ids.lines()).hasSize(2);
            try (Cli.Running third = cli.start("wait", ids.split(" ", 2)[0], "--out", "three.mp4")
                    .says("RUNNING")) {
                finishAll();
                third.ends().exits(0);
            }
            one.ends().exits(0);
            two.ends().exits(0);
        }
        assertThat(sandbox.bill().jobs()).isEqualTo(2);
        assertThat(sandbox.aimlapi().creates()).hasSize(2);
    }

    private void finishAll() {
        sandbox.aimlapi().jobs().stream()
                .filter(job -> !job.ended())
                .forEach(job -> sandbox.aimlapi().finish(job.id()));
    }
}
