package io.videojob;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job as it stood at one moment. */
public final class JobSnapshot {
    private final JobId id;
    private final JobStatus status;
    private final Instant createdAt;
    private final @Nullable Instant deadline;
    private final List<AttemptSnapshot> attempts;
    private final List<Output> outputs;
    private final @Nullable String model;
    private final @Nullable String vendorStatus;
    private final @Nullable Trouble trouble;
    private final @Nullable Cancellation cancellation;
    private final @Nullable String tag;

    private JobSnapshot(Builder b) {
        this.id = b.id;
        this.status = b.status;
        this.createdAt = b.createdAt;
        this.deadline = b.deadline;
        this.attempts = List.copyOf(b.attempts);
        this.outputs = List.copyOf(b.outputs);
        this.model = b.model;
        this.vendorStatus = b.vendorStatus;
        this.trouble = b.trouble;
        this.cancellation = b.cancellation;
        this.tag = b.tag;
    }

    /** Begins one; for the engine. */
    public static Builder builder(JobId id, JobStatus status, Instant createdAt) {
        return new Builder(id, status, createdAt);
    }

    /** Our id of the job. */
    public JobId id() {
        return id;
    }

    /** Where the job stands. */
    public JobStatus status() {
        return status;
    }

    /** When it was submitted or attached to. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the library parks it, if it isn't done by then; empty while nothing was sent and none was asked for. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Every try, oldest first. */
    public List<AttemptSnapshot> attempts() {
        return attempts;
    }

    /** The try that counts: the last one. */
    public Optional<AttemptSnapshot> attempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** The provider of the try that counts. */
    public Optional<String> provider() {
        return attempt().map(AttemptSnapshot::provider);
    }

    /** The vendor's job of the try that counts. */
    public Optional<VendorRef> vendorRef() {
        return attempt().flatMap(AttemptSnapshot::vendorRef);
    }

    /** The model as it was asked for; empty for a job that was attached to. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** The vendor's own word for the state, as it came. */
    public Optional<String> vendorStatus() {
        return Optional.ofNullable(vendorStatus);
    }

    /** What stands in the way at present. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** True if nothing goes on until the user acts; {@link #trouble()} says what to do. */
    public boolean isParked() {
        return trouble != null && trouble.parked();
    }

    /** What became of the wish to cancel, if there was one. */
    public Optional<Cancellation> cancellation() {
        return Optional.ofNullable(cancellation);
    }

    /** The caller's own word for the job. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** What the vendor made; empty unless it succeeded. */
    public List<Output> outputs() {
        return outputs;
    }

    @Override
    public String toString() {
        return id + " " + status + (vendorStatus == null ? "" : " (" + vendorStatus + ")")
                + vendorRef().map(ref -> " " + ref).orElse("")
                + (trouble == null ? "" : " trouble: " + trouble.kind());
    }

    /** For the engine. */
    public static final class Builder {
        private final JobId id;
        private final JobStatus status;
        private final Instant createdAt;
        private @Nullable Instant deadline;
        private List<AttemptSnapshot> attempts = List.of();
        private List<Output> outputs = List.of();
        private @Nullable String model;
        private @Nullable String vendorStatus;
        private @Nullable Trouble trouble;
        private @Nullable Cancellation cancellation;
        private @Nullable String tag;

        private Builder(JobId id, JobStatus status, Instant createdAt) {
            this.id = id;
            this.status = status;
            this.createdAt = createdAt;
        }

        /** See {@link JobSnapshot#deadline()}. */
        public Builder deadline(@Nullable Instant value) {
            this.deadline = value;
            return this;
        }

        /** See {@link JobSnapshot#attempts()}. */
        public Builder attempts(List<AttemptSnapshot> value) {
            this.attempts = value;
            return this;
        }

        /** See {@link JobSnapshot#outputs()}. */
        public Builder outputs(List<Output> value) {
            this.outputs = value;
            return this;
        }

        /** See {@link JobSnapshot#model()}. */
        public Builder model(@Nullable String value) {
            this.model = value;
            return this;
        }

        /** See {@link JobSnapshot#vendorStatus()}. */
        public Builder vendorStatus(@Nullable String value) {
            this.vendorStatus = value;
            return this;
        }

        /** See {@link JobSnapshot#trouble()}. */
        public Builder trouble(@Nullable Trouble value) {
            this.trouble = value;
            return this;
        }

        /** See {@link JobSnapshot#cancellation()}. */
        public Builder cancellation(@Nullable Cancellation value) {
            this.cancellation = value;
            return this;
        }

        /** See {@link JobSnapshot#tag()}. */
        public Builder tag(@Nullable String value) {
            this.tag = value;
            return this;
        }

        /** The snapshot. */
        public JobSnapshot build() {
            return new JobSnapshot(this);
        }
    }
}
