package io.videojob.spi.contract;

import io.videojob.spi.AdmissionLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of admission written down as plainly as they can be: lists, and every question counted anew. */
final class NaiveAdmission {

    static final class Job {
        final String id;
        final BigDecimal wanted;
        String provider;
        Instant paidAt;

        @Nullable
        Instant lineSince;

        @Nullable
        Instant slotUntil;

        BigDecimal held = BigDecimal.ZERO;
        final Map<String, BigDecimal> spent = new HashMap<>();

        Job(String id, String provider, BigDecimal wanted, Instant createdAt, Instant lineSince) {
            this.id = id;
            this.provider = provider;
            this.wanted = wanted;
            this.paidAt = createdAt;
            this.lineSince = lineSince;
        }
    }

    static final class Send {
        final Job job;
        final String provider;
        final Instant admittedAt;
        final long version;
        Instant countsAt;
        boolean settled;

        /** When the vendor saw it, which the journal never learns. */
        @Nullable
        Instant reallyAt;

        Send(Job job, long version, Instant admittedAt, Instant countsAt) {
            this.job = job;
            this.version = version;
            this.provider = job.provider;
            this.admittedAt = admittedAt;
            this.countsAt = countsAt;
        }
    }

    final List<Job> jobs = new ArrayList<>();
    final List<Send> sends = new ArrayList<>();
    private final AdmissionLimits limits;

    NaiveAdmission(AdmissionLimits limits) {
        this.limits = limits;
    }

    boolean somebodyWaits(String provider) {
        return jobs.stream().anyMatch(job -> job.provider.equals(provider) && job.lineSince != null);
    }

    Optional<Job> whoFits(String provider, Instant now) {
        if (!slotIsFree(provider, now) || !windowHasRoom(provider, now)) {
            return Optional.empty();
        }
        return jobs.stream()
                .filter(job -> job.provider.equals(provider) && job.lineSince != null && budgetHasRoom(job, now))
                .min(Comparator.comparing((Job job) -> job.lineSince).thenComparing(job -> job.id));
    }

    Send admit(Job job, long version, Instant now) {
        job.lineSince = null;
        job.slotUntil = Instant.MAX;
        job.held = job.wanted;
        job.paidAt = now;
        Send send = new Send(job, version, now, now.plus(limits.answerWithin()));
        sends.add(send);
        return send;
    }

    /** How many sends the vendor really saw at a provider in the window that begins then. */
    long seenInWindowFrom(Instant begin, String provider) {
        Instant end = begin.plus(limits.window());
        return sends.stream()
                .filter(send -> send.provider.equals(provider))
                .filter(send -> send.reallyAt != null && !send.reallyAt.isBefore(begin) && send.reallyAt.isBefore(end))
                .count();
    }

    private boolean slotIsFree(String provider, Instant now) {
        return jobs.stream()
                        .filter(job ->
                                job.provider.equals(provider) && job.slotUntil != null && job.slotUntil.isAfter(now))
                        .count()
                < limits.maxInFlight();
    }

    private boolean windowHasRoom(String provider, Instant now) {
        return sends.stream()
                        .filter(send -> send.provider.equals(provider))
                        .filter(send -> lessThanAgo(send.countsAt, limits.window(), now))
                        .count()
                < limits.creates();
    }

    private boolean budgetHasRoom(Job wanting, Instant now) {
        BigDecimal all = wanting.wanted.add(held(null)).add(spent(null, now));
        BigDecimal own = wanting.wanted.add(held(wanting.provider)).add(spent(wanting.provider, now));
        return all.compareTo(limits.spending().all()) <= 0
                && own.compareTo(limits.spending().own()) <= 0;
    }

    /** What is held at a provider, or at all. */
    BigDecimal held(@Nullable String provider) {
        return jobs.stream()
                .filter(job -> provider == null || job.provider.equals(provider))
                .map(job -> job.held)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What counts as spent at a provider, or at all. */
    BigDecimal spent(@Nullable String provider, Instant now) {
        return jobs.stream()
                .filter(job -> lessThanAgo(job.paidAt, limits.spending().period(), now))
                .flatMap(job -> job.spent.entrySet().stream())
                .filter(spent -> provider == null || spent.getKey().equals(provider))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean lessThanAgo(Instant time, Duration span, Instant now) {
        return Duration.between(time, now).compareTo(span) < 0;
    }
}
