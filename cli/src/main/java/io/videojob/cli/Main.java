package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.VideoJobException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code videojob} command. */
public final class Main {
    private static final int WIDEST_HELP = 110;
    private static final int NARROWEST_HELP = 55;

    private final Streams streams;
    private final Context context;
    private final boolean json;
    private final boolean verbose;

    Main(Streams streams, Context context, List<String> args) {
        this.streams = streams;
        this.context = context;
        this.json = isGiven(args, "--json");
        this.verbose = isGiven(args, "--verbose", 'v');
    }

    /** Exits with one of the codes that {@code --help} lists. */
    public static void main(String[] args) {
        List<String> given = Arrays.asList(args);
        setUpLog(given);
        Streams streams = Streams.ofProcess();
        System.setErr(new ShowingStream(System.err, streams.charset())); // for the log
        Context context = new Context(streams, Terminal.detect(System.getenv()), Places.ofUser(), System.getenv());
        System.exit(new Main(streams, context, given).execute(args));
    }

    /** Before the first logger is made: what it finds then holds. */
    static void setUpLog(List<String> args) {
        boolean verbose = isGiven(args, "--verbose", 'v');
        boolean quiet = isGiven(args, "--quiet", 'q');
        String prefix = "org.slf4j.simpleLogger.";
        System.setProperty(prefix + "defaultLogLevel", verbose ? "info" : quiet ? "off" : "error");
        System.setProperty(prefix + "log.io.videojob", verbose ? "debug" : quiet ? "off" : "error");
        System.setProperty(prefix + "showDateTime", "true");
        System.setProperty(prefix + "dateTimeFormat", "HH:mm:ss.SSS");
        System.setProperty(prefix + "showShortLogName", "true");
    }

    /** Before picocli has read them; short ones may stand together. */
    private static boolean isGiven(List<String> args, String name, char letter) {
        return isGiven(args, name) || args.stream().anyMatch(arg -> arg.matches("-[hqv]+") && arg.indexOf(letter) > 0);
    }

    private static boolean isGiven(List<String> args, String name) {
        return args.stream().anyMatch(arg -> arg.equals(name) || arg.equalsIgnoreCase(name + "=true"));
    }

    int execute(String... args) {
        int code;
        try {
            code = executed(args);
        } finally {
            context.interruption().disarm(); // also after an Error, which is no Ctrl-C
        }
        return written(code);
    }

    private int executed(String... args) {
        StringWriter help = new StringWriter();
        VideoJobCommand root = new VideoJobCommand(context);
        CommandLine command = new CommandLine(root);
        root.addCommands(command, args);
        command.setExpandAtFiles(false) // a prompt may begin with @Element1
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(
                        Math.max(NARROWEST_HELP, Math.min(context.terminal().width(), WIDEST_HELP)))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(context.terminal().isColoured() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(help, true))
                .setParameterExceptionHandler((e, given) -> misused(e))
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e));
        layOut(command);
        command.getSubcommands().values().forEach(Main::layOut);
        int code = isReadable(args) ? command.execute(args) : unreadable();
        String text = help.toString();
        if (!text.isEmpty()) {
            streams.printOwn(text.stripTrailing());
        }
        return code;
    }

    /** Help with air in it, and with what the command ends with. */
    private static void layOut(CommandLine command) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.sortOptions(false)
                .abbreviateSynopsis(command.getCommand() instanceof BaseCommand)
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        if (command.getCommand() instanceof BaseCommand || command.getCommand() instanceof VideoJobCommand) {
            Map<String, String> codes = new LinkedHashMap<>();
            ExitCodes.TABLE.forEach((code, meaning) -> codes.put(String.valueOf(code), meaning));
            help.exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
        }
    }

    /** What a shell in another encoding hands over as a replacement letter would be paid for as such. */
    private static boolean isReadable(String... args) {
        return Arrays.stream(args).noneMatch(arg -> arg.indexOf('\uFFFD') >= 0);
    }

    private int unreadable() {
        return tell(
                new UsageException(
                        "an argument holds letters that do not fit this terminal's encoding; set LC_ALL=C.UTF-8"),
                null);
    }

    private int misused(ParameterException e) {
        StringWriter hints = new StringWriter();
        UnmatchedArgumentException.printSuggestions(e, new PrintWriter(hints, true));
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        String hint = hints.toString().strip();
        return tell(
                new UsageException(Misuse.words(e)),
                (hint.isEmpty() ? "" : hint + System.lineSeparator()) + "Try: " + name + " --help");
    }

    private int failed(Exception e) {
        if (e instanceof InterruptedException) {
            return ExitCodes.INTERRUPTED;
        }
        int code = tell(e, Messages.wayOn(e));
        if (verbose && !(e instanceof VideoJobException) && !(e instanceof UsageException)) {
            streams.error(Messages.trace(e));
        }
        return code;
    }

    /** Says what went wrong, once, and gives its code. */
    private int tell(Exception e, @Nullable String wayOn) {
        if (streams.claim()) {
            if (json) {
                @Nullable
                JobSnapshot job =
                        e instanceof VideoJobException ours ? ours.job().orElse(null) : null;
                streams.printJson(JsonText.of(JobJson.of(job, List.of(), e)));
            } else {
                streams.error("videojob: " + Shown.line(Messages.of(e)));
                if (wayOn != null) {
                    streams.error(wayOn);
                }
            }
        }
        return ExitCodes.of(e);
    }

    private int written(int code) {
        try {
            streams.check();
            return code;
        } catch (UncheckedIOException e) {
            streams.error("videojob: " + e.getMessage());
            return code == ExitCodes.DONE ? ExitCodes.BROKEN : code;
        }
    }
}
