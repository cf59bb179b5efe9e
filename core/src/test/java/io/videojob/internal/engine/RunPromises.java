package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the library promises, held against what the vendors of a random run know. Each broken one begins with a word. */
final class RunPromises {
    private final RunWorld world;

    RunPromises(RunWorld world) {
        this.world = world;
    }

    /** No create is on the wire twice, and none that is not journalled. */
    static void onArrival(RunWorld world, RunVendor vendor, Submission submission) {
        String tag = submission.sendTag();
        if (vendor.arrived.stream().anyMatch(before -> before.sendTag().equals(tag))) {
            world.breaks("wire: create " + tag + " was sent twice");
        }
        String[] parts = tag.split("-", -1);
        JobRecord record = world.record(parts[1]).orElseThrow();
        Optional<Attempt> attempt = record.attempt(Integer.parseInt(parts[2]));
        if (attempt.filter(a -> a.sends >= Integer.parseInt(parts[3])).isEmpty()) {
            world.breaks("wire: create " + tag + " was sent before it was written down");
        }
        boolean settled = world.wishes.settled.contains(parts[1] + "-" + parts[2]);
        if (record.end != null
                && !settled
                && attempt.filter(a -> a.state == AttemptState.GIVEN_UP).isEmpty()) {
            world.breaks("wire: create " + tag + " was sent though the job had ended: " + record.end.message());
        }
    }

    /** A wish that was granted is written down. */
    static void onGranted(RunWorld world, RunWishes.Wish wish) {
        JobRecord record = world.record(wish.job().toString()).orElseThrow();
        if (!isKept(record, wish)) {
            world.breaks(
                    "wish: \"" + wish.note() + "\" for job " + wish.job() + " was granted and is not written down");
        }
    }

    private static boolean isKept(JobRecord record, RunWishes.Wish wish) {
        if (wish.note().equals(RunWishes.CANCEL) && record.end != null) {
            return true;
        }
        return record.history.stream()
                .anyMatch(entry -> (entry.kind().equals("wish") && entry.text().startsWith(wish.note()))
                        || isTakenBy(entry.text(), wish));
    }

    private static boolean isTakenBy(String note, RunWishes.Wish wish) {
        return wish.note().startsWith(RunWishes.ADOPT)
                && note.contains(wish.note().substring(RunWishes.ADOPT.length()) + " belongs to job ");
    }

    /** All of them, once nothing moves any more. */
    void whenAllIsQuiet() {
        List<StoredJob> rows = world.rows();
        Map<String, JobRecord> records =
                rows.stream().collect(Collectors.toMap(row -> row.id().toString(), Columns::read));
        rows.forEach(row -> {
            JobRecord record = Objects.requireNonNull(records.get(row.id().toString()));
            world.count("jobs");
            world.count("jobs " + (record.end == null ? "parked or in line" : "ended " + record.end.kind()));
            record.attempts.forEach(attempt -> world.count("attempts " + attempt.state));
            end(record);
            slots(row, record);
            money(row, record);
            bills(record);
            world.results.whenAllIsQuiet(record);
        });
        world.made().forEach(job -> known(job, Objects.requireNonNull(records.get(job.job()))));
        budget();
        waits();
        answersAreKept();
        world.wishes.granted.forEach(wish -> onGranted(world, wish));
    }

    private void end(JobRecord record) {
        if (record.end == null && !record.isParked() && !waitsForMoney(record)) {
            world.breaks("end: job " + record.id + " is " + record.stage + " for ever");
        }
        if (record.isParked() && record.trouble == null) {
            world.breaks("end: job " + record.id + " is parked without a reason");
        }
        Optional<RunMade> its = madeAs(record, record.attempt());
        if (record.end == null && its.isPresent()) {
            world.breaks("lost: job " + record.id + " does not see the end of " + its.get());
        }
        if (record.end != null && record.end.kind() == JobEnd.Kind.SUCCEEDED) {
            boolean delivered = its.filter(job -> job.fate == RunMade.Fate.DELIVERED)
                    .filter(job -> record.end.outputs().toString().contains(job.id))
                    .isPresent();
            if (!delivered) {
                world.breaks("end: job " + record.id + " delivers what is not its own: " + record.end.outputs());
            }
        }
        if (record.cancellation == Cancellation.REQUESTED && !record.isParked()) {
            world.breaks("wish: nobody decided on the wish to cancel job " + record.id);
        }
    }

    /** True if it stands in line, and there is not enough left for it. */
    boolean waitsForMoney(JobRecord record) {
        BigDecimal budget = world.setting.limits().spending().limitOfAll().orElse(null);
        if (record.stage != Stage.LINE || budget == null) {
            return false;
        }
        BigDecimal used = world.rows().stream()
                .map(row -> spent(row)
                        .add(
                                row.lineSince().isPresent()
                                        ? BigDecimal.ZERO
                                        : row.reserved().orElse(BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return budget.subtract(used).compareTo(RunVendor.PRICE) < 0;
    }

    /** At all providers. */
    private static BigDecimal spent(StoredJob row) {
        return row.spentElsewhere().values().stream().reduce(row.spent().orElse(BigDecimal.ZERO), BigDecimal::add);
    }

    private void slots(StoredJob row, JobRecord record) {
        if (row.slotUntil().filter(until -> until.isAfter(world.latestClock())).isPresent()) {
            world.breaks("slot: job " + row.id() + " at rest (" + record.stage + ") holds one until "
                    + row.slotUntil().orElse(JobJournal.FOREVER));
        }
    }

    private void money(StoredJob row, JobRecord record) {
        boolean holds = row.reserved().isPresent();
        if (record.end != null && holds) {
            world.breaks("money: job " + row.id() + " has ended and holds "
                    + row.reserved().get());
        }
        if (record.isParked()
                && record.candidate().price() != null
                && holds != (record.attempt().billing == Billing.UNKNOWN)) {
            world.breaks("money: parked job " + row.id() + " reserves " + row.reserved() + " while its billing is "
                    + record.attempt().billing);
        }
        if (record.end != null) {
            BigDecimal sure = sum(record, Billing.BILLED, RunVendor.CHARGE);
            BigDecimal most = sure.add(sum(record, Billing.UNKNOWN, RunVendor.PRICE));
            BigDecimal spent = spent(row);
            if (spent.compareTo(sure) < 0 || spent.compareTo(most) > 0) {
                world.breaks("money: job " + row.id() + " says that it spent " + spent + "; it was between " + sure
                        + " and " + most);
            }
        }
        record.attempts.forEach(attempt -> madeAs(record, attempt).ifPresent(job -> {
            if (attempt.state != AttemptState.RELEASED
                    && attempt.billing != Billing.UNKNOWN
                    && (attempt.billing == Billing.BILLED) != job.isBilled()) {
                world.breaks("money: job " + row.id() + " says " + attempt.billing + " of " + job);
            }
        }));
    }

    /** Not even two jobs at once take the last dollar twice. */
    private void budget() {
        BigDecimal budget = world.setting.limits().spending().limitOfAll().orElse(null);
        long billed = world.made().stream().filter(RunMade::isBilled).count();
        BigDecimal paid = RunVendor.CHARGE.multiply(BigDecimal.valueOf(billed));
        if (budget != null && !world.wishes.userErred && paid.compareTo(budget) > 0) {
            world.breaks("money: " + paid + " were paid of a budget of " + budget);
        }
    }

    /** Whoever waits for a job that has settled is told. */
    private void waits() {
        world.waits().stream()
                .filter(wait -> !wait.isDone())
                .forEach(wait -> world.breaks("wait: nobody told " + wait));
    }

    private static BigDecimal sum(JobRecord record, Billing billing, BigDecimal each) {
        long count = record.attempts.stream().filter(a -> a.billing == billing).count();
        return each.multiply(BigDecimal.valueOf(count));
    }

    private Optional<RunMade> madeAs(JobRecord record, Attempt attempt) {
        return world.vendors.stream()
                .filter(v -> v.name.equals(record.candidateOf(attempt).provider()))
                .map(v -> v.made.get(String.valueOf(attempt.vendorJobId)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** One create made one job; a further paid one was wished, or is by a policy that the user chose, and is told. */
    private void bills(JobRecord record) {
        List<RunMade> its = world.made().stream()
                .filter(job -> job.job().equals(record.id.toString()))
                .toList();
        its.stream().collect(Collectors.groupingBy(RunMade::attempt)).forEach((attempt, made) -> {
            if (made.size() > 1) {
                world.breaks("bill: attempt " + attempt + " made " + made);
            }
        });
        long wished = count(record, RunWishes.SEND_AGAIN);
        long uttered = world.wishes.uttered.stream()
                .filter(wish -> wish.job().equals(record.id) && wish.note().equals(RunWishes.SEND_AGAIN))
                .count();
        if (wished > uttered) {
            world.breaks("bill: job " + record.id + " was sent again by a wish that nobody had");
        }
        long byPolicy = world.setting.uncertain() == Rules.Uncertain.ASK
                ? 0
                : count(record, "sent again because videojob.uncertain")
                        + count(record, "is unknown, and videojob.uncertain = failover");
        long evenIfBilled =
                world.setting.failover() == Rules.Failover.EVEN_IF_BILLED ? count(record, "failed over to ") : 0;
        record.attempts.stream()
                .filter(a -> a.state == AttemptState.GIVEN_UP && (a.suspectedId != null || !a.lookalikes.isEmpty()))
                .filter(a -> !world.wishes.settled.contains(record.id + "-" + a.number))
                .forEach(a -> world.breaks("bill: a policy gave up attempt " + a.number + " of job " + record.id
                        + ", which had shown itself at the vendor"));
        long billed = its.stream().filter(RunMade::isBilled).count();
        if (billed > 1 + wished + byPolicy + evenIfBilled) {
            world.breaks("bill: job " + record.id + " is billed " + billed + " times: " + its);
        }
    }

    private static long count(JobRecord record, String note) {
        return record.history.stream()
                .filter(entry -> entry.text().contains(note))
                .count();
    }

    /** What a vendor made is known to the journal, or to a job that says that something may exist. */
    private void known(RunMade job, JobRecord record) {
        VendorRef reference = job.reference();
        Optional<StoredJob> holder = world.journal.findByReference(reference);
        if (holder.isPresent()) {
            boolean itsOwn = holder.get().id().equals(record.id);
            if (!itsOwn && !world.wishes.userErred) {
                world.breaks(
                        "lost: " + job + " was taken for job " + holder.get().id());
            }
            return;
        }
        Attempt attempt = record.attempt(job.attempt()).orElse(null);
        boolean settled = world.wishes.settled.contains(job.job() + "-" + job.attempt());
        boolean byPolicy = world.setting.uncertain() != Rules.Uncertain.ASK;
        boolean told = attempt != null
                && ((attempt.isUncertain() && record.isParked())
                        || (attempt.state == AttemptState.GIVEN_UP && (settled || byPolicy)));
        if (record.cancellation == Cancellation.NOTHING_SENT && !settled) {
            world.breaks("wish: job " + record.id + " says that nothing was sent, and there is " + job);
        }
        if (!told && !settled) {
            world.breaks("lost: nobody knows of " + job + "; its attempt is "
                    + (attempt == null ? "gone" : attempt.state) + ", its job " + record.stage);
        }
    }

    /** An id that a process was told, and that lived on, is in the journal. */
    void answersAreKept() {
        world.traffic.answers.stream()
                .filter(answer -> answer.process().isAlive())
                .filter(answer ->
                        world.journal.findByReference(answer.reference()).isEmpty())
                .forEach(answer -> world.breaks(
                        "lost: " + answer.process().name + " was told of " + answer.reference() + " and forgot it"));
    }
}
