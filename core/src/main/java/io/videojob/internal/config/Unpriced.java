package io.videojob.internal.config;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code videojob.budget.unpriced}: what a budget makes of a job whose price nobody publishes. */
public final class Unpriced {
    /** It is refused. */
    public static final Unpriced REFUSE = new Unpriced(false, null);

    /** It is sent and counts as nothing until its cost is known. */
    public static final Unpriced ALLOW = new Unpriced(true, null);

    private final boolean allowed;
    private final @Nullable BigDecimal amount;

    private Unpriced(boolean allowed, @Nullable BigDecimal amount) {
        this.allowed = allowed;
        this.amount = amount;
    }

    /** It is sent and counts as this many US dollars until its cost is known. */
    public static Unpriced countsAs(BigDecimal amount) {
        return new Unpriced(true, amount);
    }

    /** False if such a job is refused. */
    public boolean isAllowed() {
        return allowed;
    }

    /** What such a job counts as, in US dollars, if that was set. */
    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    /** As it is written in the settings. */
    @Override
    public String toString() {
        return amount != null ? amount.toPlainString() : allowed ? "allow" : "refuse";
    }
}
