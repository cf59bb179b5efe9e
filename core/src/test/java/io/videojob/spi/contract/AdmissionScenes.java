package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests of admission share. Times are seconds after noon. */
abstract class AdmissionScenes extends OpenJournal {
    protected static final int THREADS = 16;
    protected static final Duration WINDOW = Duration.ofSeconds(60);
    protected static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    protected static final Duration DAY = Duration.ofDays(1);
    protected static final AdmissionLimits NO_LIMITS = AdmissionLimits.none();

    protected void line(String provider, int jobs) {
        List<StoredJob> line = new ArrayList<>();
        for (int i = 1; i <= jobs; i++) {
            line.add(inLine("j" + i, provider, NOON.minusSeconds(1_000 - i)).build());
        }
        journal.insert(line);
    }

    protected JobId admit(String provider, AdmissionLimits limits, Instant now) {
        return journal.admit(provider, limits, now).job().orElseThrow().id();
    }

    protected Optional<String> admitted(String provider, AdmissionLimits limits, Instant now) {
        return journal.admit(provider, limits, now).job().map(job -> job.id().toString());
    }

    protected List<String> admitAll(String provider, AdmissionLimits limits, Instant now) {
        List<String> admitted = new ArrayList<>();
        Optional<String> next = admitted(provider, limits, now);
        while (next.isPresent()) {
            admitted.add(next.get());
            next = admitted(provider, limits, now);
        }
        return admitted;
    }

    protected void answered(JobId job, Instant at) {
        journal.answered("acme", job, Long.MAX_VALUE, at);
    }

    protected void spend(JobId job, String amount) {
        StoredJob stored = stored(job.toString());
        assertThat(journal.replace(stored.toBuilder()
                        .status(JobStatus.SUCCEEDED)
                        .slotUntil(null)
                        .reserved(null)
                        .spent(usd(amount))
                        .build()))
                .isTrue();
    }

    protected StoredJob stored(String id) {
        return journal.find(JobId.parse(id)).orElseThrow();
    }

    protected static AdmissionLimits slots(int maxInFlight) {
        return new AdmissionLimits(maxInFlight, 0, WINDOW, ANSWER_WITHIN, SpendingLimits.none());
    }

    protected static AdmissionLimits rate(int creates) {
        return new AdmissionLimits(0, creates, WINDOW, ANSWER_WITHIN, SpendingLimits.none());
    }

    protected static AdmissionLimits budget(String amount) {
        return new AdmissionLimits(0, 0, WINDOW, ANSWER_WITHIN, new SpendingLimits(usd(amount), null, DAY));
    }

    /** A budget for all providers together, and one for the provider alone. */
    protected static AdmissionLimits budgets(String all, String own) {
        return new AdmissionLimits(0, 0, WINDOW, ANSWER_WITHIN, new SpendingLimits(usd(all), usd(own), DAY));
    }

    protected static AdmissionLimits limits(int maxInFlight, int creates, long periodSeconds) {
        return new AdmissionLimits(
                maxInFlight,
                creates,
                WINDOW,
                ANSWER_WITHIN,
                new SpendingLimits(usd("10"), null, Duration.ofSeconds(periodSeconds)));
    }
}
