package io.videojob.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
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
    private static final Set<String> NEEDS_ALL = Set.of("help", "completion");

    /** In the order of the help. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VideoJobCommand(Context context) {
        this.context = context;
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("demo", DemoCommand::new);
        all.put("run", RunCommand::new);
        all.put("submit", SubmitCommand::new);
        all.put("wait", WaitCommand::new);
        all.put("status", StatusCommand::new);
        all.put("cancel", CancelCommand::new);
        all.put("explain", ExplainCommand::new);
        all.put("save", SaveCommand::new);
        all.put("list", ListCommand::new);
        all.put("adopt", AdoptCommand::new);
        all.put("give-up", GiveUpCommand::new);
        all.put("send-again", SendAgainCommand::new);
        all.put("orphans", OrphansCommand::new);
        all.put("plan", PlanCommand::new);
        all.put("budget", BudgetCommand::new);
        all.put("models", ModelsCommand::new);
        all.put("providers", ProvidersCommand::new);
        all.put("sandbox", SandboxCommand::new);
        all.put("completion", CompletionCommand::new);
        all.put("help", HelpCommand::new);
        return all;
    }

    /** Makes only the command that is called, since making all takes longer than most of them; all if it isn't one. */
    void addCommands(CommandLine command, String... args) {
        Supplier<Object> called = args.length == 0 || NEEDS_ALL.contains(args[0]) ? null : COMMANDS.get(args[0]);
        if (called != null) {
            command.addSubcommand(args[0], called.get());
        } else {
            COMMANDS.forEach((name, each) -> command.addSubcommand(name, each.get()));
        }
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
