package io.videojob;

import static java.util.Objects.requireNonNull;

/**
 * Names one vendor's job, such as {@code acme:3f2a…}: the provider's name, a colon, and the vendor's own id. The id is
 * opaque: it may hold further colons, slashes and anything else. With it a job can be attached to from anywhere, see
 * {@link VideoJobs#attach(VendorRef)}.
 */
public final class VendorRef {
    private final String provider;
    private final String vendorJobId;

    private VendorRef(String provider, String vendorJobId) {
        this.provider = provider;
        this.vendorJobId = vendorJobId;
    }

    /**
     * The job {@code vendorJobId} at the provider of that name.
     *
     * @throws IllegalArgumentException if either is blank, or the name holds a colon
     */
    public static VendorRef of(String provider, String vendorJobId) {
        if (requireNonNull(provider, "provider").isBlank() || provider.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "a provider's name is not blank and holds no colon: \"" + provider + "\"");
        }
        if (requireNonNull(vendorJobId, "vendorJobId").isBlank()) {
            throw new IllegalArgumentException("the vendor's job id is blank");
        }
        return new VendorRef(provider, vendorJobId);
    }

    /**
     * Splits at the first colon.
     *
     * @throws IllegalArgumentException if there is no colon, or nothing on one of its sides
     */
    public static VendorRef parse(String text) {
        int colon = requireNonNull(text, "text").indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a vendor reference: \"" + text + "\"; write provider:id");
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** The vendor's own id, as it came. */
    public String vendorJobId() {
        return vendorJobId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VendorRef that
                && provider.equals(that.provider)
                && vendorJobId.equals(that.vendorJobId);
    }

    @Override
    public int hashCode() {
        return 31 * provider.hashCode() + vendorJobId.hashCode();
    }

    @Override
    public String toString() {
        return provider + ":" + vendorJobId;
    }
}
