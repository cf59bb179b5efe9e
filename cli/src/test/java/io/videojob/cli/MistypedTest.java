package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was typed wrong is told in words, with what was meant, and nothing is sent. */
@Tag("slow")
class MistypedTest extends AtTheSandbox {
    @AfterEach
    void nothingIsSent() {
        assertThat(sandbox.aimlapi().creates()).isEmpty();
        assertThat(sandbox.eachlabs().creates()).isEmpty();
    }

    @Test
    void aVariableThatSetsNothingIsNamedWithTheRightOneAndWithoutItsValue() throws Exception {
        cli.with("VIDEOJOB_PROVIDER_EACHLABS_API_KYE", Secrets.EACHLABS_KEY);

        for (String command : List.of("list", "models", "providers")) {
            assertThat(cli.run(command).exits(2).err())
                    .contains("VIDEOJOB_PROVIDER_EACHLABS_API_KYE", "VIDEOJOB_PROVIDER_EACHLABS_API_KEY");
        }
        assertThat(cli.run(Cli.asking("run", "--json")).exits(2).error())
                .containsEntry("type", "ConfigurationException");
        assertThat(Cli.on(sandbox, folder)
                        .with("VIDEOJOB_BUDGET_PER_JBO", "0.01")
                        .run(Cli.asking("run"))
                        .exits(2)
                        .err())
                .contains("VIDEOJOB_BUDGET_PER_JOB");
        assertThat(Cli.on(sandbox, folder)
                        .with("VIDEOJOB_PROVIDER_SPARE_API_KEY", Secrets.EACHLABS_KEY)
                        .run("list")
                        .exits(2)
                        .err())
                .contains("VIDEOJOB_PROVIDER_SPARE_API_KEY");
    }

    @Test
    void aVariableThatCountsOrIsReferredToOrIsEmptyIsNotMistyped() throws Exception {
        cli = Cli.on(
                        sandbox,
                        folder,
                        "videojob.route = aimlapi",
                        "videojob.provider.spare.vendor = eachlabs",
                        "videojob.provider.spare.api-key = ${VIDEOJOB_MY_SPARE_KEY}",
                        "videojob.provider.spare.base-url = ${VIDEOJOB_MY_HOST:https://example.com}")
                .with("VIDEOJOB_ROUTE", "eachlabs")
                .with("VIDEOJOB_MY_SPARE_KEY", Secrets.EACHLABS_KEY)
                .with("VIDEOJOB_MY_HOST", "https://example.com")
                .with("VIDEOJOB_PROVIDER_SPARE_MAX_IN_FLIGHT", "3")
                .with("VIDEOJOB_WEBHOOK_SECRET", Secrets.WEBHOOK_SECRET)
                .with("VIDEOJOB_NOTHING", "");

        assertThat(cli.run("providers", "--route", "aimlapi").exits(0).out()).contains("aimlapi");
        assertThat(cli.run("providers").exits(0).out()).contains("eachlabs");
    }

    @Test
    void anEmptyRouteIsRefused() throws Exception {
        for (String nothing : List.of("", " ", ", ,")) {
            assertThat(cli.run("models", "--route", nothing).exits(2).err()).contains("--route: is empty", "aimlapi");
        }
    }

    @Test
    void aFolderIsNoFileOfSettings() throws Exception {
        assertThat(cli.run("list", "--config", ".").exits(2).err())
                .contains("--config: . is a folder", "videojob.properties");
    }

    @Test
    void listTellsAnErrorAsTheOthersDo() throws Exception {
        Cli.Result list = cli.run("list", "--json", "--status", "DON").exits(2);
        Cli.Result status = cli.run("status", "--json", "no-such-job").exits(2);

        assertThat(list.json().keySet()).isEqualTo(status.json().keySet());
        assertThat(String.valueOf(list.error().get("message"))).contains("--status: \"DON\" is none of WAITING");
    }

    @Test
    void misuseIsToldInOurWords() throws Exception {
        told("there is no command \"statsu\"", "statsu");
        told("there is no command \"statsu\"", "help", "statsu");
        told("there is no option --vidoe", "run", "m", "--vidoe", "x");
        told("MODEL is missing", "run");
        told("JOB and REF are missing", "adopt");
        told("--timeout needs a value: --timeout TIME", "wait", "job", "--timeout");
        told("--prompt can be given only once", "plan", "m", "-p", "a", "-p", "b");
        told("\"waves\" is one word too many", "plan", "m", "-p", "it", "waves");
        told("--fps: \"many\" is no whole number", "plan", "m", "--fps", "many");
        told("--keep-audio: \"x\" is neither true nor false", "plan", "m", "--keep-audio=x");
        told("--out: is empty", "run", "m", "--out", "");
        told("--speed: \"fast\" is no number", "sandbox", "--speed", "fast");
        told("--option: \"x\" is no pair; write NAME=VALUE", "plan", "m", "--option", "x");
        told("--timeout: \"soon\" is not a duration; write 90s, 20m or 1h", "wait", "job", "--timeout", "soon");
        told("there is no completion for \"fish\"; there is one for bash and zsh", "completion", "fish");
    }

    private void told(String words, String... line) throws Exception {
        assertThat(cli.run(line).exits(2).err()).contains("videojob: " + words);
    }

    @Test
    void helpShowsOnlyOptionsThatMeanSomething() throws Exception {
        assertThat(cli.run("demo", "--help").exits(0).out()).contains("--json").doesNotContain("--route", "--config");
        assertThat(cli.run("sandbox", "--help").exits(0).out()).doesNotContain("--route", "--config");
        assertThat(cli.run("run", "--help").exits(0).out()).contains("--route", "--config", "--json");
        assertThat(cli.run("completion", "zsh").exits(0).out()).contains("bashcompinit", "send-again");
    }
}
