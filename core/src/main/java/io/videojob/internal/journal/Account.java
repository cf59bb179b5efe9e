package io.videojob.internal.journal;

import io.videojob.spi.AdmissionLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one provider has: who stands in its line, who holds its slots, what was sent to it, and what it costs. */
final class Account {
    final Sends sends = new Sends();
    final Money money = new Money();
    private final TreeSet<Kept> line =
            new TreeSet<>(Kept.by(job -> job.lineSince().orElseThrow()));
    private final TreeMap<BigDecimal, Integer> wanted = new TreeMap<>();
    private final TreeSet<Kept> slots =
            new TreeSet<>(Kept.by(job -> job.slotUntil().orElseThrow()));

    void add(Kept kept) {
        if (kept.inLine()) {
            line.add(kept);
            wanted.merge(kept.wanted(), 1, Integer::sum);
        }
        if (kept.job().slotUntil().isPresent()) {
            slots.add(kept);
        }
    }

    void remove(Kept kept) {
        if (kept.inLine()) {
            line.remove(kept);
            wanted.computeIfPresent(kept.wanted(), (amount, times) -> times == 1 ? null : times - 1);
        }
        if (kept.job().slotUntil().isPresent()) {
            slots.remove(kept);
        }
    }

    boolean nobodyWaits() {
        return line.isEmpty();
    }

    /** The least that somebody in line wants to reserve. */
    BigDecimal cheapest() {
        return wanted.firstKey();
    }

    /** The oldest in line that wants no more than that. */
    Kept oldestWithin(BigDecimal room) {
        return line.stream()
                .filter(kept -> kept.wanted().compareTo(room) <= 0)
                .findFirst()
                .orElseThrow();
    }

    Kept oldest() {
        return line.first();
    }

    Gate slotGate(AdmissionLimits limits, Instant now) {
        if (limits.maxInFlight() <= 0 || slots.size() < limits.maxInFlight()) {
            return Gate.OPEN;
        }
        int taken = 0;
        for (Kept kept : slots.descendingSet()) {
            Instant until = kept.job().slotUntil().orElseThrow();
            if (!until.isAfter(now)) {
                break;
            }
            if (++taken == limits.maxInFlight()) {
                return new Gate(until, "all " + taken + " slots are taken");
            }
        }
        return Gate.OPEN;
    }
}
