package io.videojob.spi;

import io.videojob.Listing;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Profiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider has, how much it takes, and what its answers prove. */
public final class ProviderTraits {
    private final Profiles profiles;
    private final int creates;
    private final Duration window;
    private final int maxInFlight;
    private final @Nullable Duration retryBaseDelay;
    private final @Nullable Duration retryMaxDelay;
    private final @Nullable Duration absenceProvesAfter;
    private final Duration minLookInterval;
    private final boolean webhooks;
    private final Listing listing;
    private final boolean loopback;

    private ProviderTraits(Builder b) {
        this.profiles = b.profiles;
        this.creates = b.creates;
        this.window = b.window;
        this.maxInFlight = b.maxInFlight;
        this.retryBaseDelay = b.retryBaseDelay;
        this.retryMaxDelay = b.retryMaxDelay;
        this.absenceProvesAfter = b.absenceProvesAfter;
        this.minLookInterval = b.minLookInterval;
        this.webhooks = b.webhooks;
        this.listing = b.listing;
        this.loopback = b.loopback;
    }

    /** Begins traits of a provider with these models. */
    public static Builder builder(Profiles profiles) {
        return new Builder(profiles);
    }

    /** Begins traits of a provider with these models. */
    public static Builder builder(List<ModelProfile> profiles) {
        return builder(Profiles.of(profiles));
    }

    /** Its models. Reading all of their profiles takes a moment: ask for the one that is needed. */
    public Profiles profiles() {
        return profiles;
    }

    /** How many creates it takes in any {@link #window()}; 0 for no limit that is known. */
    public int creates() {
        return creates;
    }

    /** The sliding window of {@link #creates()}. */
    public Duration window() {
        return window;
    }

    /** How many jobs may be at the vendor at once; 0 for no limit that is known. */
    public int maxInFlight() {
        return maxInFlight;
    }

    /** The first wait after a refusal that may pass; empty for the library's default. */
    public Optional<Duration> retryBaseDelay() {
        return Optional.ofNullable(retryBaseDelay);
    }

    /** The longest wait after a refusal that may pass; empty for the library's default. */
    public Optional<Duration> retryMaxDelay() {
        return Optional.ofNullable(retryMaxDelay);
    }

    /**
     * How long after a create a look-up that doesn't see the job proves that there is none. Empty: absence proves nothing,
     * which is right unless the vendor's documents say otherwise.
     */
    public Optional<Duration> absenceProvesAfter() {
        return Optional.ofNullable(absenceProvesAfter);
    }

    /** Looking more often than this buys nothing. */
    public Duration minLookInterval() {
        return minLookInterval;
    }

    /** True if it posts a webhook when a job ends. */
    public boolean webhooks() {
        return webhooks;
    }

    /** What {@link VideoProvider#listJobs} shows; nothing unless said. */
    public Listing listing() {
        return listing;
    }

    /** True if its base URL is on this machine, so that result links may be, too. */
    public boolean isLoopback() {
        return loopback;
    }

    /** Collects traits. */
    public static final class Builder {
        private final Profiles profiles;
        private int creates;
        private Duration window = Duration.ofSeconds(60);
        private int maxInFlight;
        private @Nullable Duration retryBaseDelay;
        private @Nullable Duration retryMaxDelay;
        private @Nullable Duration absenceProvesAfter;
        private Duration minLookInterval = Duration.ofSeconds(2);
        private boolean webhooks;
        private Listing listing = Listing.NONE;
        private boolean loopback;

        private Builder(Profiles profiles) {
            this.profiles = profiles;
        }

        /** See {@link ProviderTraits#creates()}. */
        public Builder creates(int atMost, Duration inAny) {
            this.creates = atMost;
            this.window = inAny;
            return this;
        }

        /** See {@link ProviderTraits#maxInFlight()}. */
        public Builder maxInFlight(int value) {
            this.maxInFlight = value;
            return this;
        }

        /** See {@link ProviderTraits#retryBaseDelay()} and {@link ProviderTraits#retryMaxDelay()}. */
        public Builder retryDelays(Duration base, Duration max) {
            this.retryBaseDelay = base;
            this.retryMaxDelay = max;
            return this;
        }

        /** See {@link ProviderTraits#absenceProvesAfter()}. */
        public Builder absenceProvesAfter(Duration value) {
            this.absenceProvesAfter = value;
            return this;
        }

        /** See {@link ProviderTraits#minLookInterval()}. */
        public Builder minLookInterval(Duration value) {
            this.minLookInterval = value;
            return this;
        }

        /** See {@link ProviderTraits#webhooks()}. */
        public Builder webhooks(boolean value) {
            this.webhooks = value;
            return this;
        }

        /** See {@link ProviderTraits#listing()}. */
        public Builder listing(Listing value) {
            this.listing = value;
            return this;
        }

        /** See {@link ProviderTraits#isLoopback()}. */
        public Builder loopback(boolean value) {
            this.loopback = value;
            return this;
        }

        /** The traits. */
        public ProviderTraits build() {
            return new ProviderTraits(this);
        }
    }
}
