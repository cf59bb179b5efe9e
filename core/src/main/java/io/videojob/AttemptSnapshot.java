package io.videojob;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try of a job at one provider. */
public final class AttemptSnapshot {
    private final int number;
    private final String provider;
    private final @Nullable String model;
    private final @Nullable VendorRef vendorRef;
    private final String outcome;
    private final Billing billing;
    private final @Nullable Cost cost;
    private final @Nullable VendorAnswer error;
    private final @Nullable Instant sentAt;
    private final int sends;
    private final @Nullable Instant answerBy;

    private AttemptSnapshot(Builder b) {
        this.number = b.number;
        this.provider = b.provider;
        this.model = b.model;
        this.vendorRef = b.vendorRef;
        this.outcome = b.outcome;
        this.billing = b.billing;
        this.cost = b.cost;
        this.error = b.error;
        this.sentAt = b.sentAt;
        this.sends = b.sends;
        this.answerBy = b.answerBy;
    }

    /** Begins one; for the engine. */
    public static Builder builder(int number, String provider) {
        return new Builder(number, provider);
    }

    /** 1 for the first. */
    public int number() {
        return number;
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** The vendor's own name of the model; empty for a job that was attached to. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** The vendor's job, once its id is known. */
    public Optional<VendorRef> vendorRef() {
        return Optional.ofNullable(vendorRef);
    }

    /**
     * How it stands or ended, a short word: {@code waiting}, {@code submitting}, {@code uncertain}, {@code accepted},
     * {@code succeeded}, {@code failed}, {@code canceled}, {@code refused}, {@code not-sent}, {@code given-up},
     * {@code orphan} (an id that came after the attempt had been given up).
     */
    public String outcome() {
        return outcome;
    }

    /** Whether it costs money. */
    public Billing billing() {
        return billing;
    }

    /** What it cost, or what is held for it. */
    public Optional<Cost> cost() {
        return Optional.ofNullable(cost);
    }

    /** The vendor's words, when it said no. */
    public Optional<VendorAnswer> error() {
        return Optional.ofNullable(error);
    }

    /** When the create was last put on the wire. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /**
     * While its create is on the wire: past this nobody expects its answer any more, and what became of it is looked for at
     * the vendor. It comes to that when the process that sent it has ended, which no other one can know earlier.
     */
    public Optional<Instant> answerBy() {
        return Optional.ofNullable(answerBy);
    }

    /** How often a create was put on the wire; more than one only after provable refusals. */
    public int sends() {
        return sends;
    }

    @Override
    public String toString() {
        return "attempt " + number + " at " + provider + (model == null ? "" : " (" + model + ")") + ": " + outcome
                + (vendorRef == null ? "" : " " + vendorRef) + ", "
                + billing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + (cost == null ? "" : ", " + cost) + (error == null ? "" : ", " + error);
    }

    /** For the engine. */
    public static final class Builder {
        private final int number;
        private final String provider;
        private @Nullable String model;
        private @Nullable VendorRef vendorRef;
        private String outcome = "waiting";
        private Billing billing = Billing.NOT_BILLED;
        private @Nullable Cost cost;
        private @Nullable VendorAnswer error;
        private @Nullable Instant sentAt;
        private int sends;
        private @Nullable Instant answerBy;

        private Builder(int number, String provider) {
            this.number = number;
            this.provider = provider;
        }

        /** See {@link AttemptSnapshot#model()}. */
        public Builder model(@Nullable String value) {
            this.model = value;
            return this;
        }

        /** See {@link AttemptSnapshot#vendorRef()}. */
        public Builder vendorRef(@Nullable VendorRef value) {
            this.vendorRef = value;
            return this;
        }

        /** See {@link AttemptSnapshot#outcome()}. */
        public Builder outcome(String value) {
            this.outcome = value;
            return this;
        }

        /** See {@link AttemptSnapshot#billing()}. */
        public Builder billing(Billing value) {
            this.billing = value;
            return this;
        }

        /** See {@link AttemptSnapshot#cost()}. */
        public Builder cost(@Nullable Cost value) {
            this.cost = value;
            return this;
        }

        /** See {@link AttemptSnapshot#error()}. */
        public Builder error(@Nullable VendorAnswer value) {
            this.error = value;
            return this;
        }

        /** See {@link AttemptSnapshot#sentAt()} and {@link AttemptSnapshot#sends()}. */
        public Builder sent(@Nullable Instant at, int times) {
            this.sentAt = at;
            this.sends = times;
            return this;
        }

        /** See {@link AttemptSnapshot#answerBy()}. */
        public Builder answerBy(@Nullable Instant value) {
            this.answerBy = value;
            return this;
        }

        /** The snapshot. */
        public AttemptSnapshot build() {
            return new AttemptSnapshot(this);
        }
    }
}
