package io.videojob.cli.demo;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.Explanation;
import io.videojob.JobSnapshot;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.VendorSandbox;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the job took, what the vendors counted, and whether it is what the library promises. */
final class Report {
    private final PrintStream out;
    private boolean allKept = true;

    Report(PrintStream out) {
        this.out = out;
    }

    /** What the library knows. */
    void attempts(JobSnapshot job) {
        out.println();
        out.println("Attempts of job " + job.id());
        for (AttemptSnapshot attempt : job.attempts()) {
            out.printf(
                    Locale.ROOT,
                    "  %d  %-9s %-10s %-11s %s%n",
                    attempt.number(),
                    attempt.provider(),
                    attempt.outcome(),
                    attempt.billing().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    attempt.billing() == Billing.NOT_BILLED
                            ? ""
                            : attempt.cost().map(Objects::toString).orElse(""));
            attempt.error().ifPresent(error -> out.println("     " + error));
        }
    }

    /** The record of the job: what anybody can ask of any job, at any time. */
    void history(Explanation explanation) {
        out.println();
        out.println("What happened, as \"videojob explain\" tells it");
        Instant start = explanation.job().createdAt();
        for (Explanation.Entry entry : explanation.entries()) {
            out.printf(
                    Locale.ROOT,
                    "%6.1f s  %-2s %s: %s%n",
                    Duration.between(start, entry.at()).toMillis() / 1000.0,
                    entry.attempt() == 0 ? "" : "#" + entry.attempt(),
                    entry.kind(),
                    entry.text());
        }
    }

    /** What the vendors know. */
    void bill(Sandbox vendors) {
        out.println();
        out.println("What the vendors counted");
        line("AI/ML API", vendors.aimlapi());
        line("Eachlabs", vendors.eachlabs());
    }

    private void line(String name, VendorSandbox vendor) {
        out.printf(
                Locale.ROOT,
                "  %-9s  creates: %d   jobs made: %d   bill: %s%n",
                name,
                vendor.creates().size(),
                vendor.jobs().size(),
                vendor.bill());
    }

    /** Each promise, kept or not. */
    void promises(JobSnapshot job, Sandbox vendors, Mp4Facts video) {
        out.println();
        out.println("Promised");
        List<AttemptSnapshot> attempts = job.attempts();
        promise(
                "the failed job was taken to the other vendor only because it is free",
                attempts.size() == 2
                        && attempts.get(0).outcome().equals("failed")
                        && attempts.get(0).billing() == Billing.NOT_BILLED);
        promise(
                "the lost answer's job was found and finished, not sent again",
                attempts.size() == 2
                        && attempts.get(1).outcome().equals("succeeded")
                        && vendors.eachlabs().creates().size() == 1
                        && vendors.aimlapi().creates().size() == 1);
        promise("one video, one bill", vendors.bill().jobs() == 1);
        promise(
                "what was sent is what the vendors' schemas ask for",
                vendors.aimlapi().creates().stream()
                                .allMatch(create -> create.problems().isEmpty())
                        && vendors.eachlabs().creates().stream()
                                .allMatch(create -> create.problems().isEmpty()));
        promise("no key went anywhere but to its vendor", vendors.leakedKeys().isEmpty());
        promise("the video is as long as was asked for", video.lasts(Demo.LENGTH));
    }

    private void promise(String what, boolean kept) {
        out.println((kept ? "  kept    " : "  BROKEN  ") + what);
        allKept &= kept;
    }

    boolean allKept() {
        return allKept;
    }
}
