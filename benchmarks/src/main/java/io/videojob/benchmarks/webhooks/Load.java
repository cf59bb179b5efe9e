package io.videojob.benchmarks.webhooks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Deliveries at a fixed rate, whether or not earlier ones were answered, over some connections that are kept. A latency
 * counts from the moment at which the delivery was to be sent, so that a stall shows in all that it held up.
 */
final class Load {
    private static final int EACH_TENTH = 10;
    private static final int CONNECTIONS = 50;
    private static final int STOP = -1;

    private final List<Target> targets;
    private final int rate;
    private final long[] latencies;
    private final BlockingQueue<Integer> due = new LinkedBlockingQueue<>();
    private final CountDownLatch open = new CountDownLatch(CONNECTIONS);
    private long start;
    final AtomicInteger forgedTaken = new AtomicInteger();
    final AtomicInteger genuineRefused = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    final AtomicInteger forged = new AtomicInteger();
    /** When the last one of each job was sent that was answered 200. */
    final Map<String, Instant> lastTaken = new ConcurrentHashMap<>();

    Load(List<Target> targets, int rate, int seconds) {
        this.targets = targets;
        this.rate = rate;
        this.latencies = new long[rate * seconds];
    }

    /** Sends them all, and waits for the answers. */
    void run(ExecutorService threads) throws InterruptedException {
        start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.execute(this::sendWhatIsDue);
        }
        for (int i = 0; i < latencies.length; i++) {
            for (long left = dueAt(i) - System.nanoTime(); left > 0; left = dueAt(i) - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            due.add(i);
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            due.add(STOP);
        }
        open.await();
    }

    private long dueAt(int number) {
        return start + TimeUnit.SECONDS.toNanos(1) * number / rate;
    }

    private void sendWhatIsDue() {
        try (Wire wire = new Wire(targets.get(0).url().getPort())) {
            for (int number = due.take(); number != STOP; number = due.take()) {
                send(wire, number);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.countDown();
        }
    }

    private void send(Wire wire, int number) {
        Target target = targets.get(number % targets.size());
        boolean isForged = number % EACH_TENTH == number / targets.size() % EACH_TENTH;
        byte[] request = isForged ? target.forged(number) : target.genuine(number);
        Instant sentAt = Instant.now();
        int status = wire.send(request);
        latencies[number] = System.nanoTime() - dueAt(number);
        count(target, isForged, sentAt, status);
    }

    private void count(Target target, boolean isForged, Instant sentAt, int status) {
        boolean isTaken = status >= 200 && status < 300;
        if (isForged) {
            forged.incrementAndGet();
            forgedTaken.addAndGet(isTaken ? 1 : 0);
        } else if (isTaken) {
            lastTaken.merge(target.jobId(), sentAt, (a, b) -> a.isAfter(b) ? a : b);
        } else {
            genuineRefused.incrementAndGet();
        }
        broken.addAndGet(status == 0 ? 1 : 0);
    }

    /** Milliseconds within which so many of a thousand were answered. */
    double perMille(int share) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(sorted.length * share / 1000.0) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
