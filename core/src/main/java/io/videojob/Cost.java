package io.videojob;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount of money and where the number comes from. */
public final class Cost {

    /** Where an amount comes from, weakest last. */
    public enum Source {
        /** The vendor reported it when the job had ended. */
        CHARGED,
        /** The vendor reported it when it accepted the job; it may be given back. */
        HELD,
        /** From a published price list; see the profile for its date. */
        ESTIMATED
    }

    private final BigDecimal amount;
    private final String currency;
    private final Source source;

    private Cost(BigDecimal amount, String currency, Source source) {
        this.amount = amount;
        this.currency = currency;
        this.source = source;
    }

    /** An amount in US dollars, the only currency that today's vendors bill in. */
    public static Cost usd(BigDecimal amount, Source source) {
        return new Cost(requireNonNull(amount, "amount"), "USD", requireNonNull(source, "source"));
    }

    /** The amount in {@link #currency()}, exact as the vendor wrote it. */
    public BigDecimal amount() {
        return amount;
    }

    /** ISO 4217 code. */
    public String currency() {
        return currency;
    }

    /** Where the amount comes from. */
    public Source source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cost that
                && amount.compareTo(that.amount) == 0
                && currency.equals(that.currency)
                && source == that.source;
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency, source);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency + " (" + source.name().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
