package io.videojob.sandbox.report;

import java.math.BigDecimal;

/** What a vendor charged. {@code usd} compares by value: it has no trailing zeros. */
public record Bill(int jobs, BigDecimal usd) {
    /** Nothing charged. */
    public static final Bill NOTHING = new Bill(0, BigDecimal.ZERO);

    public Bill {
        usd = usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }

    /** This bill and one more job at that price. */
    public Bill plus(BigDecimal price) {
        return new Bill(jobs + 1, usd.add(price));
    }

    /** Both bills in one. */
    public Bill plus(Bill other) {
        return new Bill(jobs + other.jobs, usd.add(other.usd));
    }

    /** "2 jobs, $1.40". */
    @Override
    public String toString() {
        return jobs + (jobs == 1 ? " job, $" : " jobs, $") + usd.toPlainString();
    }
}
