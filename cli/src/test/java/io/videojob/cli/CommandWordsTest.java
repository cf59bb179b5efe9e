package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.VideoJobs;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of the library that name its methods, each provoked; {@link Cli} searches everything else that is printed. */
@Tag("slow")
class CommandWordsTest extends AtTheSandbox {
    @Test
    void aValueThatCanMoveIsToldWithTheOptionThatMovesIt() throws Exception {
        assertThat(cli.run(Cli.asking("run", "--duration", "7s")).exits(2).err())
                .contains("or --adjust");
        assertThat(cli.run(Cli.asking("plan", "--duration", "7s")).exits(2).out())
                .contains("or --adjust");
        assertThat(cli.run(Cli.asking("plan", "--duration", "7s", "--json"))
                        .exits(2)
                        .out())
                .contains("or --adjust");
    }

    @Test
    void aModelThatNobodyDescribesIsToldWithTheOptionThatSendsIt() throws Exception {
        assertThat(cli.run("plan", "aimlapi:nobody/knows-it", "-p", "x")
                        .exits(2)
                        .err())
                .contains("To send it unchecked, add --unchecked");
    }

    @Test
    void aFileThatNobodyCanNameTheKindOfIsToldWithTheWayOut() throws Exception {
        Files.writeString(folder.resolve("picture"), "who knows");

        assertThat(cli.run("plan", "kling-o1/image-to-video", "--first-frame", "picture")
                        .exits(2)
                        .err())
                .contains("picture", ".png");
    }

    @Test
    void aBlankModelIsToldWithTheCommandThatListsThem() throws Exception {
        assertThat(cli.run("plan", " ", "-p", "x").exits(2).err()).contains("\"videojob models\"");
    }

    @Test
    void whatOnlyAProgramCanForgetIsToldInTheCommandsWordsToo() {
        Throwable none = catchThrowable(() -> VideoJobs.builder().build());

        assertThat(none).hasMessageContaining("fromConfig()");
        assertThat(Messages.of(none)).contains("\"videojob providers\"").doesNotContain("(");
        assertThat(CommandWords.of("eachlabs has no key: set the environment variable EACHLABS_API_KEY, or "
                        + "videojob.provider.eachlabs.api-key, or apiKey(...) on its builder"))
                .endsWith("videojob.provider.eachlabs.api-key");
    }
}
