package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.VendorAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a vendor's job stands, by one of its answers. */
public final class VendorState {

    /** The neutral sense of the vendor's word. */
    public enum Phase {
        /** Not begun. */
        QUEUED,
        /** Begun; also the sense of every word that no table knows. */
        RUNNING,
        /** Ended with outputs. */
        SUCCEEDED,
        /** Ended without. */
        FAILED,
        /** Stopped. */
        CANCELED
    }

    private final Phase phase;
    private final String word;
    private final boolean knownWord;
    private final List<Output> outputs;
    private final @Nullable FailureReason failure;
    private final VendorAnswer answer;
    private final @Nullable Cost cost;
    private final @Nullable Billing billing;

    private VendorState(Builder b) {
        this.phase = b.phase;
        this.word = b.word;
        this.knownWord = b.knownWord;
        this.outputs = List.copyOf(b.outputs);
        this.failure = b.failure;
        this.answer = b.answer;
        this.cost = b.cost;
        this.billing = b.billing;
    }

    /** A state in the vendor's own word. */
    public static Builder builder(Phase phase, String word) {
        return new Builder(phase, word);
    }

    /** The neutral sense. */
    public Phase phase() {
        return phase;
    }

    /** The vendor's own word, as it came. */
    public String word() {
        return word;
    }

    /** False if no table knows the word: treated as not finished, kept, warned about once. */
    public boolean isKnownWord() {
        return knownWord;
    }

    /** What was made. A job that succeeded without any is a {@link FailureReason#RESULT_LOST}. */
    public List<Output> outputs() {
        return outputs;
    }

    /** Why it failed. */
    public Optional<FailureReason> failure() {
        return Optional.ofNullable(failure);
    }

    /** The vendor's words about a failure. */
    public VendorAnswer answer() {
        return answer;
    }

    /** What it costs: held while it runs, charged when it has ended. */
    public Optional<Cost> cost() {
        return Optional.ofNullable(cost);
    }

    /** Whether an ended job was billed, where the vendor's documents say; empty: billed if it succeeded, else unknown. */
    public Optional<Billing> billing() {
        return Optional.ofNullable(billing);
    }

    @Override
    public String toString() {
        return phase + " (" + word + ")" + (failure == null ? "" : " " + failure + ": " + answer)
                + (cost == null ? "" : " " + cost);
    }

    /** Collects a state. */
    public static final class Builder {
        private final Phase phase;
        private final String word;
        private boolean knownWord = true;
        private List<Output> outputs = List.of();
        private @Nullable FailureReason failure;
        private VendorAnswer answer = VendorAnswer.nothing();
        private @Nullable Cost cost;
        private @Nullable Billing billing;

        private Builder(Phase phase, String word) {
            this.phase = requireNonNull(phase, "phase");
            this.word = requireNonNull(word, "word");
        }

        /** No table knows the word. */
        public Builder unknownWord() {
            this.knownWord = false;
            return this;
        }

        /** See {@link VendorState#outputs()}. */
        public Builder outputs(List<Output> value) {
            this.outputs = value;
            return this;
        }

        /** See {@link VendorState#failure()} and {@link VendorState#answer()}. */
        public Builder failure(FailureReason reason, VendorAnswer words) {
            this.failure = reason;
            this.answer = words;
            return this;
        }

        /** See {@link VendorState#cost()}. */
        public Builder cost(@Nullable Cost value) {
            this.cost = value;
            return this;
        }

        /** See {@link VendorState#billing()}. */
        public Builder billing(Billing value) {
            this.billing = value;
            return this;
        }

        /** The state. */
        public VendorState build() {
            return new VendorState(this);
        }
    }
}
