package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Folders that can't be written, full disks, streams that are closed. */
@Tag("slow")
class BrokenPlacesTest extends AtTheSandbox {
    @Test
    void aStateFolderThatCantBeMadeIsNamedWithTheWayOut() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        cli.with("XDG_STATE_HOME", file.toString());

        assertThat(cli.run(Cli.asking("run")).exits(1).err())
                .contains(file.toString(), "XDG_STATE_HOME", "videojob.journal.url", "nothing was sent");
        assertThat(cli.run("list", "--json").exits(1).error()).containsEntry("type", "JournalException");
        for (String command : new String[] {"wait", "status", "save", "cancel", "explain", "give-up"}) {
            assertThat(cli.run(command, "01hf3k2m5n6p7q8r9s0t1v2w3x").exits(1).err())
                    .contains("XDG_STATE_HOME");
        }
        cli.run("models").exits(0);
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    void aJournalThatIsNoneIsNamed() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("state/videojob")).resolve("jobs.db"), "no database");

        assertThat(cli.run(Cli.asking("submit")).exits(1).err()).contains("jobs.db", "nothing was sent");
        assertThat(cli.run("list").exits(1).err()).contains("jobs.db").doesNotContain("nothing was sent");
        assertThat(cli.run("wait", "01hf3k2m5n6p7q8r9s0t1v2w3x").exits(1).err())
                .contains("jobs.db")
                .doesNotContain("nothing was sent");
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    void whereTheVideoCantGoIsToldBeforeAnythingIsSent() throws Exception {
        Path file = Files.writeString(folder.resolve("precious.mp4"), "mine");

        assertThat(cli.run(Cli.asking("run", "--out", "precious.mp4")).exits(2).err())
                .contains("precious.mp4", "--force");
        assertThat(cli.run(Cli.asking("run", "--out", "precious.mp4/x.mp4"))
                        .exits(2)
                        .err())
                .contains("precious.mp4");
        assertThat(cli.run(Cli.asking("run", "--out", "/dev/full")).exits(2).err())
                .contains("/dev/full");
        assertThat(file).hasContent("mine");
        assertThat(sandbox.aimlapi().creates()).isEmpty();
        cli.run(Cli.asking("run", "--force", "--out", "precious.mp4")).exits(0);
        assertThat(file.toFile().length()).isGreaterThan(4);
    }

    @Test
    void aFileThatCameMeanwhileIsLeftAsItIs() throws Exception {
        sandbox.aimlapi().everyJob(JobScript.success().hold());
        Path file = folder.resolve("film.mp4");
        try (Cli.Running running =
                cli.start(Cli.asking("run", "--out", "film.mp4")).says("RUNNING")) {
            Files.writeString(file, "mine");
            sandbox.aimlapi().finish(sandbox.aimlapi().jobs().get(0).id());

            assertThat(running.ends().exits(0).out()).startsWith("film-").endsWith(".mp4" + System.lineSeparator());
        }
        assertThat(file).hasContent("mine");
    }

    /** A limit on the size of files is what a test can have of a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskCostsNoVideo() throws Exception {
        sandbox.aimlapi()
                .on(
                        Operation.RESULT,
                        Stream.generate(BrokenPlacesTest::large).limit(5).toArray(Fault[]::new));
        cli.run(Cli.asking("run", "--out", "first.mp4")).exits(0);
        String id = cli.run("list").out().split(" ", 2)[0];
        String sqlite = "-Dorg.sqlite.lib.path=" + sqliteLibrary();

        Cli.Result full;
        try (Cli.Running running = cli.shell(
                "ulimit -f 64; exec env JAVA_TOOL_OPTIONS=" + sqlite + " \"$@\"", "save", id, "--out", "second.mp4")) {
            full = running.ends();
        }
        assertThat(full.exits(1).err()).contains("paid for", "second.mp4", "videojob save " + id);
        assertThat(folder.resolve("second.mp4")).doesNotExist();

        cli.run("save", id, "--out", "second.mp4").exits(0);
        assertThat(folder.resolve("second.mp4")).hasSameBinaryContentAs(folder.resolve("first.mp4"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJournalThatIsFullSendsNothing() throws Exception {
        String sqlite = "-Dorg.sqlite.lib.path=" + sqliteLibrary();
        try (Cli.Running running =
                cli.shell("ulimit -f 4; exec env JAVA_TOOL_OPTIONS=" + sqlite + " \"$@\"", Cli.asking("run"))) {
            assertThat(running.ends().exits(1).err()).contains("jobs.db", "nothing was sent");
        }
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOutputThatIsFullIsToldAndTheVideoIsSaved() throws Exception {
        try (Cli.Running running =
                cli.shell("exec \"$@\" > /dev/full", Cli.asking("run", "--out", "film.mp4", "--json"))) {
            assertThat(running.ends().exits(1).err()).contains("standard output", "Saved to film.mp4");
        }
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
        try (Cli.Running running =
                cli.shell("exec \"$@\" > /dev/full", Cli.asking("run", "--out", "other.mp4", "-q"))) {
            assertThat(running.ends().exits(1).err()).contains("Saved to other.mp4");
        }
        try (Cli.Running running =
                cli.shell("\"$@\" | head -c 0; exit ${PIPESTATUS[0]}", Cli.asking("run", "--out", "third.mp4"))) {
            assertThat(running.ends().exits(0).err()).contains("third.mp4");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closedStreamsAreNoTrouble() throws Exception {
        try (Cli.Running running =
                cli.shell("exec \"$@\" <&- | head -c 0", Cli.asking("run", "--out", "film.mp4", "--quiet"))) {
            Cli.Result result = running.ends().exits(0);
            assertThat(result.err()).isEmpty();
        }
        try (Cli.Running running = cli.shell("exec \"$@\" <&- >&- 2>&-", Cli.asking("run", "--out", "other.mp4"))) {
            running.ends();
        }
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
        assertThat(folder.resolve("other.mp4")).isNotEmptyFile();
    }

    @Test
    void aPromptCanComeFromStandardInput() throws Exception {
        try (Cli.Running running = cli.shell(
                "printf 'It waves\\nboth hands\\n' | \"$@\"",
                "submit",
                "kling-o1/image-to-video",
                "-p",
                "-",
                "--first-frame",
                "https://example.com/a.png")) {
            running.ends().exits(0);
        }
        assertThat(sandbox.aimlapi().creates().get(0).request().json()).containsEntry("prompt", "It waves\nboth hands");
    }

    @Test
    void aPromptThatIsNoUtf8IsRefusedWithThePlace() throws Exception {
        try (Cli.Running running =
                cli.shell("printf 'It w\\xe4ves' | \"$@\"", "submit", "kling-o1/image-to-video", "-p", "-", "--json")) {
            assertThat(String.valueOf(running.ends().exits(2).error().get("message")))
                    .contains("not UTF-8", "byte 5", "0xe4");
        }
        try (Cli.Running running =
                cli.shell("printf 'cut \\xc3' | \"$@\"", "submit", "kling-o1/image-to-video", "-p", "-")) {
            assertThat(running.ends().exits(2).err()).contains("byte 5", "0xc3");
        }
        assertThat(sandbox.aimlapi().creates()).isEmpty();
    }

    @Test
    void aNameThatIsTooLongForAFileIsToldBeforeAnythingIsSent() throws Exception {
        String longest = "x".repeat(229) + ".mp4";

        assertThat(cli.run(Cli.asking("run", "--out", "x" + longest)).exits(2).err())
                .contains("--out", "234 bytes", "233 can be");
        assertThat(cli.run(Cli.asking("run", "--out", "ü".repeat(128) + "/x.mp4"))
                        .exits(2)
                        .err())
                .contains("256 bytes");
        assertThat(sandbox.aimlapi().creates()).isEmpty();
        cli.run(Cli.asking("run", "--out", longest)).exits(0);
        assertThat(folder.resolve(longest)).isNotEmptyFile();
    }

    /** Larger than what the journal needs beside it. */
    private static Fault large() {
        return Fault.garble(film -> film.body(Arrays.copyOf(film.body(), 200_000)));
    }

    /** Else SQLite's driver unpacks its library into a file that is larger than those files may be. */
    private Path sqliteLibrary() throws IOException {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "aarch64" : "x86_64";
        Path target = Files.createDirectories(folder.resolve("sqlite"));
        try (InputStream library =
                getClass().getResourceAsStream("/org/sqlite/native/Linux/" + arch + "/libsqlitejdbc.so")) {
            Files.copy(library, target.resolve("libsqlitejdbc.so"));
        }
        return target;
    }
}
