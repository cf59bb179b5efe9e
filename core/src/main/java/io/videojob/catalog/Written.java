package io.videojob.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a value on its way to the wire.
 *
 * @param wire the value as JSON has it; null if it is refused
 * @param shown the value for reports
 * @param refusal why it can't be sent; null if it can
 * @param remark what to know about it
 */
record Written(
        @Nullable Object wire,
        String shown,
        @Nullable String refusal,
        @Nullable String remark) {

    static Written as(Object wire, String shown) {
        return new Written(wire, shown, null, null);
    }

    static Written as(Object wire, String shown, @Nullable String remark) {
        return new Written(wire, shown, null, remark);
    }

    static Written refused(String shown, String why) {
        return new Written(null, shown, why, null);
    }

    boolean isRefused() {
        return refusal != null;
    }

    Object value() {
        return Objects.requireNonNull(wire, "wire");
    }
}
