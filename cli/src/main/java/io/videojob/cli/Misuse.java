package io.videojob.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrong, in this command's own voice. */
final class Misuse {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    /** Of a value that can't be converted, with what the converter said. */
    private static final Pattern VALUE =
            Pattern.compile("(?s)Invalid value for (?:option|positional parameter) .*?: (.*)");

    private static final Pattern KIND = Pattern.compile("(?s)'(.*)' is not an? (int|long|double|boolean)");
    private static final Pattern CHOICE =
            Pattern.compile("(?s)expected one of \\[(.*)] \\(case-(?:in)?sensitive\\) but was '(.*)'");
    private static final Pattern PAIR = Pattern.compile("(?s).*should be in KEY=VALUE.*but was (.*)");
    private static final Pattern COMMAND = Pattern.compile("(?s)Unknown subcommand '(.*)'\\.");

    private Misuse() {}

    static String words(ParameterException e) {
        if (e.getCause() instanceof UsageException ours) {
            return String.valueOf(ours.getMessage());
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0), missing);
        }
        if (e instanceof OverwrittenOptionException || e instanceof MaxValuesExceededException) {
            return name(e) + " can be given only once";
        }
        return value(e, String.valueOf(e.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        boolean isRoot = e.getCommandLine().getParent() == null;
        if (e.isUnknownOption()) {
            return "there is no option " + first + (isRoot ? "" : " of this command");
        }
        return isRoot
                ? noCommand(first)
                : "\"" + first + "\" is one word too many; words with blanks in them need quotes";
    }

    private static String noCommand(String name) {
        return "there is no command \"" + name + "\"";
    }

    private static String missing(ArgSpec first, MissingParameterException e) {
        if (first instanceof OptionSpec option) {
            return option.longestName() + " needs a value: " + option.longestName() + " " + option.paramLabel();
        }
        List<String> names = QUOTED.matcher(String.valueOf(e.getMessage()))
                .results()
                .map(found -> found.group(1))
                .toList();
        return names.isEmpty()
                ? first.paramLabel() + " is missing"
                : String.join(" and ", names) + (names.size() == 1 ? " is" : " are") + " missing";
    }

    private static String value(ParameterException e, String message) {
        Matcher command = COMMAND.matcher(message);
        if (command.matches()) {
            return noCommand(command.group(1));
        }
        Matcher pair = PAIR.matcher(message);
        if (pair.matches()) {
            return name(e) + ": \"" + pair.group(1) + "\" is no pair; write NAME=VALUE";
        }
        Matcher value = VALUE.matcher(message);
        return value.matches() ? name(e) + ": " + converted(value.group(1)) : message;
    }

    private static String converted(String trouble) {
        Matcher kind = KIND.matcher(trouble);
        if (kind.matches()) {
            return "\"" + kind.group(1) + "\" is "
                    + switch (kind.group(2)) {
                        case "boolean" -> "neither true nor false";
                        case "double" -> "no number";
                        default -> "no whole number";
                    };
        }
        Matcher choice = CHOICE.matcher(trouble);
        return choice.matches() ? "\"" + choice.group(2) + "\" is none of " + choice.group(1) : trouble;
    }

    /** What it is about: an option, or a word by its place. */
    private static String name(ParameterException e) {
        @Nullable ArgSpec about = e.getArgSpec();
        if (about != null) {
            return about instanceof OptionSpec option ? option.longestName() : about.paramLabel();
        }
        return QUOTED.matcher(String.valueOf(e.getMessage()))
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(1, found.length() - 1))
                .findFirst()
                .orElse("an option");
    }
}
