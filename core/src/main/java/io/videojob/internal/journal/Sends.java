package io.videojob.internal.journal;

import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The sends of one provider that may still lie in its window. */
final class Sends {

    /** One send. It leaves the window one window after {@code countsAt}: by then it was at the vendor at the latest. */
    private record Send(long number, JobId job, long version, Instant admittedAt, Instant countsAt, boolean answered) {}

    private final TreeSet<Send> byTime =
            new TreeSet<>(Comparator.comparing(Send::countsAt).thenComparing(Send::number));
    private final Map<JobId, List<Send>> byJob = new HashMap<>();
    private long numbers;

    Gate gate(AdmissionLimits limits, Instant now) {
        if (limits.creates() <= 0 || byTime.size() < limits.creates()) {
            return Gate.OPEN;
        }
        Instant windowBegin = Spans.before(now, limits.window());
        int inWindow = 0;
        for (Send send : byTime.descendingSet()) {
            if (!send.countsAt.isAfter(windowBegin)) {
                break;
            }
            if (++inWindow == limits.creates()) {
                return new Gate(
                        Spans.after(send.countsAt, limits.window()),
                        limits.creates() + " creates lie within " + limits.window());
            }
        }
        return Gate.OPEN;
    }

    void admitted(JobId job, long version, AdmissionLimits limits, Instant now) {
        forget(Spans.before(now, limits.remembered()));
        add(new Send(++numbers, job, version, now, Spans.after(now, limits.answerWithin()), false));
    }

    /** Of several answers to one send the latest counts. One to a send that is forgotten counts, too. */
    void answered(JobId job, long version, Instant at) {
        Optional<Send> known = last(job, version);
        if (known.isEmpty()) {
            add(new Send(++numbers, job, version, at, at, true));
            return;
        }
        Send last = known.get();
        remove(last);
        Instant countsAt = Spans.later(at, last.answered ? last.countsAt : last.admittedAt);
        add(new Send(last.number, job, last.version, last.admittedAt, countsAt, true));
    }

    /** A send that was answered, or given up, counts whatever is said of it later. */
    void neverLeft(JobId job, long version) {
        last(job, version).filter(send -> !send.answered).ifPresent(this::remove);
    }

    private Optional<Send> last(JobId job, long version) {
        return byJob.getOrDefault(job, List.of()).stream()
                .filter(send -> send.version <= version)
                .max(Comparator.comparingLong(Send::version));
    }

    private void forget(Instant longAgo) {
        for (Iterator<Send> sends = byTime.iterator(); sends.hasNext(); ) {
            Send send = sends.next();
            if (send.countsAt.isAfter(longAgo)) {
                return;
            }
            sends.remove();
            removeFromJob(send);
        }
    }

    private void add(Send send) {
        byTime.add(send);
        byJob.computeIfAbsent(send.job, job -> new ArrayList<>()).add(send);
    }

    private void remove(Send send) {
        byTime.remove(send);
        removeFromJob(send);
    }

    private void removeFromJob(Send send) {
        byJob.computeIfPresent(send.job, (job, sends) -> {
            sends.remove(send);
            return sends.isEmpty() ? null : sends;
        });
    }
}
