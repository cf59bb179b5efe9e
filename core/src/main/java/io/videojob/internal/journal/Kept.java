package io.videojob.internal.journal;

import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * A job, and since when its money counts.
 *
 * @param paidAt when it was last admitted, before that when it was made: what it {@link StoredJob#spent()} counts from then
 */
record Kept(StoredJob job, Instant paidAt) {

    /** Orders by a time that all of them have, then by id. */
    static Comparator<Kept> by(Function<StoredJob, Instant> time) {
        return Comparator.comparing((Kept kept) -> time.apply(kept.job)).thenComparing(kept -> kept.job.id());
    }

    boolean open() {
        return !job.status().isFinal();
    }

    boolean inLine() {
        return open() && job.lineSince().isPresent() && job.provider().isPresent();
    }

    boolean wakes() {
        return job.wakeAt().isPresent();
    }

    /** What it wants to reserve, while in line. */
    BigDecimal wanted() {
        return job.reserved().orElse(BigDecimal.ZERO);
    }

    /** What it reserves now. */
    Optional<BigDecimal> held() {
        return inLine() ? Optional.empty() : job.reserved();
    }
}
