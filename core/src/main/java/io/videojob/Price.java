package io.videojob;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published price of a model, in US dollars. */
public final class Price {

    /** What is paid for. A set that grows. */
    public enum Per {
        /** Each second of each result. */
        SECOND,
        /** Each result. */
        RESULT
    }

    private final BigDecimal usd;
    private final Per per;
    private final String source;
    private final LocalDate date;

    private Price(BigDecimal usd, Per per, String source, LocalDate date) {
        this.usd = requireNonNull(usd, "usd");
        this.per = requireNonNull(per, "per");
        this.source = requireNonNull(source, "source");
        this.date = requireNonNull(date, "date");
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("a price of " + usd);
        }
    }

    /** A price, where it is published, and the day of that publication. */
    public static Price of(BigDecimal usd, Per per, String source, LocalDate date) {
        return new Price(usd, per, source, date);
    }

    /** US dollars. */
    public BigDecimal usd() {
        return usd;
    }

    /** What for. */
    public Per per() {
        return per;
    }

    /** Where it is published. */
    public String source() {
        return source;
    }

    /** The day that the source is of. */
    public LocalDate date() {
        return date;
    }

    /** What so many results of that length cost; empty if the length is needed and not known. */
    public Optional<Cost> estimate(@Nullable BigDecimal seconds, BigDecimal results) {
        BigDecimal each = per == Per.RESULT ? usd : seconds == null ? null : usd.multiply(seconds);
        return Optional.ofNullable(each).map(price -> Cost.usd(price.multiply(results), Cost.Source.ESTIMATED));
    }

    @Override
    public String toString() {
        return "$" + usd.toPlainString() + " per " + per.name().toLowerCase(Locale.ROOT) + " (" + source + ", " + date
                + ")";
    }
}
