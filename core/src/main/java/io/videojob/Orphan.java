package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's job that no job of the journal delivers, see {@link VideoJobs#orphans(OrphanQuery)}. {@link
 * VideoJobs#attach(VendorRef)} adopts it.
 */
public final class Orphan {

    /** How the journal stands to it. */
    public enum Kind {
        /**
         * Nothing waits for it. Sent by another program, another machine or by hand; or by a job of this journal that went on
         * without it, which {@link Orphan#job()} names as far as it is known.
         */
        UNCLAIMED,
        /** {@link Orphan#job()} made it, and learned of it when it had gone on or ended: it keeps it as a spare attempt. */
        SET_ASIDE,
        /**
         * It may be what {@link Orphan#job()} just sends, or looks for, and is no orphan then. Adopt it only if you know
         * better; {@link VideoJob#adopt(VendorRef)} settles such a job.
         */
        AWAITED
    }

    private final VendorRef reference;
    private final Kind kind;
    private final @Nullable JobId job;
    private final boolean listed;
    private final @Nullable String model;
    private final @Nullable Instant createdAt;
    private final @Nullable String vendorStatus;
    private final @Nullable Cost cost;
    private final @Nullable String sendTag;

    private Orphan(Builder b) {
        this.reference = b.reference;
        this.kind = b.kind;
        this.job = b.job;
        this.listed = b.listed;
        this.model = b.model;
        this.createdAt = b.createdAt;
        this.vendorStatus = b.vendorStatus;
        this.cost = b.cost;
        this.sendTag = b.sendTag;
    }

    /** For the library: begins an orphan. */
    public static Builder builder(VendorRef reference, Kind kind) {
        return new Builder(reference, kind);
    }

    /** The vendor's job. */
    public VendorRef reference() {
        return reference;
    }

    /** How the journal stands to it. */
    public Kind kind() {
        return kind;
    }

    /** The job of the journal that it has to do with, see {@link Kind}. */
    public Optional<JobId> job() {
        return Optional.ofNullable(job);
    }

    /** True if the vendor's list shows it; false if only the journal tells of it. */
    public boolean isListed() {
        return listed;
    }

    /** The vendor's own name of the model. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** When it was made, by the vendor's clock; else when it was sent, by ours. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** The vendor's own word for how it stands, as the list had it. */
    public Optional<String> vendorStatus() {
        return Optional.ofNullable(vendorStatus);
    }

    /** What it cost, if that is told. */
    public Optional<Cost> cost() {
        return Optional.ofNullable(cost);
    }

    /**
     * The tag that its create carried, as the vendor lists it. One that begins with {@code vj-} was sent by this library,
     * whichever journal that send is in.
     */
    public Optional<String> sendTag() {
        return Optional.ofNullable(sendTag);
    }

    @Override
    public String toString() {
        return reference + " " + kind + (job == null ? "" : " by job " + job);
    }

    /** Collects what is known of an orphan. */
    public static final class Builder {
        private final VendorRef reference;
        private final Kind kind;
        private @Nullable JobId job;
        private boolean listed = true;
        private @Nullable String model;
        private @Nullable Instant createdAt;
        private @Nullable String vendorStatus;
        private @Nullable Cost cost;
        private @Nullable String sendTag;

        private Builder(VendorRef reference, Kind kind) {
            this.reference = requireNonNull(reference, "reference");
            this.kind = requireNonNull(kind, "kind");
        }

        /** See {@link Orphan#job()}. */
        public Builder job(@Nullable JobId value) {
            this.job = value;
            return this;
        }

        /** See {@link Orphan#isListed()}; true unless set. */
        public Builder listed(boolean value) {
            this.listed = value;
            return this;
        }

        /** See {@link Orphan#model()}. */
        public Builder model(@Nullable String value) {
            this.model = value;
            return this;
        }

        /** See {@link Orphan#createdAt()}. */
        public Builder createdAt(@Nullable Instant value) {
            this.createdAt = value;
            return this;
        }

        /** See {@link Orphan#vendorStatus()}. */
        public Builder vendorStatus(@Nullable String value) {
            this.vendorStatus = value;
            return this;
        }

        /** See {@link Orphan#cost()}. */
        public Builder cost(@Nullable Cost value) {
            this.cost = value;
            return this;
        }

        /** See {@link Orphan#sendTag()}. */
        public Builder sendTag(@Nullable String value) {
            this.sendTag = value;
            return this;
        }

        /** The orphan. */
        public Orphan build() {
            return new Orphan(this);
        }
    }
}
