package io.videojob.internal.engine;

import io.videojob.JobDetachedException;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who waits for a job in this process, and who listens to its changes. Listeners of a job are called in order. */
public final class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final Executor executor;
    private final Map<JobId, Watched> watched = new HashMap<>();
    private boolean closed;

    /** Listeners run on the executor. */
    public Watchers(Executor executor) {
        this.executor = executor;
    }

    /** A future that ends with the record once the job is settled. */
    public CompletableFuture<JobRecord> settled(JobRecord now) {
        CompletableFuture<JobRecord> future = new CompletableFuture<>();
        synchronized (watched) {
            if (closed) {
                future.completeExceptionally(detached(now));
            } else if (Views.isSettled(now)) {
                future.complete(now);
            } else {
                of(now.id).futures.add(future);
            }
        }
        CompletableFuture<JobRecord> unused = future.whenComplete((record, failure) -> forget(now.id, future));
        return future;
    }

    /** Tells the listener of the record, and of every one that follows. */
    public Subscription listen(JobId id, Consumer<JobSnapshot> listener) {
        synchronized (watched) {
            of(id).listeners.add(listener);
        }
        return () -> {
            synchronized (watched) {
                of(id).listeners.remove(listener);
                tidy(id);
            }
        };
    }

    /** A record was written, here or (as far as was seen) elsewhere. Older ones than the last are passed over; never throws. */
    void changed(RecordStore.Versioned job) {
        JobRecord record = job.record();
        List<CompletableFuture<JobRecord>> ready = new ArrayList<>();
        Runnable calls = null;
        synchronized (watched) {
            Watched w = watched.get(record.id);
            if (w == null || job.stored().version() < w.version) {
                return;
            }
            w.version = job.stored().version();
            if (Views.isSettled(record)) {
                ready.addAll(w.futures);
            }
            calls = tellListeners(w, Views.snapshot(record));
            if (record.end != null) {
                w.listeners.clear();
                tidy(record.id);
            }
        }
        if (calls != null) {
            execute(calls);
        }
        if (!ready.isEmpty()) {
            execute(() -> ready.forEach(future -> future.complete(record)));
        }
    }

    private static @Nullable Runnable tellListeners(Watched w, JobSnapshot snapshot) {
        String seen = snapshot + " " + snapshot.attempts() + " " + snapshot.cancellation();
        if (w.listeners.isEmpty() || seen.equals(w.lastSeen)) {
            return null;
        }
        w.lastSeen = seen;
        List<Consumer<JobSnapshot>> listeners = List.copyOf(w.listeners);
        return w.enqueue(() -> listeners.forEach(listener -> tell(listener, snapshot)));
    }

    /** On the listeners' executor; on this thread if that one takes nothing any more. */
    private void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }

    /** The jobs that somebody watches, each with the version that was told last; 0 for none. */
    Map<JobId, Long> versions() {
        synchronized (watched) {
            Map<JobId, Long> versions = new HashMap<>();
            watched.forEach((id, w) -> versions.put(id, w.version));
            return versions;
        }
    }

    /** Ends every open future: the jobs go on without us. */
    public void close(Function<JobId, @Nullable JobRecord> last) {
        Map<JobId, List<CompletableFuture<JobRecord>>> open = new HashMap<>();
        synchronized (watched) {
            closed = true;
            watched.forEach((id, w) -> open.put(id, List.copyOf(w.futures)));
        }
        open.forEach((id, futures) -> {
            JobRecord record = futures.isEmpty() ? null : last.apply(id);
            futures.forEach(future -> future.completeExceptionally(detached(record)));
        });
    }

    private static JobDetachedException detached(@Nullable JobRecord record) {
        JobSnapshot job = record == null ? null : Views.snapshot(record);
        return new JobDetachedException(
                "the VideoJobs that watched the job was closed; the job is as it was: "
                        + (job == null ? "its record could not be read any more" : job.toString()),
                job);
    }

    private void forget(JobId id, CompletableFuture<JobRecord> future) {
        synchronized (watched) {
            Watched w = watched.get(id);
            if (w != null) {
                w.futures.removeIf(waiting -> waiting == future);
                tidy(id);
            }
        }
    }

    private void tidy(JobId id) {
        Watched w = watched.get(id);
        if (w != null && w.futures.isEmpty() && w.listeners.isEmpty()) {
            watched.remove(id);
        }
    }

    private Watched of(JobId id) {
        return watched.computeIfAbsent(id, key -> new Watched());
    }

    private static void tell(Consumer<JobSnapshot> listener, JobSnapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException e) {
            LOG.warn("a listener of job {} threw", snapshot.id(), e);
        }
    }

    /** One job's watchers, and the calls that wait for their turn. */
    private static final class Watched {
        final List<CompletableFuture<JobRecord>> futures = new ArrayList<>();
        final List<Consumer<JobSnapshot>> listeners = new ArrayList<>();
        final Queue<Runnable> calls = new ArrayDeque<>();
        boolean calling;
        long version;

        @Nullable
        String lastSeen;

        /** What must be run to have the call made; null if somebody is at it already. */
        @Nullable
        Runnable enqueue(Runnable call) {
            synchronized (calls) {
                calls.add(call);
                if (calling) {
                    return null;
                }
                calling = true;
            }
            return this::drain;
        }

        private void drain() {
            while (true) {
                Runnable call;
                synchronized (calls) {
                    call = calls.poll();
                    if (call == null) {
                        calling = false;
                        return;
                    }
                }
                call.run();
            }
        }
    }
}
