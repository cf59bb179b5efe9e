package io.videojob.catalog;

import java.math.BigDecimal;

/**
 * How a vendor counts a duration in frames: {@code seconds * perSecond + plus}.
 *
 * @param perSecond frames a second, where they are fixed or the vendor documents one default; at least 1
 * @param plus what comes on top, such as 1 for the picture that the video starts with; not negative
 */
public record Frames(int perSecond, int plus) {
    /** Checks the numbers. */
    public Frames {
        if (perSecond < 1 || plus < 0) {
            throw new IllegalArgumentException(perSecond + " frames a second and " + plus + " more");
        }
    }

    /** The frames of so many seconds; a fraction where these hold no whole number of them. */
    BigDecimal of(BigDecimal seconds) {
        return seconds.multiply(BigDecimal.valueOf(perSecond)).add(BigDecimal.valueOf(plus));
    }
}
