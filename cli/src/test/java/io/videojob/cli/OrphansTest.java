package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What another machine's journal knows of, and this one does not. */
@Tag("slow")
class OrphansTest extends AtTheSandbox {
    /** Another machine with the same accounts, whose jobs end. */
    private String madeElsewhere(String route) throws Exception {
        Cli elsewhere = Cli.on(sandbox, Files.createDirectories(folder.resolve("elsewhere")));
        return (String) elsewhere
                .run(Cli.asking("run", "--route", route, "--json"))
                .exits(0)
                .json()
                .get("vendorRef");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> orphans(Cli.Result result) {
        return (List<Map<String, Object>>) result.json().get("orphans");
    }

    @Test
    void whatWasPaidForElsewhereIsShownAdoptedAndSaved() throws Exception {
        assertThat(cli.run("orphans").exits(0).err())
                .contains("No orphans since", "aimlapi: lists only what has ended");
        String first = madeElsewhere("aimlapi");
        String second = madeElsewhere("eachlabs");

        Cli.Result shown = cli.run("orphans").exits(0);
        assertThat(shown.out()).contains(first, second, "klingai/video-o1", "kling-o1", "USD");
        assertThat(shown.out().lines()).hasSize(2);
        assertThat(shown.out().lines().filter(line -> line.contains(first)).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("succeeded", "(sent as vj-"));

        Cli.Result adopted = cli.run("orphans", "--adopt", "all", "--save-to", "films", "--json")
                .exits(0);
        assertThat(orphans(adopted)).hasSize(2).allSatisfy(orphan -> {
            assertThat(orphan.get("kind")).isEqualTo("UNCLAIMED");
            assertThat(orphan.get("adoptedBy")).isNotNull();
            assertThat((List<?>) orphan.get("files")).hasSize(1);
            assertThat(orphan.get("error")).isNull();
        });
        try (Stream<Path> films = Files.list(folder.resolve("films"))) {
            assertThat(films).hasSize(2).allMatch(film -> film.toString().endsWith(".mp4"));
        }
        assertThat(orphans(cli.run("orphans", "--json").exits(0))).isEmpty();
        assertThat(cli.run("list").exits(0).out().lines()).hasSize(2).allMatch(line -> line.contains("SUCCEEDED"));
    }

    @Test
    void oneIsAdoptedByItsReferenceAndSaysHowItIsSaved() throws Exception {
        sandbox.eachlabs().nextJob(JobScript.success().hold());
        Cli elsewhere = Cli.on(sandbox, Files.createDirectories(folder.resolve("elsewhere")));
        elsewhere
                .run(Cli.asking("run", "--route", "eachlabs", "--timeout", "1s"))
                .exits(6);
        String reference = "eachlabs:" + sandbox.eachlabs().jobs().get(0).id();

        assertThat(cli.run("orphans", "--adopt", "eachlabs:unheard-of").exits(2).err())
                .contains("eachlabs:unheard-of", "is not among the orphans");
        assertThat(cli.run("orphans", "--adopt", reference).exits(0).err())
                .contains(reference + " is adopted", "videojob wait ");
        assertThat(cli.run("orphans").exits(0).out()).isEmpty();
        sandbox.eachlabs().finish(sandbox.eachlabs().jobs().get(0).id());
        cli.run("wait", reference).exits(0);
    }

    @Test
    void aListThatIsRefusedIsToldAndHidesNotTheOther() throws Exception {
        String reference = madeElsewhere("aimlapi");
        sandbox.eachlabs().on(Operation.LOOKUP, Fault.answer(EachlabsAnswers.unauthorized()));

        Cli.Result result = cli.run("orphans").exits(3);

        assertThat(result.out()).contains(reference);
        assertThat(result.err()).contains("eachlabs: its list can't be read");
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnybodyIsAsked() throws Exception {
        assertThat(cli.run("orphans", "--since", "91d").exits(2).err()).contains("--since", "90 days");
        assertThat(cli.run("orphans", "--provider", "nobody").exits(2).err()).contains("nobody", "eachlabs");
        assertThat(cli.run("orphans", "--save-to", "films").exits(2).err()).contains("--adopt");
        assertThat(sandbox.eachlabs().requests(Operation.LOOKUP)).isEmpty();
    }
}
