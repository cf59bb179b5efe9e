package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.JobScript;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submitted on one machine, carried on at another that has nothing but the reference. */
@Tag("slow")
class MovingOnTest extends AtTheSandbox {
    private Cli here;
    private Cli there;

    @BeforeEach
    void twoMachines() throws Exception {
        here = Cli.on(sandbox, Files.createDirectories(folder.resolve("here")));
        there = Cli.on(sandbox, Files.createDirectories(folder.resolve("there")));
    }

    private String submit(String route, JobScript script) throws Exception {
        (route.equals("aimlapi") ? sandbox.aimlapi() : sandbox.eachlabs()).nextJob(script);
        Cli.Result submitted = here.run(Cli.asking("run", "--route", route, "--timeout", "2s"));
        assertThat(submitted.code()).isEqualTo(6);
        return here.run("list").exits(0).out().split(" ", 2)[0];
    }

    private String reference(String route) {
        return route + ":"
                + (route.equals("aimlapi") ? sandbox.aimlapi() : sandbox.eachlabs())
                        .jobs()
                        .get(0)
                        .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void theReferenceIsEnoughForStatusWaitAndSaveAndBothMachinesGetTheSameBytes(String route) throws Exception {
        String job = submit(route, JobScript.success().hold());
        String reference = reference(route);

        assertThat(there.run("list").exits(0).out()).isEmpty();
        assertThat(there.run("status", reference).exits(0).out()).contains(reference, "RUNNING");
        (route.equals("aimlapi") ? sandbox.aimlapi() : sandbox.eachlabs())
                .finish(reference.substring(route.length() + 1));
        there.run("wait", reference, "--out", "waited.mp4").exits(0);
        there.run("save", reference, "--out", "saved.mp4").exits(0);
        here.run("wait", job, "--out", "own.mp4").exits(0);

        byte[] own = Files.readAllBytes(folder.resolve(Path.of("here", "own.mp4")));
        assertThat(own).isNotEmpty();
        assertThat(Files.readAllBytes(folder.resolve(Path.of("there", "waited.mp4"))))
                .isEqualTo(own);
        assertThat(Files.readAllBytes(folder.resolve(Path.of("there", "saved.mp4"))))
                .isEqualTo(own);
        assertThat(sandbox.bill().jobs()).isEqualTo(1);
    }

    @Test
    void whatIsCanceledThereEndsAsCanceledHere() throws Exception {
        String job = submit("eachlabs", JobScript.success().hold());

        there.run("cancel", reference("eachlabs")).exits(0);

        assertThat(here.run("wait", job).exits(5).err()).contains("cancel");
        assertThat(sandbox.bill().jobs()).isZero();
    }
}
