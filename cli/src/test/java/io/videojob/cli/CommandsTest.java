package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void eachCommandThatTheHelpListsIsThereByThatNameAndHasAnExample() throws Exception {
        Cli cli = new Cli(folder);
        String help = cli.run().out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"));
        String[] names = commands.lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .filter(name -> !name.equals("help"))
                .toArray(String[]::new);

        assertThat(names)
                .contains("demo", "run", "submit", "wait", "status", "cancel", "explain", "save", "list", "adopt")
                .contains("give-up", "send-again", "orphans", "plan", "budget", "models", "providers", "sandbox");
        for (String name : names) {
            assertThat(cli.run(name, "--help").exits(0).out()).contains("Usage: videojob " + name, "Example");
        }
    }
}
