package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.VideoJobException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.VendorServer.Play;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A closed provider leaves nothing behind. */
final class Endings {
    private static final int PROVIDERS = 6;

    private final Bench bench;

    Endings(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        return Stream.of(
                dynamicTest("close() ends, and throws nothing, even twice", this::ends),
                dynamicTest("no connection", this::connections),
                dynamicTest("no thread", this::threads),
                dynamicTest("no exchange on the wire", this::exchange),
                dynamicTest("no way out", this::wayOut));
    }

    private void ends() throws Exception {
        try (VendorServer server = new VendorServer()) {
            VideoProvider provider = use(bench.settings(), server);
            for (String time : List.of("first", "second")) {
                Check.silently(Bench.GRACE, "a " + time + " close()", provider);
            }
        }
    }

    private void connections() throws Exception {
        try (VendorServer server = new VendorServer()) {
            VideoProvider provider = use(bench.settings(), server);
            Bench.close(provider);
            Check.expect(server.isAloneWithin(Bench.GRACE), "no connection after close()", "a connection that stays");
        }
    }

    private VideoProvider use(ProviderSettings settings, VendorServer server) {
        VideoProvider provider = bench.make(settings.withBaseUrl(server.url()));
        Answer accepted = bench.script.accepted.answer();
        server.play(request -> Reply.of(request.method().equals("GET") ? bench.finished() : accepted));
        SubmitOutcome unused = provider.submit(bench.submission());
        Object unusedToo = Check.typed(() -> provider.fetch("contract-job"));
        return provider;
    }

    /**
     * What each provider leaves behind, counted over several: a few threads that all clients of a process share may idle out
     * by themselves.
     */
    private void threads() throws Exception {
        Submission warm = bench.submission();
        ThreadGroup group = new ThreadGroup("videojob-testkit-close");
        AtomicInteger rounds = new AtomicInteger();
        try (VendorServer server = new VendorServer()) {
            Thread user = new Thread(group, () -> {
                for (int i = 0; i < PROVIDERS; i++) {
                    Bench.close(use(bench.settings(), server));
                    rounds.incrementAndGet();
                }
            });
            user.setDaemon(true);
            user.start();
            user.join(2 * Bench.PATIENT.toMillis());
            Check.expect(!user.isAlive(), "providers used and closed", "no end of it after " + warm);
            Check.expect(rounds.get() == PROVIDERS, PROVIDERS + " providers used and closed", rounds + " of them");
        }
        long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        for (Thread thread : members(group)) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        List<Thread> left = members(group);
        Check.expect(
                left.size() < PROVIDERS && left.stream().allMatch(Thread::isDaemon),
                "no thread after close()",
                left + " after " + PROVIDERS + " providers");
    }

    private static List<Thread> members(ThreadGroup group) {
        Thread[] all = new Thread[group.activeCount() + 100];
        int count = group.enumerate(all);
        return List.copyOf(Arrays.asList(all).subList(0, count));
    }

    private void exchange() throws Exception {
        VideoProvider provider = bench.make(bench.settings());
        CountDownLatch arrived = new CountDownLatch(1);
        bench.server.play(request -> {
            arrived.countDown();
            return Reply.of(bench.finished(), Reply.Way.SILENT_FOR_EVER);
        });
        Thread closer = new Thread(() -> {
            try {
                boolean unused = arrived.await(Bench.GRACE.toSeconds(), TimeUnit.SECONDS);
                Bench.close(provider);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closer.setDaemon(true);
        closer.start();
        Object came = Check.within(
                Bench.GRACE.multipliedBy(2),
                "a look on the wire ends at close()",
                () -> Check.typed(() -> provider.fetch("contract-job")));
        Check.expect(came instanceof VideoJobException, "a VideoJobException", came);
    }

    private void wayOut() {
        VideoProvider provider = bench.make(bench.settings());
        Bench.close(provider);
        Play play = bench.answers(bench.script.accepted.answer());
        SubmitOutcome outcome = Check.outcome(() -> provider.submit(bench.submission()));
        Check.expect(outcome.kind() == SubmitOutcome.Kind.NOT_SENT, "NOT_SENT by a closed provider", outcome);
        VideoJobException thrown =
                Check.refusal("a VideoJobException by a closed provider", () -> provider.fetch("contract-job"));
        Check.expect(play.requests().isEmpty(), "nothing sent", Optional.of(thrown));
    }
}
