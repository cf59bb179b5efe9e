package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Explanation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phrases that people read. */
final class Words {
    /** Behind a reason. */
    static final String MAY_BE_CONTENT = " is, or can't be told apart from, a refusal of the content";

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private Words() {}

    /** {@code 90 s}, {@code 30 min}. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 600 && seconds % 60 == 0) {
            return seconds / 60 + " min";
        }
        return duration.toMillis() < 10_000 ? String.valueOf(duration.toMillis() / 1000.0) + " s" : seconds + " s";
    }

    /** What became of the wait in line, and what is set aside. */
    static String admitted(JobRecord.Draft d, Moment moment, @Nullable String why) {
        Explanation.Entry before = d.history.get(d.history.size() - 1);
        Instant since = Optional.ofNullable(before.data().get("until"))
                .map(Instant::parse)
                .filter(until -> until.isAfter(before.at()))
                .orElse(before.at());
        Duration waited = Duration.between(since, moment.at());
        BigDecimal price = d.candidate().price();
        String money = price == null ? "no price is known" : price.toPlainString() + " USD are set aside";
        return waited.compareTo(WORTH_TELLING) < 0
                ? money
                : "after " + of(waited) + " in line" + (why == null ? "" : " (" + why + ")") + "; " + money;
    }

    /** What its attempts cost, and may cost. */
    static String bill(JobRecord.Draft d) {
        List<String> billed = d.attempts.stream()
                .filter(a -> a.billing == Billing.BILLED)
                .map(a -> a.cost == null ? "an amount that is not told" : a.cost.toString())
                .toList();
        List<String> unknown = d.attempts.stream()
                .filter(a -> a.billing == Billing.UNKNOWN)
                .map(a -> "attempt " + a.number + " at "
                        + d.candidates.get(a.candidate).provider() + " may be billed")
                .toList();
        return Stream.concat(
                        Stream.of(billed.isEmpty() ? "nothing was billed" : "billed " + String.join(" + ", billed)),
                        unknown.stream())
                .skip(billed.isEmpty() && !unknown.isEmpty() ? 1 : 0)
                .collect(Collectors.joining("; "));
    }

    /** How a job ended at its last candidate, with the way there. */
    static String ended(JobRecord.Draft d, String why) {
        return d.candidate().provider() + ": " + why
                + (d.candidates.size() > 1
                        ? " (candidate " + (d.attempt().candidate + 1) + " of " + d.candidates.size() + ")"
                        : "");
    }
}
