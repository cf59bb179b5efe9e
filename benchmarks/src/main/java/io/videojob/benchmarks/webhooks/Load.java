package io.videojob.benchmarks.webhooks;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Deliveries at a fixed rate, whether or not earlier ones were answered. A latency counts from the moment at which the
 * delivery was to be sent, so that a stall shows in all that it held up.
 */
final class Load {
    private static final int EACH_TENTH = 10;

    private final HttpClient client;
    private final List<Target> targets;
    private final long[] latencies;
    private final CountDownLatch open;
    final AtomicInteger forgedTaken = new AtomicInteger();
    final AtomicInteger genuineRefused = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    final AtomicInteger forged = new AtomicInteger();
    /** When the last one of each job was sent that was answered 200. */
    final Map<String, Instant> lastTaken = new ConcurrentHashMap<>();

    Load(List<Target> targets, int count, ExecutorService threads) {
        this.targets = targets;
        this.latencies = new long[count];
        this.open = new CountDownLatch(count);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .executor(threads)
                .build();
    }

    /** Sends them all, and waits for the answers. */
    void run(int rate) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < latencies.length; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send(i, due);
        }
        if (!open.await(60, TimeUnit.SECONDS)) {
            broken.addAndGet((int) open.getCount());
        }
    }

    private void send(int number, long due) {
        Target target = targets.get(number % targets.size());
        boolean isForged = number % EACH_TENTH == number / targets.size() % EACH_TENTH;
        Instant sentAt = Instant.now();
        HttpRequest request = isForged ? target.forged(number) : target.genuine(number);
        if (isForged) {
            forged.incrementAndGet();
        }
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    latencies[number] = System.nanoTime() - due;
                    count(target, isForged, sentAt, failure == null ? answer.statusCode() : 0);
                    open.countDown();
                });
    }

    private void count(Target target, boolean isForged, Instant sentAt, int status) {
        boolean isTaken = status >= 200 && status < 300;
        if (isForged && isTaken) {
            forgedTaken.incrementAndGet();
        } else if (!isForged && isTaken) {
            lastTaken.merge(target.jobId(), sentAt, (a, b) -> a.isAfter(b) ? a : b);
        } else if (!isForged) {
            genuineRefused.incrementAndGet();
        }
        if (status == 0) {
            broken.incrementAndGet();
        }
    }

    /** Milliseconds within which so many of a thousand were answered. */
    double perMille(int share) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(sorted.length * share / 1000.0) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
