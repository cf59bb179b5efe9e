package io.videojob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No key, secret or signed link is printed, at any verbosity. {@link Cli} searches everything that any test's process prints;
 * here vendors do their worst to have something to find.
 */
@Tag("slow")
class SilenceTest {
    private static final String[] LOUDNESS = {"--verbose", "--quiet", "--json"};

    @TempDir
    private Path folder;

    @Test
    void theSearchFindsWhatItIsFor() {
        for (String secret : List.of(Secrets.AIMLAPI_KEY, Secrets.SIGNED_INPUT, Secrets.WEBHOOK_SECRET)) {
            assertThatThrownBy(() -> Secrets.requireNone("DEBUG said " + secret))
                    .isInstanceOf(AssertionError.class);
        }
        Secrets.requireNone("{\"url\":\"https://cdn.example/f.mp4?sig=" + Secrets.SIGNED_OUTPUT + "\"}");
        assertThatThrownBy(() -> Secrets.requireNone("{\"file\":\"f.mp4?sig=" + Secrets.SIGNED_OUTPUT + "\"}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void signedLinksOfResultsStandOnlyInTheUrlsOfJson() throws Exception {
        try (Sandbox sandbox = Cli.sandbox()) {
            sandbox.eachlabs().on(Operation.LOOK, signing());
            Cli cli = Cli.on(sandbox, folder, "videojob.route = eachlabs");
            List<String> printed = new ArrayList<>();
            for (String loudness : LOUDNESS) {
                printed.add(cli.run(Cli.asking("run", loudness)).exits(0).out());
            }
            assertThat(printed.get(2)).contains("?X-Amz-Signature=" + Secrets.SIGNED_OUTPUT);
            String id = cli.run("list").out().split(" ", 2)[0];
            for (String command : List.of("status", "explain", "save", "wait")) {
                cli.run(command, id, "-v").exits(0);
                cli.run(command, id, "--json", "-v").exits(0);
            }
            cli.run("list", "-v").exits(0);
            cli.run("list", "-v", "--json").exits(0);
            cli.run(Cli.asking("plan", "-v")).exits(0);
            cli.run(Cli.asking("plan", "--json")).exits(0);
        }
    }

    @Test
    void aVendorThatSaysTheKeyBackIsNotRepeated() throws Exception {
        try (Sandbox sandbox = Cli.sandbox()) {
            Cli cli = Cli.on(sandbox, folder, "videojob.route = eachlabs");
            for (String loudness : LOUDNESS) {
                String said = "invalid key " + Secrets.EACHLABS_KEY + " for https://example.com/a.png?X-Amz-Signature="
                        + Secrets.SIGNED_INPUT;
                sandbox.eachlabs().on(Operation.CREATE, Fault.answer(Answer.json(401, "{\"error\":\"" + said + "\"}")));
                cli.run(Cli.asking("run", loudness)).exits(3);
            }
            String id = cli.run("list").out().split(" ", 2)[0];
            cli.run("explain", id).exits(0);
            cli.run("explain", id, "--json").exits(0);
            cli.run("status", id).exits(0);
        }
    }

    @Test
    void whatWasMistypedIsShownWithoutItsSecrets() throws Exception {
        String link = "https://example.com/a.png?X-Amz-Signature=" + Secrets.SIGNED_INPUT;
        Cli cli = new Cli(folder);
        cli.run("run", "model", "--vidoe", link).exits(2);
        cli.run("run", "model", link, link).exits(2);
        cli.run("run", "model", "--duration", link).exits(2);
        cli.run("run", "model", "--image", "https://?X-Amz-Signature=" + Secrets.SIGNED_INPUT, "--json")
                .exits(2);
        cli.run("run", link, "-v").exits(2);
        String bare = link.substring("https://".length());
        assertThat(cli.run("run", "model", "--first-frame", bare).exits(2).err())
                .contains("example.com/a.png?…");
        cli.run("run", "model", "--first-frame", bare + " and a blank", "--json")
                .exits(2);
        cli.run("run", "model", bare, "-v").exits(2);
        cli.run("run", "model", "--duration", bare).exits(2);
        cli.run("wait", link).exits(2);
        cli.settings(List.of("videojob.provider.eachlabs.api-kye = " + Secrets.EACHLABS_KEY));
        cli.run("list", "-v").exits(2);
        cli.settings(List.of(
                "videojob.provider.eachlabs.api-key = " + Secrets.EACHLABS_KEY + " and blanks",
                "videojob.webhook.secret = " + Secrets.WEBHOOK_SECRET));
        cli.run("providers", "-v");
        cli.run(Cli.asking("run", "-v")).exits(2);
    }

    private static Fault[] signing() {
        return IntStream.range(0, 500)
                .mapToObj(i -> Fault.garble(answer -> answer.body(answer.bodyText()
                        .replace(".mp4\"", ".mp4?X-Amz-Signature=" + Secrets.SIGNED_OUTPUT + "\"")
                        .getBytes(UTF_8))))
                .toArray(Fault[]::new);
    }
}
