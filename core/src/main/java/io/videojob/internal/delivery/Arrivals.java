package io.videojob.internal.delivery;

import io.videojob.Timing;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body as it arrives, taken by one thread that doesn't wait longer than it wants to. */
final class Arrivals implements HttpResponse.BodySubscriber<Arrivals>, AutoCloseable {
    private final Timing timing;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean ended;

    Arrivals(Timing timing) {
        this.timing = timing;
    }

    /** At once: the answer is there when its headers are. */
    @Override
    public CompletionStage<Arrivals> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription arrived) {
        boolean tooLate;
        synchronized (this) {
            subscription = arrived;
            tooLate = ended;
        }
        if (tooLate) {
            arrived.cancel();
        } else {
            arrived.request(1);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        waiting.addAll(buffers);
        notifyAll();
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        failure = thrown;
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        notifyAll();
    }

    /**
     * What came next, empty at the end.
     *
     * @param patience how long nothing may arrive
     * @throws NotDelivered if the connection broke, or nothing arrived for that long
     */
    Optional<ByteBuffer> next(Duration patience) throws NotDelivered, InterruptedException {
        long start = timing.nanoTime();
        synchronized (this) {
            while (waiting.isEmpty() && !ended) {
                long left = patience.toNanos() - (timing.nanoTime() - start);
                if (left <= 0) {
                    throw NotDelivered.brokeOff("nothing arrived for " + patience.toMillis() + " ms");
                }
                timing.waitOn(this, left);
            }
            if (waiting.isEmpty() && failure != null) {
                throw NotDelivered.brokeOff("the connection broke (" + Web.words(failure) + ")", failure);
            }
        }
        return take();
    }

    private Optional<ByteBuffer> take() {
        Flow.Subscription hungry;
        ByteBuffer taken;
        synchronized (this) {
            taken = waiting.poll();
            hungry = waiting.isEmpty() && !ended ? subscription : null;
        }
        if (hungry != null) {
            hungry.request(1);
        }
        return Optional.ofNullable(taken);
    }

    /** Wants no more; ends the connection unless all has arrived. */
    @Override
    public void close() {
        Flow.Subscription unwanted;
        synchronized (this) {
            unwanted = ended ? null : subscription;
            ended = true;
            waiting.clear();
        }
        if (unwanted != null) {
            unwanted.cancel();
        }
    }
}
