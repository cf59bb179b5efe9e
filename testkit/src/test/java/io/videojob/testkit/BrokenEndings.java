package io.videojob.testkit;

import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.atelier.AtelierFactory;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;

/** Adapters that don't come to an end, or leave something behind. */
final class BrokenEndings {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private BrokenEndings() {}

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "waits for the answer to a create for ever",
                        Bends.create((honest, settings, sent) -> honest.submit(BrokenCreates.with(sent, sent.body())
                                .timeout(Duration.ofHours(1))
                                .build())),
                        "anExchangeEndsWithinItsTimeout: a create at a vendor that is .*"),
                patient("look"),
                patient("cancel"),
                patient("look-up"),
                Broken.of(
                        "ends a look after a silence only",
                        Bends.look((honest, settings, id) -> {
                            if (settings.callTimeout().equals(Bench.HURRIED)) {
                                Rough.readUntilSilent(settings, "/studio/films/" + id);
                                throw new TransportException("atelier: too long a silence", null);
                            }
                            return honest.fetch(id);
                        }),
                        "anExchangeEndsWithinItsTimeout: a look at a vendor that is DRIPPING"),
                Broken.of(
                        "leaves a thread running",
                        (honest, settings) -> {
                            start("atelier-poller", true);
                            return honest;
                        },
                        "nothingIsLeftAfterClose: no thread"),
                closing(
                        "starts a thread that outlives its close()",
                        honest -> {
                            honest.close();
                            start("atelier-janitor", false);
                        },
                        "nothingIsLeftAfterClose: no thread"),
                closing("goes on after it was closed", honest -> {}, "nothingIsLeftAfterClose: no (conn|exch|way).*"),
                closing(
                        "throws when it is closed",
                        honest -> {
                            honest.close();
                            throw new IllegalStateException("the tickets are still out");
                        },
                        "nothingIsLeftAfterClose: close\\(\\) ends, and throws nothing, even twice"),
                Broken.of(
                        "throws when it is closed twice",
                        (honest, settings) -> new Bent(honest) {
                            private final AtomicBoolean closed = new AtomicBoolean();

                            @Override
                            public void close() {
                                honest.close();
                                if (closed.getAndSet(true)) {
                                    throw new IllegalStateException("closed already");
                                }
                            }
                        },
                        "nothingIsLeftAfterClose: close\\(\\) ends, and throws nothing, even twice"),
                closing(
                        "hangs in its close()",
                        honest -> {
                            honest.close();
                            stay(2 * Bench.GRACE.toSeconds());
                        },
                        "nothingIsLeftAfterClose: close\\(\\) ends, and throws nothing, even twice"),
                Broken.of(
                        "waits in close() for what is on the wire",
                        (honest, settings) -> new Polite(honest),
                        "nothingIsLeftAfterClose: no exchange on the wire"),
                Broken.of(
                        "keeps a connection",
                        Bends.look((honest, settings, id) -> {
                            VendorState state = honest.fetch(id);
                            Rough.connect(settings);
                            return state;
                        }),
                        "nothingIsLeftAfterClose: no connection"),
                Broken.of(
                        "says that a closed provider may have sent a create",
                        (honest, settings) -> new Bent(honest) {
                            private final AtomicBoolean closed = new AtomicBoolean();

                            @Override
                            public SubmitOutcome submit(Submission sent) {
                                return closed.get()
                                        ? SubmitOutcome.uncertain(VendorAnswer.nothing(), null)
                                        : honest.submit(sent);
                            }

                            @Override
                            public void close() {
                                closed.set(true);
                                honest.close();
                            }
                        },
                        "nothingIsLeftAfterClose: no way out"));
    }

    private interface Close {
        void of(VideoProvider honest);
    }

    private static Broken closing(String name, Close close, String... failing) {
        return Broken.of(
                name,
                (honest, settings) -> new Bent(honest) {
                    @Override
                    public void close() {
                        close.of(honest);
                    }
                },
                failing);
    }

    private static void start(String name, boolean daemon) {
        Thread thread = new Thread(() -> stay(60), name);
        thread.setDaemon(daemon);
        thread.start();
    }

    private static void stay(long seconds) {
        try {
            boolean unused = NEVER.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Broken patient(String exchange) {
        return Broken.of(
                "waits for the answer to a " + exchange + " for ever",
                (honest, settings) -> new Patient(honest, settings, exchange),
                "anExchangeEndsWithinItsTimeout: a " + exchange + " at a vendor that is .*");
    }

    /** Has a second provider at hand, whose looks may take an hour, for one kind of exchange. */
    private static final class Patient extends Bent {
        private final VideoProvider patient;
        private final String waits;

        Patient(VideoProvider honest, ProviderSettings settings, String waits) {
            super(honest);
            this.patient = (VideoProvider)
                    new AtelierFactory().create(settings.withTimeouts(settings.connectTimeout(), Duration.ofHours(1)));
            this.waits = waits;
        }

        private VideoProvider who(String exchange) {
            return exchange.equals(waits) ? patient : honest;
        }

        @Override
        public VendorState fetch(String id) {
            return who("look").fetch(id);
        }

        @Override
        public CancelOutcome cancel(String id) {
            return who("cancel").cancel(id);
        }

        @Override
        public Lookup locate(Submission sent, Predicate<String> claimed) {
            return who("look-up").locate(sent, claimed);
        }

        @Override
        public void close() {
            patient.close();
            super.close();
        }
    }

    /** Lets everybody finish before it goes. */
    private static final class Polite extends Bent {
        private final ReadWriteLock door = new ReentrantReadWriteLock();

        Polite(VideoProvider honest) {
            super(honest);
        }

        @Override
        public VendorState fetch(String id) {
            door.readLock().lock();
            try {
                return honest.fetch(id);
            } finally {
                door.readLock().unlock();
            }
        }

        @Override
        public void close() {
            door.writeLock().lock();
            try {
                honest.close();
            } finally {
                door.writeLock().unlock();
            }
        }
    }
}
