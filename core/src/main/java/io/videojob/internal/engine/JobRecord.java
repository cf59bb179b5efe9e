package io.videojob.internal.engine;

import io.videojob.Cancellation;
import io.videojob.Explanation;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.Trouble;
import io.videojob.VideoRequest;
import io.videojob.spi.VendorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything the library knows of a job: what the journal's payload holds. Immutable; {@link #with} gives a changed copy. */
public final class JobRecord {
    final JobId id;
    final Instant createdAt;
    /** Empty for a job that was attached to. */
    final @Nullable VideoRequest request;

    final List<Candidate> candidates;
    final List<Attempt> attempts;
    final Stage stage;
    final @Nullable Intent intent;
    /** When the stage has something to do; its meaning is the stage's. */
    final @Nullable Instant wakeAt;

    final @Nullable Instant deadline;
    final @Nullable Trouble trouble;
    final @Nullable Cancellation cancellation;
    final @Nullable JobEnd end;
    /** Set if the results are to be saved when they are there. */
    final @Nullable Saving saving;

    final List<Explanation.Entry> history;

    private JobRecord(Draft d) {
        id = d.id;
        createdAt = d.createdAt;
        request = d.request;
        candidates = List.copyOf(d.candidates);
        attempts = List.copyOf(d.attempts);
        stage = d.stage;
        intent = d.intent;
        wakeAt = d.wakeAt;
        deadline = d.deadline;
        trouble = d.trouble;
        cancellation = d.cancellation;
        end = d.end;
        saving = d.saving;
        history = List.copyOf(d.history);
    }

    static JobRecord of(JobId id, Instant createdAt, Consumer<Draft> content) {
        Draft draft = new Draft(id, createdAt);
        content.accept(draft);
        return new JobRecord(draft);
    }

    /** Our id of the job. */
    public JobId id() {
        return id;
    }

    JobRecord with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new JobRecord(draft);
    }

    /** The attempt that counts: the last one that is no orphan. */
    Attempt attempt() {
        return current(attempts);
    }

    Optional<Attempt> attempt(int number) {
        return attempts.stream().filter(a -> a.number == number).findFirst();
    }

    /** True if it came of a vendor's reference alone: nothing was sent for it. */
    boolean isAttached() {
        return request == null;
    }

    /** True if it holds that id of its vendor only until the user says which job it was made for. */
    boolean letsGo(String vendorJobId) {
        return attempts.stream()
                .anyMatch(a -> vendorJobId.equals(a.vendorJobId) && (isAttached() || a.state == AttemptState.ORPHAN));
    }

    /** The number of the attempt with that id of its vendor. */
    int holderOf(String vendorJobId) {
        return attempts.stream()
                .filter(a -> vendorJobId.equals(a.vendorJobId))
                .mapToInt(a -> a.number)
                .findFirst()
                .orElse(attempt().number);
    }

    Candidate candidate() {
        return candidates.get(attempt().candidate);
    }

    Candidate candidateOf(Attempt attempt) {
        return candidates.get(attempt.candidate);
    }

    /** The public word for where it stands. */
    JobStatus status() {
        if (end != null) {
            return switch (end.kind()) {
                case SUCCEEDED -> JobStatus.SUCCEEDED;
                case CANCELED -> JobStatus.CANCELED;
                default -> JobStatus.FAILED;
            };
        }
        return switch (stage) {
            case LINE, BACKOFF -> JobStatus.WAITING;
            case ADMITTED, SENDING -> JobStatus.SUBMITTING;
            case SEARCHING -> JobStatus.UNCERTAIN;
            default ->
                attempt().isUncertain()
                        ? JobStatus.UNCERTAIN
                        : attempt().vendorJobId == null
                                ? JobStatus.WAITING
                                : attempt().phase == VendorState.Phase.QUEUED ? JobStatus.QUEUED : JobStatus.RUNNING;
        };
    }

    boolean isParked() {
        return stage == Stage.PARKED;
    }

    private static Attempt current(List<Attempt> attempts) {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (!attempts.get(i).isAside()) {
                return attempts.get(i);
            }
        }
        return attempts.get(attempts.size() - 1);
    }

    /** The mutable twin, alive inside {@link JobRecord#with} only. */
    static final class Draft {
        final JobId id;
        final Instant createdAt;

        @Nullable
        VideoRequest request;

        List<Candidate> candidates = List.of();
        final List<Attempt> attempts = new ArrayList<>();
        Stage stage = Stage.LINE;

        @Nullable
        Intent intent;

        @Nullable
        Instant wakeAt;

        @Nullable
        Instant deadline;

        @Nullable
        Trouble trouble;

        @Nullable
        Cancellation cancellation;

        @Nullable
        JobEnd end;

        @Nullable
        Saving saving;

        final List<Explanation.Entry> history = new ArrayList<>();

        private Draft(JobId id, Instant createdAt) {
            this.id = id;
            this.createdAt = createdAt;
        }

        private Draft(JobRecord r) {
            this(r.id, r.createdAt);
            request = r.request;
            candidates = r.candidates;
            attempts.addAll(r.attempts);
            stage = r.stage;
            intent = r.intent;
            wakeAt = r.wakeAt;
            deadline = r.deadline;
            trouble = r.trouble;
            cancellation = r.cancellation;
            end = r.end;
            saving = r.saving;
            history.addAll(r.history);
        }

        Attempt attempt() {
            return current(attempts);
        }

        Candidate candidate() {
            return candidates.get(attempt().candidate);
        }

        /** Changes one attempt. */
        void change(int number, Consumer<Attempt.Draft> change) {
            attempts.replaceAll(a -> a.number == number ? a.with(change) : a);
        }

        /** Changes the attempt that counts. */
        void change(Consumer<Attempt.Draft> change) {
            change(attempt().number, change);
        }

        void note(Moment moment, int attempt, String kind, String text) {
            note(moment, attempt, kind, text, Map.of());
        }

        void note(Moment moment, int attempt, String kind, String text, Map<String, String> data) {
            history.add(new Explanation.Entry(moment.at(), attempt, kind, text, data));
        }

        /** The newest of that kind, once more: nothing new came of it. */
        void again(Moment moment, int attempt, String kind) {
            for (int i = history.size() - 1; i >= 0; i--) {
                Explanation.Entry entry = history.get(i);
                if (entry.attempt() == attempt && entry.kind().equals(kind)) {
                    Map<String, String> data = new HashMap<>(entry.data());
                    data.put("times", String.valueOf(entry.times() + 1));
                    data.put("last", moment.at().toString());
                    history.set(i, new Explanation.Entry(entry.at(), attempt, kind, entry.text(), data));
                    return;
                }
            }
            note(moment, attempt, kind, "nothing new");
        }
    }
}
