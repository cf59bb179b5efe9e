package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.VendorState;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One try at one candidate. Immutable; {@link #with} gives a changed copy. */
final class Attempt {
    final int number;
    final int candidate;
    final AttemptState state;
    /** How often a create was put on the wire. */
    final int sends;
    /** How many of the retry policy's attempts are used up. */
    final int tries;

    final @Nullable Instant sentAt;
    final @Nullable String vendorJobId;
    /** An id read off a broken answer. */
    final @Nullable String suspectedId;
    /** The vendor's own word, as it came. */
    final @Nullable String word;

    final VendorState.@Nullable Phase phase;
    final int looks;
    /** Looks or look-ups that failed since the last good one. */
    final int failedLooks;

    final @Nullable Instant failingSince;
    final int lookups;
    final int cancelTries;
    /** Vendor's jobs that it might be. */
    final List<String> lookalikes;

    final Billing billing;
    final @Nullable Cost cost;
    final VendorAnswer answer;
    final @Nullable RefusalReason refusal;
    final @Nullable FailureReason failure;

    private Attempt(Draft d) {
        number = d.number;
        candidate = d.candidate;
        state = d.state;
        sends = d.sends;
        tries = d.tries;
        sentAt = d.sentAt;
        vendorJobId = d.vendorJobId;
        suspectedId = d.suspectedId;
        word = d.word;
        phase = d.phase;
        looks = d.looks;
        failedLooks = d.failedLooks;
        failingSince = d.failingSince;
        lookups = d.lookups;
        cancelTries = d.cancelTries;
        lookalikes = List.copyOf(d.lookalikes);
        billing = d.billing;
        cost = d.cost;
        answer = d.answer;
        refusal = d.refusal;
        failure = d.failure;
    }

    static Attempt first(int number, int candidate) {
        return new Attempt(new Draft(number, candidate));
    }

    static Attempt of(int number, int candidate, Consumer<Draft> content) {
        return first(number, candidate).with(content);
    }

    Attempt with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Attempt(draft);
    }

    /** True if it is kept in sight only, and another attempt counts. */
    boolean isAside() {
        return state == AttemptState.ORPHAN || state == AttemptState.RELEASED;
    }

    /** A vendor job may exist of which nobody knows the id. */
    boolean isUncertain() {
        return state == AttemptState.UNCERTAIN;
    }

    /** True if somebody only said that it is that job of the vendor: no answer has shown it yet. */
    boolean isOnlyNamed() {
        return state == AttemptState.ACCEPTED && vendorJobId != null && word == null;
    }

    /** True if the user may settle it: what became of it is not known, or the id that was named may be a wrong one. */
    boolean canBeSettled() {
        return isUncertain() || isOnlyNamed();
    }

    /** The mutable twin, alive inside {@link Attempt#with} only. */
    static final class Draft {
        final int number;
        final int candidate;
        AttemptState state = AttemptState.WAITING;
        int sends;
        int tries;

        @Nullable
        Instant sentAt;

        @Nullable
        String vendorJobId;

        @Nullable
        String suspectedId;

        @Nullable
        String word;

        VendorState.@Nullable Phase phase;
        int looks;
        int failedLooks;

        @Nullable
        Instant failingSince;

        int lookups;
        int cancelTries;
        List<String> lookalikes = List.of();
        Billing billing = Billing.NOT_BILLED;

        @Nullable
        Cost cost;

        VendorAnswer answer = VendorAnswer.nothing();

        @Nullable
        RefusalReason refusal;

        @Nullable
        FailureReason failure;

        private Draft(int number, int candidate) {
            this.number = number;
            this.candidate = candidate;
        }

        private Draft(Attempt a) {
            this(a.number, a.candidate);
            state = a.state;
            sends = a.sends;
            tries = a.tries;
            sentAt = a.sentAt;
            vendorJobId = a.vendorJobId;
            suspectedId = a.suspectedId;
            word = a.word;
            phase = a.phase;
            looks = a.looks;
            failedLooks = a.failedLooks;
            failingSince = a.failingSince;
            lookups = a.lookups;
            cancelTries = a.cancelTries;
            lookalikes = a.lookalikes;
            billing = a.billing;
            cost = a.cost;
            answer = a.answer;
            refusal = a.refusal;
            failure = a.failure;
        }
    }
}
