package io.videojob.cli;

import io.videojob.BudgetExceededException;
import io.videojob.DeliveryException;
import io.videojob.JobCanceledException;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.StillRunningException;
import io.videojob.SubmissionUncertainException;
import io.videojob.Trouble;
import io.videojob.VendorRef;
import io.videojob.VideoJobException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What went wrong in words, and which command goes on from there. */
final class Messages {
    private static final Pattern LINK = Pattern.compile("(?<![^\\s?\"'])([^\\s?\"']++)\\?(?!…)[^\\s\"']++");

    private Messages() {}

    /** What happened. */
    static String of(Throwable failure) {
        String message = failure.getMessage();
        String told = message == null || message.isBlank() ? failure.toString() : CommandWords.of(message);
        if (failure instanceof StillRunningException waiting) {
            return withoutQueries(waiting.job().map(job -> stillOpen(told, job)).orElse(told));
        }
        return withoutQueries(failure instanceof JobCanceledException canceled ? told + billed(told, canceled) : told);
    }

    private static String billed(String told, JobCanceledException canceled) {
        return told.contains("billed") ? "" : "; " + JobText.words(canceled.billing());
    }

    /** "It goes on" is more than is known of a job that is on its way to the vendor. */
    private static String stillOpen(String told, JobSnapshot job) {
        return Sending.words(job)
                        .map(words -> "stopped waiting for job " + job.id() + ": " + words + "; do not submit it again")
                        .orElseGet(
                                () -> told + job.trouble().map(Messages::words).orElse(""))
                + job.cancellation()
                        .map(wish -> ". Cancel: " + JobText.words(wish))
                        .orElse("");
    }

    private static String words(Trouble trouble) {
        return trouble.parked() ? "" : ". At present: " + trouble.message();
    }

    /** Links are often signed, and what a user typed wrong is shown back, also where its scheme is missing. */
    private static String withoutQueries(String text) {
        return LINK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).matches(".*[./:].*") ? found.group(1) + "?…" : found.group()));
    }

    /** The commands that go on from there, on lines of their own; null if the message says it all. */
    static @Nullable String wayOn(Throwable failure) {
        if (!(failure instanceof VideoJobException ours) || ours.jobId().isEmpty()) {
            return null;
        }
        String id = ours.jobId().map(JobId::toString).orElse("");
        if (failure instanceof SubmissionUncertainException uncertain) {
            return settle(id, uncertain);
        }
        if (failure instanceof StillRunningException) {
            boolean uncertain = ours.job()
                    .filter(job -> job.status() == JobStatus.UNCERTAIN)
                    .isPresent();
            String from = ours.job().flatMap(Sending::knownBy).orElse("");
            return "  videojob wait " + id
                    + (from.isEmpty() ? "" : "      # from " + from + " on it tells, or looks for it")
                    + (uncertain ? "      # looks for it further\n" + settle(id, null) : "");
        }
        if (failure instanceof DeliveryException) {
            return "  videojob save " + id + "      # it is paid for; goes on where it broke off";
        }
        return failure instanceof BudgetExceededException
                ? null
                : "  videojob explain " + id + "      # all that happened";
    }

    private static String settle(String id, @Nullable SubmissionUncertainException uncertain) {
        String candidate = uncertain == null
                ? "PROVIDER:ID"
                : uncertain.candidates().stream()
                        .map(VendorRef::toString)
                        .findFirst()
                        .orElse("PROVIDER:ID");
        String others = uncertain == null || uncertain.candidates().size() < 2
                ? ""
                : "\n  # it may be any of "
                        + uncertain.candidates().stream()
                                .map(VendorRef::toString)
                                .collect(Collectors.joining(" "));
        return "  videojob adopt " + id + " " + candidate + "      # you found it on the vendor's pages\n"
                + "  videojob give-up " + id + "      # stop looking for it\n"
                + "  videojob send-again " + id + "      # a second one; may cost twice" + others;
    }

    /** Where it came from, for a report. */
    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return withoutQueries(text.toString());
    }
}
