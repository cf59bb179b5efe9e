package io.videojob.sandbox.internal.schema;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as the vendors' schemas have it: {@code 5}, {@code "5"} or {@code "5s"}. */
final class Seconds {
    /** No film of the sandbox is longer, whatever was asked for: some fields have no limit at all. */
    private static final int LONGEST = 300;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s?");

    private Seconds() {}

    /** Whole seconds, at least one; empty for what is no duration. */
    static OptionalInt of(@Nullable Object wire) {
        Matcher text = TEXT.matcher(String.valueOf(wire));
        if (!text.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(within(Math.round(new BigDecimal(text.group(1)).doubleValue())));
    }

    /** The length of so many pictures, the first of which stands at 0. */
    static int ofFrames(BigDecimal frames, BigDecimal perSecond) {
        return within(Math.round((frames.doubleValue() - 1) / perSecond.doubleValue()));
    }

    private static int within(long seconds) {
        return (int) Math.max(1, Math.min(LONGEST, seconds));
    }
}
