package io.videojob.internal.journal;

import static java.util.Objects.requireNonNull;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.VendorRef;
import io.videojob.internal.journal.Kept.Amounts;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jobs for as long as the process lives. Behaves as a durable journal does, so that a program that works with one
 * works with the other. One lock, and an index for each question.
 */
public final class MemoryJournal implements JobJournal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<JobId, Kept> jobs = new HashMap<>();
    private final Map<VendorRef, JobId> holders = new HashMap<>();
    private final TreeSet<Kept> byAge = new TreeSet<>(Kept.by(StoredJob::createdAt));
    private final TreeSet<Kept> byWake =
            new TreeSet<>(Kept.by(job -> job.wakeAt().orElseThrow()));
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Money money = new Money();
    private boolean closed;

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public void insert(List<StoredJob> newJobs) {
        locked(() -> {
            Set<JobId> ids = new HashSet<>();
            Set<VendorRef> references = new HashSet<>();
            for (StoredJob job : newJobs) {
                if (jobs.containsKey(job.id()) || !ids.add(job.id())) {
                    throw new IllegalStateException("the journal has a job " + job.id() + " already");
                }
                for (VendorRef reference : job.references()) {
                    if (holders.containsKey(reference) || !references.add(reference)) {
                        throw new IllegalStateException("another job holds " + reference + " already");
                    }
                }
            }
            newJobs.forEach(
                    job -> write(null, new Kept(job.toBuilder().version(1).build(), job.createdAt())));
            return true;
        });
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return locked(() -> Optional.ofNullable(jobs.get(id)).map(Kept::job));
    }

    @Override
    public Optional<StoredJob> findByReference(VendorRef reference) {
        return locked(
                () -> Optional.ofNullable(holders.get(reference)).map(jobs::get).map(Kept::job));
    }

    @Override
    public boolean replace(StoredJob job) {
        return locked(() -> {
            Kept old = jobs.get(job.id());
            if (old == null || old.job().version() != job.version() || anotherHoldsOneOf(job)) {
                return false;
            }
            write(old, new Kept(job.toBuilder().version(job.version() + 1).build(), old.paidAt()));
            return true;
        });
    }

    @Override
    public List<StoredJob> due(Instant now, int limit) {
        return locked(() -> byWake.stream()
                .limit(Math.max(limit, 0))
                .takeWhile(kept -> !kept.job().wakeAt().orElseThrow().isAfter(now))
                .map(Kept::job)
                .toList());
    }

    @Override
    public Optional<Instant> nextWake() {
        return locked(
                () -> byWake.isEmpty() ? Optional.empty() : byWake.first().job().wakeAt());
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        return locked(() -> byAge.descendingSet().stream()
                .map(Kept::job)
                .filter(job -> filter.statuses().isEmpty() || filter.statuses().contains(job.status()))
                .filter(job -> filter.provider().isEmpty() || filter.provider().equals(job.provider()))
                .filter(job -> filter.tag().isEmpty() || filter.tag().equals(job.tag()))
                .limit(filter.limit())
                .toList());
    }

    @Override
    public List<StoredJob> changed(Map<JobId, Long> known) {
        return locked(() -> known.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(jobs.get(each.getKey())).stream()
                        .map(Kept::job)
                        .filter(job -> job.version() != each.getValue()))
                .toList());
    }

    @Override
    public int prune(Instant endedBefore, int limit) {
        return locked(() -> {
            List<Kept> over = jobs.values().stream()
                    .filter(kept -> kept.isOver(endedBefore))
                    .sorted(Kept.by(job -> job.endedAt().orElseThrow()))
                    .limit(Math.max(limit, 0))
                    .toList();
            over.forEach(kept -> {
                remove(kept);
                jobs.remove(kept.job().id());
            });
            return over.size();
        });
    }

    @Override
    public Set<String> waitingFor() {
        return locked(() -> accounts.entrySet().stream()
                .filter(account -> !account.getValue().nobodyWaits())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Admission admit(String provider, AdmissionLimits limits, Instant now) {
        return locked(() -> {
            Account account = account(provider);
            if (account.nobodyWaits()) {
                return Admission.nobodyWaits();
            }
            SpendingLimits spending = limits.spending();
            BigDecimal cheapest = account.cheapest();
            Gate slots = account.slotGate(limits, now);
            Gate all = money.gate(cheapest, spending.all(), spending.period(), now, "the budget");
            Gate own =
                    account.money.gate(cheapest, spending.own(), spending.period(), now, "the budget for " + provider);
            Gate rate = account.sends.gate(limits, now);
            if (!slots.isOpen() || !all.isOpen() || !own.isOpen() || !rate.isOpen()) {
                Admission closed = Gate.closed(slots, all, own, rate);
                return !all.isOpen()
                        ? closed.forLackOf(Admission.Budget.ALL_USED_UP, all.why())
                        : !own.isOpen() ? closed.forLackOf(Admission.Budget.OWN_USED_UP, own.why()) : closed;
            }
            Kept next = oldestWithin(spending, account, now);
            StoredJob admitted = admitted(next.job(), now);
            write(next, new Kept(admitted, now));
            account.sends.admitted(admitted.id(), admitted.version(), limits, now);
            return Admission.of(admitted);
        });
    }

    private Kept oldestWithin(SpendingLimits limits, Account account, Instant now) {
        return Stream.of(
                        limits.limitOfAll().map(all -> money.room(all, limits.period(), now)),
                        limits.limitOfOwn().map(own -> account.money.room(own, limits.period(), now)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(account::oldestWithin)
                .orElseGet(account::oldest);
    }

    @Override
    public void answered(String provider, JobId job, long version, Instant at) {
        locked(() -> {
            account(provider).sends.answered(job, version, at);
            return true;
        });
    }

    @Override
    public void neverLeft(String provider, JobId job, long version) {
        locked(() -> {
            account(provider).sends.neverLeft(job, version);
            return true;
        });
    }

    @Override
    public List<ProviderMoney> money(Instant after) {
        return locked(() -> accounts.entrySet().stream()
                .map(account -> {
                    Amounts amounts = account.getValue().money.since(after);
                    return new ProviderMoney(account.getKey(), amounts.spent(), amounts.held());
                })
                .toList());
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private static StoredJob admitted(StoredJob job, Instant now) {
        return job.toBuilder()
                .version(job.version() + 1)
                .status(JobStatus.SUBMITTING)
                .lineSince(null)
                .slotUntil(FOREVER)
                .wakeAt(now)
                .build();
    }

    private boolean anotherHoldsOneOf(StoredJob job) {
        return job.references().stream()
                .anyMatch(reference -> !job.id().equals(holders.getOrDefault(reference, job.id())));
    }

    /** Every change of a job goes through here, so that no index is left behind. */
    private void write(@Nullable Kept old, Kept kept) {
        if (old != null) {
            remove(old);
        }
        jobs.put(kept.job().id(), kept);
        kept.job()
                .references()
                .forEach(reference -> holders.put(reference, kept.job().id()));
        byAge.add(kept);
        if (kept.wakes()) {
            byWake.add(kept);
        }
        kept.job().provider().ifPresent(provider -> account(provider).add(kept));
        kept.money().forEach((provider, amounts) -> account(provider).money.add(kept, amounts));
        money.add(kept, sum(kept));
    }

    private void remove(Kept old) {
        old.job().references().forEach(holders::remove);
        byAge.remove(old);
        if (old.wakes()) {
            byWake.remove(old);
        }
        old.job().provider().ifPresent(provider -> account(provider).remove(old));
        old.money().forEach((provider, amounts) -> account(provider).money.remove(old, amounts));
        money.remove(old, sum(old));
    }

    private static Amounts sum(Kept kept) {
        return kept.money().values().stream().reduce(Amounts::plus).orElseThrow();
    }

    private Account account(String provider) {
        return accounts.computeIfAbsent(requireNonNull(provider, "provider"), name -> new Account());
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new JournalException("this VideoJobs was closed, and its journal with it; open another", null);
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
