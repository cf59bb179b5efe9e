package io.videojob.internal.engine;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.Orphan;
import io.videojob.Orphan.Kind;
import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ListedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the journal stands to what a vendor lists. Read after the list: what the list shows was in the journal before it was
 * sent. And the attempts without an id are read before a reference is looked for: an answer that comes in between is seen by
 * the one or by the other.
 */
final class Claims {
    /** Clocks differ, and a vendor may begin late. */
    private static final Duration AROUND = Duration.ofMinutes(15);

    private static final int MOST = 5_000;

    private final JobJournal journal;
    private final List<JobRecord> open;
    private final List<JobRecord> others;

    private Claims(JobJournal journal, List<JobRecord> open, List<JobRecord> others) {
        this.journal = journal;
        this.open = open;
        this.others = others;
    }

    /** What the journal says from now on. Of what has gone on or ended, the newest jobs are read. */
    static Claims of(JobJournal journal) {
        List<JobRecord> open = records(journal, JobStatus.SUBMITTING, JobStatus.UNCERTAIN);
        List<JobRecord> others = records(
                journal,
                JobStatus.WAITING,
                JobStatus.QUEUED,
                JobStatus.RUNNING,
                JobStatus.SUCCEEDED,
                JobStatus.FAILED,
                JobStatus.CANCELED);
        return new Claims(journal, open, others);
    }

    private static List<JobRecord> records(JobJournal journal, JobStatus... statuses) {
        JobFilter filter = JobFilter.all().withStatus(statuses).limit(MOST);
        return journal.list(filter).stream().map(Columns::read).toList();
    }

    /** The listed job as an orphan; empty if a job of the journal has it. */
    Optional<Orphan> orphan(String provider, String id, ListedJob listed) {
        VendorRef reference = VendorRef.of(provider, id);
        Optional<JobRecord> holder = journal.findByReference(reference).map(Columns::read);
        if (holder.isPresent()) {
            return spare(holder.get(), reference, listed);
        }
        Optional<SendTag> ours = listed.sendTag().flatMap(SendTag::read);
        Optional<JobRecord> sender =
                ours.flatMap(tag -> journal.find(tag.job())).map(Columns::read);
        return sender.isPresent()
                ? sent(reference, listed, ours.orElseThrow(), sender.get())
                : Optional.of(unknown(reference, listed));
    }

    /** What jobs keep beside the attempt that counts, sent since then. */
    List<Orphan> spares(Instant since) {
        List<Orphan> spares = new ArrayList<>();
        Stream.concat(open.stream(), others.stream())
                .forEach(record -> record.attempts.stream()
                        .filter(a -> a.state == AttemptState.ORPHAN && a.vendorJobId != null)
                        .filter(a -> a.sentAt == null || !a.sentAt.isBefore(since))
                        .map(a -> spare(record, a))
                        .forEach(spares::add));
        return spares;
    }

    private static Orphan spare(JobRecord record, Attempt a) {
        Candidate candidate = record.candidateOf(a);
        return Orphan.builder(VendorRef.of(candidate.provider(), String.valueOf(a.vendorJobId)), Kind.SET_ASIDE)
                .job(record.id)
                .listed(false)
                .model(candidate.model())
                .createdAt(a.sentAt)
                .vendorStatus(a.word)
                .cost(a.cost)
                .build();
    }

    private static Optional<Orphan> spare(JobRecord holder, VendorRef reference, ListedJob listed) {
        return holder.attempts.stream()
                .filter(a -> a.state == AttemptState.ORPHAN
                        && reference.vendorJobId().equals(a.vendorJobId))
                .findFirst()
                .map(a -> told(reference, Kind.SET_ASIDE, holder.id, listed));
    }

    /** The tag proves whose it is. */
    private static Optional<Orphan> sent(VendorRef reference, ListedJob listed, SendTag tag, JobRecord sender) {
        Optional<Attempt> holding = sender.attempts.stream()
                .filter(a -> holds(a, reference.vendorJobId(), tag))
                .findFirst();
        if (holding.isPresent()) {
            VendorRef held = VendorRef.of(reference.provider(), String.valueOf(holding.get().vendorJobId));
            return spare(sender, held, listed);
        }
        boolean awaited =
                sender.attempt(tag.attempt()).filter(a -> isAwaited(sender, a)).isPresent();
        return Optional.of(told(reference, awaited ? Kind.AWAITED : Kind.UNCLAIMED, sender.id, listed));
    }

    /** An adapter may know a job by an id of its own making, which ends in the vendor's or in the tag. */
    private static boolean holds(Attempt attempt, String id, SendTag tag) {
        String held = attempt.vendorJobId;
        return held != null && (held.endsWith(":" + id) || held.endsWith(":" + tag));
    }

    /** Without a tag of ours it is any job's that was sent to that model at that time, and got no id. */
    private Orphan unknown(VendorRef reference, ListedJob listed) {
        Optional<JobRecord> awaiting = first(open.stream(), reference, listed, Claims::isAwaited);
        if (awaiting.isPresent() || open.size() == MOST) {
            return told(reference, Kind.AWAITED, awaiting.map(JobRecord::id).orElse(null), listed);
        }
        Optional<JobRecord> left =
                first(Stream.concat(open.stream(), others.stream()), reference, listed, Claims::isLeftBehind);
        return told(reference, Kind.UNCLAIMED, left.map(JobRecord::id).orElse(null), listed);
    }

    private static Optional<JobRecord> first(
            Stream<JobRecord> records, VendorRef reference, ListedJob listed, BiPredicate<JobRecord, Attempt> stands) {
        return records.filter(record -> record.attempts.stream()
                        .anyMatch(a -> stands.test(record, a) && mayBe(record, a, reference, listed)))
                .findFirst();
    }

    private static boolean isAwaited(JobRecord record, Attempt a) {
        boolean open = a.state == AttemptState.SUBMITTING || a.state == AttemptState.UNCERTAIN;
        return open && a.vendorJobId == null && record.end == null && a.number == record.attempt().number;
    }

    private static boolean isLeftBehind(JobRecord record, Attempt a) {
        boolean unknown = a.state == AttemptState.GIVEN_UP
                || a.state == AttemptState.SUBMITTING
                || a.state == AttemptState.UNCERTAIN;
        return unknown && a.vendorJobId == null && !isAwaited(record, a);
    }

    private static boolean mayBe(JobRecord record, Attempt a, VendorRef reference, ListedJob listed) {
        Candidate candidate = record.candidateOf(a);
        return candidate.provider().equals(reference.provider())
                && listed.sendTag().isEmpty()
                && (listed.models().isEmpty() || listed.models().contains(String.valueOf(candidate.model())))
                && isOfThatTime(a.sentAt, candidate.times().createTimeout(), listed);
    }

    private static boolean isOfThatTime(@Nullable Instant sentAt, Duration timeout, ListedJob listed) {
        return sentAt == null
                || listed.createdAt()
                        .filter(at -> at.isBefore(sentAt.minus(AROUND))
                                || at.isAfter(sentAt.plus(timeout).plus(AROUND)))
                        .isEmpty();
    }

    private static Orphan told(VendorRef reference, Kind kind, @Nullable JobId job, ListedJob listed) {
        return Orphan.builder(reference, kind)
                .job(job)
                .model(listed.models().stream().findFirst().orElse(null))
                .createdAt(listed.createdAt().orElse(null))
                .vendorStatus(listed.word().isEmpty() ? null : listed.word())
                .cost(listed.cost().orElse(null))
                .sendTag(listed.sendTag().orElse(null))
                .build();
    }
}
