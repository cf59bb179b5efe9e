package io.videojob.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A vendor on this machine that answers as it is told, breaks what it is told to break, and counts. */
final class VendorServer implements AutoCloseable {
    private static final Answer UNSCRIPTED = Answer.of(500, "{\"error\":\"the contract has no answer for this\"}");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ServerSocket socket;
    private final Set<Socket> open = new HashSet<>();
    private volatile Play play = new Play(request -> Reply.of(UNSCRIPTED), false);

    /** What is answered from some moment on, and what came in meanwhile. */
    static final class Play {
        private final Function<VendorRequest, Reply> answers;
        private final boolean deaf;
        private final List<VendorRequest> requests = new CopyOnWriteArrayList<>();
        private final AtomicInteger connections = new AtomicInteger();

        private Play(Function<VendorRequest, Reply> answers, boolean deaf) {
            this.answers = answers;
            this.deaf = deaf;
        }

        /** Everything that came in whole. */
        List<VendorRequest> requests() {
            return List.copyOf(requests);
        }

        /** How often somebody connected. */
        int connections() {
            return connections.get();
        }
    }

    VendorServer() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on this is answered. */
    Play play(Function<VendorRequest, Reply> answers) {
        Play next = new Play(answers, false);
        play = next;
        return next;
    }

    /** From now on every connection breaks when a request begins to come. */
    Play hangUpUnread() {
        Play next = new Play(request -> Reply.of(UNSCRIPTED), true);
        play = next;
        return next;
    }

    /** True once nobody is connected, which it waits for; not before all are let in who had knocked. */
    boolean isAloneWithin(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        letIn(end);
        synchronized (open) {
            for (long left = patience.toMillis(); !open.isEmpty() && left > 0; ) {
                open.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            return open.isEmpty();
        }
    }

    /** Connects, and waits to be let in: who came before was let in before. */
    private void letIn(long end) throws InterruptedException {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort())) {
            synchronized (open) {
                long left = (end - System.nanoTime()) / 1_000_000;
                while (left > 0 && open.stream().noneMatch(one -> one.getPort() == knock.getLocalPort())) {
                    open.wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                synchronized (open) {
                    open.add(connection);
                    open.notifyAll();
                }
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the case is over
        }
    }

    private void serve(Socket connection) {
        play.connections.incrementAndGet();
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            if (play.deaf) {
                int unused = in.read(); // so that something has left the other side
                connection.setSoLinger(true, 0);
                return;
            }
            VendorRequest request = VendorRequest.read(in, false);
            while (request != null) {
                Play now = play;
                now.requests.add(request);
                boolean stays = new Saying(connection, request).say(now.answers.apply(request));
                request = stays ? VendorRequest.read(in, true) : null;
            }
        } catch (IOException | RuntimeException broken) {
            // the other side went first
        } finally {
            synchronized (open) {
                open.remove(connection);
                open.notifyAll();
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "videojob-testkit-vendor-" + NUMBERS.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            synchronized (open) {
                for (Socket connection : open) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
