package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

/** How a vendor writes one {@link io.videojob.Element}. */
public final class ElementShape {
    private final String front;
    private final String others;
    private final int minOthers;
    private final int maxOthers;
    private final boolean frontStandsIn;

    private ElementShape(String front, String others, int minOthers, int maxOthers, boolean frontStandsIn) {
        this.front = requireNonNull(front, "front");
        this.others = requireNonNull(others, "others");
        this.minOthers = minOthers;
        this.maxOthers = maxOthers;
        this.frontStandsIn = frontStandsIn;
        if (minOthers < 0 || maxOthers < minOthers) {
            throw new IllegalArgumentException("from " + minOthers + " to " + maxOthers + " other views is nothing");
        }
        if (front.equals(others)) {
            throw new IllegalArgumentException("front and others are both written as " + front);
        }
    }

    /** The vendor's names for the front view and the other views, and how many of the latter it takes. */
    public static ElementShape of(String front, String others, int minOthers, int maxOthers) {
        return new ElementShape(front, others, minOthers, maxOthers, false);
    }

    /** The same, where an element with a front view only is sent with that view among the others, too. */
    public ElementShape withFrontStandingIn() {
        return new ElementShape(front, others, minOthers, maxOthers, true);
    }

    /** The vendor's name for the front view. */
    public String front() {
        return front;
    }

    /** The vendor's name for the other views. */
    public String others() {
        return others;
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
