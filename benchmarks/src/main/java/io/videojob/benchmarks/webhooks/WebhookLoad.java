package io.videojob.benchmarks.webhooks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Webhooks over real sockets through the JDK's server, a tenth of them forged, into a program with jobs in a journal. Ends
 * with 0 if none forged was believed, none genuine was lost, and 99 of 100 were answered in under 50 ms; else with 1.
 */
public final class WebhookLoad {
    private static final double ALLOWED_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private WebhookLoad() {}

    /** See {@code benchmarks/README.md} for the arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Choice choice;
        try {
            choice = Choice.of(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Outcome outcome = run(choice, System.out);
        boolean isGood = outcome.isRight() && outcome.millisOf99() < ALLOWED_MILLIS;
        System.out.println(isGood ? "GOOD" : "NOT GOOD");
        System.exit(isGood ? 0 : 1);
    }

    /**
     * What came of it.
     *
     * @param isRight none forged was believed, none genuine lost
     * @param millisOf99 milliseconds within which 99 of 100 were answered
     */
    record Outcome(boolean isRight, double millisOf99) {}

    static Outcome run(Choice choice, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("videojob-benchmark");
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Receiver receiver = new Receiver(choice, folder, threads)) {
            List<Target> targets = receiver.submit(choice.jobs());
            out.printf(Locale.ROOT, "%d jobs are at the vendor%n", targets.size());
            if (choice.warmUp() > 0) {
                new Load(targets, choice.rate(), choice.warmUp()).run(threads);
            }
            int looksBefore = receiver.looks();
            Load load = new Load(targets, choice.rate(), choice.seconds());
            load.run(threads);
            Instant end = Instant.now();
            long lost = awaitLooks(receiver, load.lastTaken, end.plus(PATIENCE));
            Duration behind = Duration.between(end, Instant.now());
            return told(choice, load, receiver, new Behind(lost, receiver.looks() - looksBefore, behind), out);
        } finally {
            threads.shutdownNow();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** What happened behind the answers. */
    private record Behind(long lost, int looks, Duration after) {}

    /** How many jobs were not looked at after their last delivery. */
    private static long awaitLooks(Receiver receiver, Map<String, Instant> taken, Instant until)
            throws InterruptedException {
        long lost = taken.size();
        while (lost > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(500);
            Map<String, Instant> looks = receiver.lastLooks();
            lost = taken.entrySet().stream()
                    .filter(one ->
                            looks.getOrDefault(one.getKey(), Instant.EPOCH).isBefore(one.getValue()))
                    .count();
        }
        return lost;
    }

    private static Outcome told(Choice choice, Load load, Receiver receiver, Behind behind, PrintStream out) {
        boolean foreignLook = receiver.lastLooks().containsKey(Target.NOBODY);
        long misled = receiver.misled() + (foreignLook ? 1 : 0);
        int all = choice.rate() * choice.seconds();
        out.printf(
                Locale.ROOT,
                "%d deliveries at %d a second, %d of them forged, over %d jobs%n",
                all,
                choice.rate(),
                load.forged.get(),
                choice.jobs());
        out.printf(Locale.ROOT, "forged: %d answered as taken, %d jobs misled%n", load.forgedTaken.get(), misled);
        out.printf(
                Locale.ROOT,
                "genuine: %d refused, %d jobs not looked at after their last one (%d looks, the last %d ms after the load)%n",
                load.genuineRefused.get(),
                behind.lost(),
                behind.looks(),
                behind.after().toMillis());
        out.printf(Locale.ROOT, "without an answer: %d%n", load.broken.get());
        out.printf(
                Locale.ROOT,
                "answered within ms: 50 %% %.1f, 90 %% %.1f, 99 %% %.1f, 99.9 %% %.1f, all %.1f%n",
                load.perMille(500),
                load.perMille(900),
                load.perMille(990),
                load.perMille(999),
                load.perMille(1000));
        boolean isRight = load.forgedTaken.get() == 0
                && misled == 0
                && load.genuineRefused.get() == 0
                && behind.lost() == 0
                && load.broken.get() == 0;
        return new Outcome(isRight, load.perMille(990));
    }
}
