package io.videojob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of others are shown, not obeyed. */
class ShownTest extends AtTheSandbox {
    private static final String SLY = "wave\u001b[2J\u0007 again\rJob  ended \u202eneercs";

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        assertThat(Shown.line(SLY)).isEqualTo("wave\\u001b[2J\\u0007 again\\u000dJob  ended \\u202eneercs");
        assertThat(Shown.line("two\nlines\tü 🦝")).isEqualTo("two\\nlines\\u0009ü 🦝");
        assertThat(Shown.lines("two\r\nlines\tü\r")).isEqualTo("two\r\nlines\tü\\u000d");
    }

    @Test
    void whatTheLogPrintsIsEscapedToo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream log = new ShowingStream(new PrintStream(bytes, true, UTF_8), UTF_8)) {
            log.println("said " + SLY);
            new IllegalStateException(SLY).printStackTrace(log);
            log.print((String) null);
        }

        assertThat(bytes.toString(UTF_8))
                .contains("said wave\\u001b[2J", "IllegalStateException: wave\\u001b", "\tat io.videojob")
                .endsWith("null")
                .doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void aLongValueIsCutBetweenLettersAndSaysHowLongItIs() {
        assertThat(Shown.value("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Shown.value("x".repeat(1234))).isEqualTo("x".repeat(200) + "… (1234 characters)");
        assertThat(Shown.value("x" + "🦝".repeat(200))).startsWith("x🦝").endsWith("🦝… (401 characters)");
    }

    @Test
    @Tag("slow")
    @SuppressWarnings("unchecked")
    void planShowsAnEscapedAndShortPromptAndTheWholeOneAsJson() throws Exception {
        String prompt = SLY + "\n" + "x".repeat(2000);
        String[] plan = {"plan", "kling-o1/image-to-video", "--first-frame", "https://example.com/a.png", "-p", prompt};

        assertThat(cli.run(plan).exits(0).out())
                .contains("wave\\u001b[2J", "… (" + prompt.length() + " characters)")
                .doesNotContain("\u001b", "\u0007", "\r", "\u202e", "x".repeat(300));
        Map<String, Object> json = cli.with("VIDEOJOB_ROUTE", "aimlapi")
                .run(with(plan, "--json"))
                .exits(0)
                .json();
        List<Map<String, Object>> fields = (List<Map<String, Object>>)
                ((List<Map<String, Object>>) json.get("candidates")).get(0).get("fields");
        assertThat(fields).anySatisfy(field -> assertThat(field).containsEntry("value", prompt));
    }

    @Test
    @Tag("slow")
    void tagsAndModelsAndArgumentsAreEscapedWhereverTheyAreShown() throws Exception {
        String id = cli.run(Cli.asking("submit", "--tag", SLY)).exits(0).out().strip();

        assertThat(cli.run("status", id).exits(0).out())
                .contains("again\\u000dJob")
                .doesNotContain("\u001b");
        assertThat(cli.run("explain", id).exits(0).out()).doesNotContain("\u001b");
        assertThat(cli.run("list").exits(0).out()).contains(id).doesNotContain("\u001b");
        assertThat(cli.run("wait", SLY).exits(2).err()).contains("\\u001b[2J").doesNotContain("\u001b", "\u0007");
        assertThat(cli.run("plan", SLY, "-p", "x").exits(2).err()).doesNotContain("\u001b", "\u0007");
        assertThat(cli.run(SLY).exits(2).err()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    @Tag("slow")
    void aVendorsWordsAreEscapedInMessagesAndInTheLog() throws Exception {
        String body = "{\"error\":\"bad \\u001b[2J\\nJob 7 is done\",\"details\":\"\\u0007\"}";
        sandbox.eachlabs().on(Operation.CREATE, Fault.answer(Answer.json(400, body)));

        Cli.Result refused =
                cli.run(Cli.asking("run", "--route", "eachlabs", "-v")).exits(2);

        assertThat(refused.err())
                .contains("bad \\u001b[2J\\nJob 7", "INFO")
                .doesNotContain("\u001b", "\u0007", System.lineSeparator() + "Job 7");
        String id = cli.run("list").exits(0).out().split(" ", 2)[0];
        assertThat(cli.run("explain", id, "-v").exits(0).out())
                .contains("bad ")
                .doesNotContain("\u001b", System.lineSeparator() + "Job 7");
        assertThat(cli.run("status", id).exits(0).out()).doesNotContain("\u001b", System.lineSeparator() + "Job 7");
    }

    private static String[] with(String[] words, String more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
