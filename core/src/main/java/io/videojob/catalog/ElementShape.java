package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a vendor writes one {@link io.videojob.Element}, or one medium that it wants as an object rather than a link. */
public final class ElementShape {
    private final String front;
    private final String others;
    private final int minOthers;
    private final int maxOthers;
    private final boolean frontStandsIn;
    private final Map<String, String> constants;

    private ElementShape(
            String front,
            String others,
            int minOthers,
            int maxOthers,
            boolean frontStandsIn,
            Map<String, String> constants) {
        this.front = requireNonNull(front, "front");
        this.others = requireNonNull(others, "others");
        this.minOthers = minOthers;
        this.maxOthers = maxOthers;
        this.frontStandsIn = frontStandsIn;
        this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        if (front.isBlank() || constants.containsKey(front)) {
            throw new IllegalArgumentException("the link has no name of its own");
        }
        if (minOthers < 0 || maxOthers < minOthers) {
            throw new IllegalArgumentException("from " + minOthers + " to " + maxOthers + " other views is nothing");
        }
        if (front.equals(others)) {
            throw new IllegalArgumentException("front and others are both written as " + front);
        }
    }

    /** The vendor's names for the front view and the other views, and how many of the latter it takes. */
    public static ElementShape of(String front, String others, int minOthers, int maxOthers) {
        return new ElementShape(front, others, minOthers, maxOthers, false, Map.of());
    }

    /** The vendor's name for the link of one medium, and what stands beside it, such as the medium's type. */
    public static ElementShape ofMedium(String link, Map<String, String> constants) {
        return new ElementShape(link, "", 0, 0, false, constants);
    }

    /** The same, where an element with a front view only is sent with that view among the others, too. */
    public ElementShape withFrontStandingIn() {
        return new ElementShape(front, others, minOthers, maxOthers, true, constants);
    }

    /** The vendor's name for the front view, or for the link of the one medium. */
    public String front() {
        return front;
    }

    /** The vendor's name for the other views. */
    public String others() {
        return others;
    }

    /** What stands beside the link of the one medium. */
    public Map<String, String> constants() {
        return constants;
    }

    /** True if it is about one medium, not about an element. */
    public boolean isOfMedium() {
        return others.isEmpty();
    }

    /** How many other views there must be. */
    public int minOthers() {
        return minOthers;
    }

    /** How many other views there may be. */
    public int maxOthers() {
        return maxOthers;
    }

    /** The completion: the front view stands in where there is no other and the vendor wants one. */
    public boolean isFrontStandingIn() {
        return frontStandsIn;
    }
}
