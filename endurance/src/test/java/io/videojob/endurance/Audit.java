package io.videojob.endurance;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.journal.jdbc.JdbcJournal;
import io.videojob.sandbox.Sandbox;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The promises, held against the vendors' own bill once every vendor's job has ended. Each request has a tag in its prompt
 * that no other one has, so what was billed for it can be counted.
 *
 * <ul>
 *   <li>Nothing is lost: every job whose id its program was told is in the journal, and has ended; and every vendor's job
 *       that was billed is <i>claimed</i> (the job of its tag holds its reference), or at least <i>told of</i> (its id stands in
 *       the record of the job of its tag, as a suspected one or an orphan). Neither: it is lost.
 *   <li>Nothing is paid twice: at most one vendor's job is billed for a tag.
 *   <li>The journal tells the truth: a job is {@code SUCCEEDED} just if one vendor's job was billed for it.
 * </ul>
 */
final class Audit {
    private final Vendors vendors;
    private final Sandbox sandbox;
    private final String url;
    private final Map<String, String> submitted;
    private final List<String> wrong = new ArrayList<>();

    /**
     * An audit of a journal that nobody works on any more.
     *
     * @param submitted the tags by the ids that programs were told
     */
    Audit(Sandbox sandbox, String url, Map<String, String> submitted) {
        this.sandbox = sandbox;
        this.vendors = new Vendors(sandbox);
        this.url = url;
        this.submitted = Map.copyOf(submitted);
    }

    /** What was found: the numbers, and what is not as it must be. */
    record Findings(String numbers, List<String> wrong) {
        @Override
        public String toString() {
            return numbers + "; " + (wrong.isEmpty() ? "0 lost, 0 paid twice" : wrong.size() + " WRONG: " + wrong);
        }
    }

    Findings findings() {
        try (JobJournal journal = JdbcJournal.open(url)) {
            Map<String, StoredJob> jobs = journal.list(JobFilter.all().limit(1_000_000)).stream()
                    .collect(Collectors.toMap(job -> job.tag().orElseThrow(), job -> job, this::twice));
            submitted.forEach((id, tag) -> isThere(id, jobs.get(tag)));
            jobs.values().forEach(this::hasEnded);
            return findings(journal, jobs);
        }
    }

    private StoredJob twice(StoredJob one, StoredJob other) {
        wrong.add(one + " and " + other + " are of one request");
        return one;
    }

    private Findings findings(JobJournal journal, Map<String, StoredJob> jobs) {
        Map<String, Integer> bills = new HashMap<>();
        int made = 0;
        int claimed = 0;
        int toldOf = 0;
        for (Vendors.Made one : vendors.made()) {
            made++;
            if (!one.ended()) {
                wrong.add(one + " still runs");
            }
            if (one.billed()) {
                bills.merge(one.tag(), 1, Integer::sum);
                StoredJob job = jobs.get(one.tag());
                Optional<JobId> holder =
                        journal.findByReference(one.reference()).map(StoredJob::id);
                if (job != null && holder.filter(job.id()::equals).isPresent()) {
                    claimed++;
                } else if (job != null && job.payload().contains(one.reference().vendorJobId())) {
                    toldOf++;
                } else {
                    wrong.add(one + " is lost: held by " + holder + ", its job is " + job);
                }
            }
        }
        int billed = bills.values().stream().mapToInt(Integer::intValue).sum();
        if (billed != sandbox.bill().jobs()) {
            wrong.add("the vendors billed " + sandbox.bill() + ", and this counts " + billed);
        }
        jobs.forEach((tag, job) -> isTrue(job, bills.getOrDefault(tag, 0)));
        int refused = sandbox.aimlapi().tooManyRequests() + sandbox.eachlabs().tooManyRequests();
        long found = jobs.values().stream()
                .filter(job -> job.payload().contains("found by look-up"))
                .count();
        return new Findings(
                jobs.size() + " jobs (" + submitted.size() + " told of), " + made + " made by vendors, " + billed
                        + " billed, of those " + claimed + " claimed and " + toldOf + " told of; " + found
                        + " found by look-up, their answers being lost; " + refused + " answers 429",
                List.copyOf(wrong));
    }

    private void isThere(String id, StoredJob job) {
        if (job == null || !job.id().toString().equals(id)) {
            wrong.add("job " + id + " is lost: its program was told of it, and the journal has " + job);
        }
    }

    private void hasEnded(StoredJob job) {
        if (!job.status().isFinal()) {
            wrong.add(job + " has not ended");
        }
    }

    private void isTrue(StoredJob job, int bills) {
        if (bills > 1) {
            wrong.add(job + " is paid " + bills + " times");
        }
        if ((job.status() == JobStatus.SUCCEEDED) != (bills > 0)) {
            wrong.add(job + " has " + bills + " bills");
        }
    }
}
