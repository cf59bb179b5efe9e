package io.videojob.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code videojob} itself: what there is, and how to begin. */
@Command(
        name = "videojob",
        header = "One command for AI video generation jobs, over any vendor.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VideoJobCommand.Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SubmitCommand.class,
            WaitCommand.class,
            StatusCommand.class,
            CancelCommand.class,
            ExplainCommand.class,
            SaveCommand.class,
            ListCommand.class,
            AdoptCommand.class,
            GiveUpCommand.class,
            SendAgainCommand.class,
            PlanCommand.class,
            ModelsCommand.class,
            ProvidersCommand.class,
            SandboxCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "Begin:",
            "  videojob demo                   # no account, no bill",
            "  export EACHLABS_API_KEY=…       # or AIMLAPI_KEY, or both",
            "  videojob models",
            "  videojob run kling-o1/image-to-video -p \"The raccoon waves\" \\",
            "      --first-frame https://example.com/raccoon.png",
            "",
            "A job that was submitted is not lost: its id, or the vendor's reference,",
            "finds it again from any terminal.",
            "",
            "Environment:",
            "  AIMLAPI_KEY, EACHLABS_API_KEY   the vendors' keys",
            "  VIDEOJOB_ROUTE and the like     overrides a setting, here videojob.route",
            "  XDG_STATE_HOME                  jobs are remembered in its videojob folder",
            "  XDG_CONFIG_HOME                 its videojob folder may hold settings",
            "  NO_COLOR                        no colours"
        },
        mixinStandardHelpOptions = true)
final class VideoJobCommand implements Runnable {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VideoJobCommand(Context context) {
        this.context = context;
    }

    Context context() {
        return context;
    }

    /** Without a command, help is what is needed. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** From the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "videojob "
                        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
