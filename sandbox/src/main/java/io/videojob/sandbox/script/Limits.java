package io.videojob.sandbox.script;

/**
 * How many creates a vendor takes; 0 means any number.
 *
 * @param createsPerMinute within any 60 s of the vendor's time
 * @param inFlight jobs that have not ended
 */
public record Limits(int createsPerMinute, int inFlight) {
    public Limits {
        if (createsPerMinute < 0 || inFlight < 0) {
            throw new IllegalArgumentException(
                    "A limit is 0 (none) or more, not " + createsPerMinute + ", " + inFlight);
        }
    }

    public static Limits none() {
        return new Limits(0, 0);
    }

    public static Limits of(int createsPerMinute, int inFlight) {
        return new Limits(createsPerMinute, inFlight);
    }
}
