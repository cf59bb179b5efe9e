package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A video that is not what was asked for is saved, and the user is told. */
class DifferencesTest extends AtTheSandbox {
    private static final String TOLD = "duration: delivered 10.0 s where 5 s was asked for";

    @Test
    @SuppressWarnings("unchecked")
    void areWarnedOfAndInTheJsonAndInTheHistory() throws Exception {
        cli.run(Cli.asking("run", "--route", "eachlabs", "--duration", "10s", "--out", "long.mp4"))
                .exits(0);
        byte[] tooLong = Files.readAllBytes(folder.resolve("long.mp4"));
        sandbox.eachlabs()
                .on(Operation.RESULT, Fault.garble(own -> own.body(tooLong)).always());

        Cli.Result run = cli.run(Cli.asking("run", "--route", "eachlabs", "--duration", "5s", "--out", "a.mp4"))
                .exits(0);

        assertThat(run.out()).isEqualTo("a.mp4" + System.lineSeparator());
        assertThat(run.err().lines()).containsOnlyOnce("Warning: " + TOLD);

        String id = String.valueOf(((List<Map<String, Object>>)
                        cli.run("list", "--json").exits(0).tree())
                .stream()
                        .filter(job -> run.err().contains(String.valueOf(job.get("jobId"))))
                        .findFirst()
                        .orElseThrow()
                        .get("jobId"));
        Cli.Result saved = cli.run("save", id, "--out", "b.mp4", "--json").exits(0);
        Map<String, Object> output = ((List<Map<String, Object>>) saved.json().get("outputs")).get(0);
        assertThat((List<Map<String, Object>>) output.get("differences"))
                .containsExactly(Map.of("field", "duration", "asked", "5 s", "delivered", "10.0 s"));
        assertThat((Map<String, Object>) output.get("video"))
                .containsEntry("seconds", 10.0)
                .containsEntry("width", 640.0)
                .containsEntry("height", 360.0)
                .containsEntry("frameRate", 24.0)
                .containsEntry("audio", false);
        assertThat(saved.err().lines()).containsOnlyOnce("Warning: " + TOLD);
        assertThat(cli.run("wait", id, "--out", "c.mp4").exits(0).err()).contains("Warning: " + TOLD);
        assertThat(cli.run("save", id, "--out", "d.mp4", "--quiet").exits(0).err())
                .isEmpty();

        assertThat(cli.run("explain", id).exits(0).out().lines())
                .filteredOn(line -> line.contains(TOLD))
                .hasSize(1);
        assertThat((List<Map<String, Object>>)
                        cli.run("explain", id, "--json").exits(0).json().get("history"))
                .filteredOn(entry -> "difference".equals(entry.get("kind")))
                .singleElement()
                .satisfies(entry -> assertThat((Map<String, Object>) entry.get("data"))
                        .containsEntry("field", "duration")
                        .containsEntry("asked", "5 s")
                        .containsEntry("delivered", "10.0 s")
                        .containsEntry("output", "1"));
    }
}
