package io.videojob.spi;

import io.videojob.Billing;
import io.videojob.Cost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a vendor's own list of jobs: what the row says, and nothing that has to be guessed. */
public final class ListedJob {
    private final @Nullable String id;
    private final List<String> models;
    private final @Nullable Instant createdAt;
    private final String word;
    private final VendorState.@Nullable Phase phase;
    private final @Nullable BigDecimal cost;
    private final @Nullable String sendTag;

    private ListedJob(Builder b) {
        this.id = b.id;
        this.models = List.copyOf(b.models);
        this.createdAt = b.createdAt;
        this.word = b.word;
        this.phase = b.phase;
        this.cost = b.cost;
        this.sendTag = b.sendTag;
    }

    /** Begins a row with the vendor's id of the job; null if the row names none. */
    public static Builder builder(@Nullable String id) {
        return new Builder(id);
    }

    /** The vendor's id, by which {@link VideoProvider#fetch} knows the job. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** The vendor's names of its model, the one that was asked for first. */
    public List<String> models() {
        return models;
    }

    /** When it was made, by the vendor's clock. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** The vendor's own word for how it stands; may be empty. */
    public String word() {
        return word;
    }

    /** The sense of the word; empty if nobody knows it. */
    public Optional<VendorState.Phase> phase() {
        return Optional.ofNullable(phase);
    }

    /** What it cost, if the row says it. */
    public Optional<Cost> cost() {
        return Optional.ofNullable(cost).map(usd -> Cost.usd(usd, Cost.Source.CHARGED));
    }

    /** What came with its create as {@link Submission#sendTag()}, whoever sent it. */
    public Optional<String> sendTag() {
        return Optional.ofNullable(sendTag);
    }

    /** Not billed only where the row itself says that the job ended badly and cost nothing. */
    public Billing billing() {
        if (cost == null) {
            return Billing.UNKNOWN;
        }
        boolean endedBadly = phase == VendorState.Phase.FAILED || phase == VendorState.Phase.CANCELED;
        return cost.signum() > 0 ? Billing.BILLED : endedBadly ? Billing.NOT_BILLED : Billing.UNKNOWN;
    }

    @Override
    public String toString() {
        return "ListedJob[" + id + " " + models + " " + word + "]";
    }

    /** Collects what a row says. */
    public static final class Builder {
        private final @Nullable String id;
        private List<String> models = List.of();
        private @Nullable Instant createdAt;
        private String word = "";
        private VendorState.@Nullable Phase phase;
        private @Nullable BigDecimal cost;
        private @Nullable String sendTag;

        private Builder(@Nullable String id) {
            this.id = id;
        }

        /** See {@link ListedJob#models()}. */
        public Builder models(List<String> value) {
            this.models = value;
            return this;
        }

        /** See {@link ListedJob#createdAt()}. */
        public Builder createdAt(@Nullable Instant value) {
            this.createdAt = value;
            return this;
        }

        /** See {@link ListedJob#word()} and {@link ListedJob#phase()}. */
        public Builder word(String value, VendorState.@Nullable Phase sense) {
            this.word = value;
            this.phase = sense;
            return this;
        }

        /** US dollars, see {@link ListedJob#cost()}. */
        public Builder cost(@Nullable BigDecimal value) {
            this.cost = value;
            return this;
        }

        /** See {@link ListedJob#sendTag()}. */
        public Builder sendTag(@Nullable String value) {
            this.sendTag = value;
            return this;
        }

        /** The row. */
        public ListedJob build() {
            return new ListedJob(this);
        }
    }
}
