package io.videojob.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code videojob completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        header = "Print a completion script for bash and zsh.",
        description = "One script for both; zsh takes it through its bashcompinit, which the script starts by itself.",
        footer = {"", "Examples:", "  source <(videojob completion)", "  source <(videojob completion zsh)"})
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash or zsh. Default: bash.")
    private String shell = "bash";

    @Override
    public void run() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException("there is no completion for \"" + shell + "\"; there is one for bash and zsh");
        }
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("videojob", spec.root().commandLine()));
    }
}
