package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EncryptedJournalTest extends AtTheSandbox {
    private static final String KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @Test
    void theKeyOfTheEnvironmentOpensTheJournalAndNothingElseDoes() throws Exception {
        cli.with("VIDEOJOB_JOURNAL_KEY", KEY);
        String id =
                (String) cli.run(Cli.asking("submit", "--json")).exits(0).json().get("jobId");
        assertThat(cli.run("list").exits(0).out()).contains(id);

        cli.with("VIDEOJOB_JOURNAL_KEY", "");
        Cli.Result refused = cli.run("list");

        assertThat(refused.code()).isNotZero();
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("videojob.journal.key is not set").doesNotContain(KEY);
    }
}
