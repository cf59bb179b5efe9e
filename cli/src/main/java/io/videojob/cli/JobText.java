package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.Explanation;
import io.videojob.JobSnapshot;
import io.videojob.VendorRef;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Jobs as people read them. */
final class JobText {
    /** As the user's clock has it; programs take {@code --json}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private JobText() {}

    /** A few lines. */
    static String of(JobSnapshot job) {
        List<String> lines = new ArrayList<>();
        lines.add("Job       " + job.id());
        lines.add("Status    " + job.status()
                + job.vendorStatus()
                        .map(own -> " (\"" + Shown.value(own) + "\")")
                        .orElse("") + (job.isParked() ? ", parked" : ""));
        Sending.words(job).ifPresent(words -> lines.add("Create    " + words));
        job.model().ifPresent(model -> lines.add("Model     " + Shown.value(model)));
        job.vendorRef().ifPresent(reference -> lines.add("Vendor's  " + reference));
        lines.add("Since     " + time(job.createdAt()));
        job.tag().ifPresent(tag -> lines.add("Tag       " + Shown.value(tag)));
        job.attempt().flatMap(JobJson::costOf).ifPresent(cost -> lines.add("Cost      " + cost));
        job.cancellation().ifPresent(wish -> lines.add("Cancel    " + words(wish)));
        job.trouble().ifPresent(trouble -> lines.add("Trouble   " + trouble.message()));
        job.outputs().forEach(output -> lines.add("Result    " + output));
        if (job.attempts().size() > 1) {
            job.attempts().forEach(attempt -> lines.add("  " + attempt));
        } else {
            job.attempt().flatMap(AttemptSnapshot::error).ifPresent(error -> lines.add("Error     " + error));
        }
        return lines.stream().map(Shown::line).collect(Collectors.joining(System.lineSeparator()));
    }

    /** All that happened, a line each. */
    static String of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.job().toString());
        explanation.job().attempts().forEach(attempt -> lines.add("  " + attempt));
        explanation.entries().forEach(entry -> lines.add("  " + entry));
        return lines.stream().map(Shown::line).collect(Collectors.joining(System.lineSeparator()));
    }

    /** One line of a list. */
    static String line(JobSnapshot job) {
        return String.format(
                        Locale.ROOT,
                        "%-26s  %-10s  %s  %-9s  %s",
                        job.id(),
                        job.status() + (job.isParked() ? "!" : ""),
                        time(job.createdAt()),
                        job.provider().orElse("-"),
                        job.model()
                                .or(() -> job.vendorRef().map(VendorRef::toString))
                                .map(Shown::value)
                                .orElse("-"))
                .stripTrailing();
    }

    /** What became of the wish to cancel. */
    static String words(Cancellation wish) {
        return switch (wish) {
            case REQUESTED -> "asked for, not decided yet";
            case NOTHING_SENT -> "canceled; nothing had been sent";
            case CONFIRMED -> "canceled at the vendor";
            case TOO_LATE -> "too late, it had ended before";
            case UNSUPPORTED -> "this vendor has no way to cancel; the job goes on there and will be billed";
            case UNKNOWN -> "asked for; the vendor does not say whether it took effect";
        };
    }

    /** What a job that came to nothing costs. */
    static String words(Billing billing) {
        return switch (billing) {
            case NOT_BILLED -> "not billed";
            case BILLED -> "what was done is billed";
            case UNKNOWN -> "it may be billed";
        };
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
