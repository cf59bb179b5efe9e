package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job as a journal keeps it: the few columns that a journal searches and counts by, and a payload that only the core
 * reads. Immutable.
 */
public final class StoredJob {
    private final JobId id;
    private final long version;
    private final JobStatus status;
    private final Instant createdAt;
    private final String payload;
    private final @Nullable String provider;
    private final @Nullable Instant wakeAt;
    private final @Nullable Instant lineSince;
    private final @Nullable Instant slotUntil;
    private final @Nullable Instant endedAt;
    private final @Nullable BigDecimal reserved;
    private final @Nullable BigDecimal spent;
    private final Map<String, BigDecimal> spentElsewhere;
    private final @Nullable String tag;
    private final Set<VendorRef> references;

    private StoredJob(Builder b) {
        this.id = b.id;
        this.version = b.version;
        this.status = requireNonNull(b.status, "status");
        this.createdAt = b.createdAt;
        this.payload = requireNonNull(b.payload, "payload");
        this.provider = b.provider;
        this.wakeAt = b.wakeAt;
        this.lineSince = b.lineSince;
        this.slotUntil = b.slotUntil;
        this.endedAt = b.endedAt;
        this.reserved = b.reserved;
        this.spent = b.spent;
        this.spentElsewhere = Map.copyOf(b.spentElsewhere);
        if (b.provider != null && spentElsewhere.containsKey(b.provider)) {
            throw new IllegalArgumentException("elsewhere is not at " + b.provider);
        }
        this.tag = b.tag;
        this.references = Set.copyOf(b.references);
    }

    /** Begins a job of version 0. */
    public static Builder builder(JobId id, Instant createdAt, JobStatus status, String payload) {
        return new Builder(id, createdAt, status, payload);
    }

    /** This job as a builder, to change something. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, createdAt, status, payload);
        builder.version = version;
        builder.provider = provider;
        builder.wakeAt = wakeAt;
        builder.lineSince = lineSince;
        builder.slotUntil = slotUntil;
        builder.endedAt = endedAt;
        builder.reserved = reserved;
        builder.spent = spent;
        builder.spentElsewhere = spentElsewhere;
        builder.tag = tag;
        builder.references = references;
        return builder;
    }

    /** The key. */
    public JobId id() {
        return id;
    }

    /** Counts the writes; {@link JobJournal#replace} compares it. */
    public long version() {
        return version;
    }

    /** Where the job stands. */
    public JobStatus status() {
        return status;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** What the core wrote; a journal keeps it as it is. */
    public String payload() {
        return payload;
    }

    /** The provider whose line, slots and money the next four are about. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** When somebody shall look after it; empty: never, or admission wakes it. */
    public Optional<Instant> wakeAt() {
        return Optional.ofNullable(wakeAt);
    }

    /** Since when it stands in its provider's line, by which the line is ordered; empty if it doesn't. */
    public Optional<Instant> lineSince() {
        return Optional.ofNullable(lineSince);
    }

    /** Until when it holds one of its provider's slots; empty if it holds none. */
    public Optional<Instant> slotUntil() {
        return Optional.ofNullable(slotUntil);
    }

    /** When it ended; empty while it has not, or if nobody noted it: then it is never pruned. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** US dollars set aside for it: wanted while in line, held from admission until settled. */
    public Optional<BigDecimal> reserved() {
        return Optional.ofNullable(reserved);
    }

    /** US dollars that it did cost so far at its provider, or may have; see {@link #spentElsewhere()}. */
    public Optional<BigDecimal> spent() {
        return Optional.ofNullable(spent);
    }

    /** US dollars that it did cost, or may have, at providers it went on from, by their names. */
    public Map<String, BigDecimal> spentElsewhere() {
        return spentElsewhere;
    }

    /** The caller's own word for it. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** The vendor's jobs that it holds. A reference belongs to one job of a journal at most. */
    public Set<VendorRef> references() {
        return references;
    }

    /** Without the payload. */
    @Override
    public String toString() {
        return "StoredJob[" + id + " v" + version + " " + status + " " + provider + " " + references + "]";
    }

    /** Collects the columns. */
    public static final class Builder {
        private final JobId id;
        private final Instant createdAt;
        private JobStatus status;
        private String payload;
        private long version;
        private @Nullable String provider;
        private @Nullable Instant wakeAt;
        private @Nullable Instant lineSince;
        private @Nullable Instant slotUntil;
        private @Nullable Instant endedAt;
        private @Nullable BigDecimal reserved;
        private @Nullable BigDecimal spent;
        private Map<String, BigDecimal> spentElsewhere = Map.of();
        private @Nullable String tag;
        private Set<VendorRef> references = Set.of();

        private Builder(JobId id, Instant createdAt, JobStatus status, String payload) {
            this.id = requireNonNull(id, "id");
            this.createdAt = requireNonNull(createdAt, "createdAt");
            this.status = status;
            this.payload = payload;
        }

        /** See {@link StoredJob#version()}. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        /** See {@link StoredJob#status()}. */
        public Builder status(JobStatus value) {
            this.status = value;
            return this;
        }

        /** See {@link StoredJob#payload()}. */
        public Builder payload(String value) {
            this.payload = value;
            return this;
        }

        /** See {@link StoredJob#provider()}. */
        public Builder provider(@Nullable String value) {
            this.provider = value;
            return this;
        }

        /** See {@link StoredJob#wakeAt()}. */
        public Builder wakeAt(@Nullable Instant value) {
            this.wakeAt = value;
            return this;
        }

        /** See {@link StoredJob#lineSince()}. */
        public Builder lineSince(@Nullable Instant value) {
            this.lineSince = value;
            return this;
        }

        /** See {@link StoredJob#slotUntil()}. */
        public Builder slotUntil(@Nullable Instant value) {
            this.slotUntil = value;
            return this;
        }

        /** See {@link StoredJob#endedAt()}. */
        public Builder endedAt(@Nullable Instant value) {
            this.endedAt = value;
            return this;
        }

        /** See {@link StoredJob#reserved()}. */
        public Builder reserved(@Nullable BigDecimal value) {
            this.reserved = value;
            return this;
        }

        /** See {@link StoredJob#spent()}. */
        public Builder spent(@Nullable BigDecimal value) {
            this.spent = value;
            return this;
        }

        /** See {@link StoredJob#spentElsewhere()}. */
        public Builder spentElsewhere(Map<String, BigDecimal> value) {
            this.spentElsewhere = value;
            return this;
        }

        /** See {@link StoredJob#tag()}. */
        public Builder tag(@Nullable String value) {
            this.tag = value;
            return this;
        }

        /** See {@link StoredJob#references()}. */
        public Builder references(Set<VendorRef> value) {
            this.references = value;
            return this;
        }

        /** The job. */
        public StoredJob build() {
            return new StoredJob(this);
        }
    }
}
