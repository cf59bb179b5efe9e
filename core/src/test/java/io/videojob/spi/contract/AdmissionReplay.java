package io.videojob.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.NaiveAdmission.Job;
import io.videojob.spi.contract.NaiveAdmission.Send;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets the same things happen to a journal and to {@link NaiveAdmission}, and compares every admission. */
final class AdmissionReplay {
    static final Duration WINDOW = Duration.ofSeconds(10);
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    static final Duration PERIOD = Duration.ofSeconds(40);
    static final AdmissionLimits LIMITS = new AdmissionLimits(
            4, 3, WINDOW, ANSWER_WITHIN, new SpendingLimits(new BigDecimal("10"), new BigDecimal("7"), PERIOD));

    private static final Duration TICK = Duration.ofNanos(1_000);

    private final JobJournal journal;
    private final NaiveAdmission naive = new NaiveAdmission(LIMITS);
    private Instant now = Jobs.NOON;

    AdmissionReplay(JobJournal journal) {
        this.journal = journal;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A job comes into line, perhaps as one that stood there before. */
    void arrive(String provider, BigDecimal wanted, int secondsAgo) {
        Instant since = now.minusSeconds(secondsAgo);
        Job job = new Job("j" + naive.jobs.size(), provider, wanted, now, since);
        naive.jobs.add(job);
        journal.insert(List.of(StoredJob.builder(JobId.parse(job.id), now, JobStatus.WAITING, "{}")
                .provider(provider)
                .lineSince(since)
                .reserved(wanted)
                .build()));
    }

    void admit(String provider) {
        Admission admission = journal.admit(provider, LIMITS, now);
        Optional<Job> expected = naive.whoFits(provider, now);

        assertThat(admission.job().map(job -> job.id().toString())).isEqualTo(expected.map(job -> job.id));
        if (expected.isPresent()) {
            naive.admit(expected.get(), admission.job().orElseThrow().version(), now);
        } else {
            assertNobodyFitsBefore(provider, admission.askAgainAt().orElse(null));
        }
    }

    private void assertNobodyFitsBefore(String provider, @Nullable Instant askAgainAt) {
        if (askAgainAt == null) {
            assertThat(naive.whoFits(provider, JobJournal.FOREVER.minus(TICK))).isEmpty();
        } else {
            assertThat(askAgainAt).isAfter(now);
            assertThat(naive.whoFits(provider, askAgainAt.minus(TICK))).isEmpty();
            assertThat(naive.whoFits(provider, askAgainAt)).isPresent();
        }
    }

    /** The answer to a send comes now. The vendor saw it some time between. */
    void answer(int which, double howFarBetween) {
        Send send = unsettled(which);
        if (send == null) {
            return;
        }
        Instant late = send.admittedAt.plus(ANSWER_WITHIN);
        reallyAt(send, now.isBefore(late) ? now : late, howFarBetween);
        send.settled = true;
        send.countsAt = now;
        journal.answered(send.provider, JobId.parse(send.job.id), send.version, now);
    }

    void neverLeft(int which) {
        Send send = unsettled(which);
        if (send != null) {
            naive.sends.remove(send);
            journal.neverLeft(send.provider, JobId.parse(send.job.id), send.version);
        }
    }

    /** A job that holds a slot ends and is paid, or is paid and holds on for a while, as an uncertain one does. */
    void settle(int which, BigDecimal spent, int slotSeconds) {
        Job job = pick(naive.jobs.stream().filter(any -> any.slotUntil != null).toList(), which);
        if (job == null) {
            return;
        }
        job.held = BigDecimal.ZERO;
        job.spent.put(job.provider, spent);
        job.slotUntil = slotSeconds == 0 ? null : now.plusSeconds(slotSeconds);
        change(job, JobStatus.SUCCEEDED);
    }

    /** A job that holds a slot was refused and goes back to where it stood, a little later. */
    void backToLine(int which) {
        Job job = pick(holders(), which);
        if (job != null) {
            job.held = BigDecimal.ZERO;
            job.slotUntil = null;
            job.lineSince = now;
            change(job, JobStatus.WAITING);
        }
    }

    /** A job that holds a slot failed there, perhaps billed, and goes into the line of another provider. */
    void moveOn(int which, BigDecimal spent, String provider) {
        Job job = pick(holders(), which);
        if (job != null) {
            job.held = BigDecimal.ZERO;
            job.spent.merge(job.provider, spent, BigDecimal::add);
            job.slotUntil = null;
            job.provider = provider;
            job.lineSince = now;
            change(job, JobStatus.WAITING);
        }
    }

    /** The journal's sums are those of the plain rules. */
    void count() {
        Map<String, ProviderMoney> money = journal.money(now.minus(PERIOD)).stream()
                .collect(Collectors.toMap(ProviderMoney::provider, Function.identity()));
        for (String provider : List.of("acme", "other")) {
            ProviderMoney counted =
                    money.getOrDefault(provider, new ProviderMoney(provider, BigDecimal.ZERO, BigDecimal.ZERO));
            assertThat(counted.spent()).isEqualByComparingTo(naive.spent(provider, now));
            assertThat(counted.reserved()).isEqualByComparingTo(naive.held(provider));
        }
    }

    /** In no window did the vendor see more than the limit. A window that holds most begins with one of the sends. */
    void assertNoWindowHeldTooMany() {
        for (Send send : List.copyOf(naive.sends)) {
            if (send.reallyAt == null) {
                reallyAt(send, send.admittedAt.plus(ANSWER_WITHIN), 1);
            }
        }
        for (Send send : naive.sends) {
            Instant begin = send.reallyAt;
            assertThat(begin).isNotNull();
            assertThat(naive.seenInWindowFrom(begin, send.provider)).isLessThanOrEqualTo(LIMITS.creates());
        }
    }

    private void change(Job job, JobStatus status) {
        StoredJob stored = journal.find(JobId.parse(job.id)).orElseThrow();
        boolean holds = job.lineSince != null || job.held.signum() > 0;
        Map<String, BigDecimal> elsewhere = new HashMap<>(job.spent);
        BigDecimal here = elsewhere.remove(job.provider);
        assertThat(journal.replace(stored.toBuilder()
                        .status(status)
                        .provider(job.provider)
                        .lineSince(job.lineSince)
                        .slotUntil(job.slotUntil)
                        .reserved(holds ? job.wanted : null)
                        .spent(here)
                        .spentElsewhere(elsewhere)
                        .build()))
                .isTrue();
    }

    private List<Job> holders() {
        return naive.jobs.stream()
                .filter(job -> job.slotUntil != null && job.held.signum() > 0)
                .toList();
    }

    private @Nullable Send unsettled(int which) {
        return pick(naive.sends.stream().filter(send -> !send.settled).toList(), which);
    }

    private static <T> @Nullable T pick(List<T> all, int which) {
        return all.isEmpty() ? null : all.get(which % all.size());
    }

    private static void reallyAt(Send send, Instant latest, double howFarBetween) {
        long nanos = Duration.between(send.admittedAt, latest).toNanos();
        send.reallyAt = send.admittedAt.plusNanos((long) (nanos * howFarBetween));
    }
}
