package io.videojob.sandbox.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on a loopback port, one daemon thread a connection. It is no {@code com.sun.net.httpserver} because a faulty
 * vendor must be able to cut, reset and drop its connections, which only the raw socket can.
 */
public final class WireServer implements AutoCloseable {
    /** Answers a request. An {@link IOException} ends the connection. */
    public interface Handler {
        void handle(Exchange exchange) throws IOException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);

    private final String name;
    private final Handler handler;
    private final int port;
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();
    private final AtomicInteger connectionNumber = new AtomicInteger();
    private @Nullable ServerSocket listening;
    private @Nullable Thread acceptor;
    private boolean closed;

    /** Listens at once. Port 0 takes a free one. Throws {@link UncheckedIOException} if the port is taken. */
    public WireServer(String name, int port, Handler handler) {
        this.name = name;
        this.handler = handler;
        this.port = listen(port);
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on connections are refused, and those that are open end; the port is kept for {@link #goOnline}. */
    public void goOffline() {
        Thread accepting = stopListening();
        if (accepting != null) {
            // until its blocked call is back, the kernel still takes connections
            join(accepting);
        }
        connections.forEach((connection, thread) -> {
            quietly(connection::close);
            thread.interrupt();
        });
    }

    private synchronized @Nullable Thread stopListening() {
        ServerSocket socket = listening;
        listening = null;
        if (socket == null) {
            return null;
        }
        quietly(socket::close);
        return acceptor;
    }

    /** Takes connections again, at the same port. */
    public synchronized void goOnline() {
        if (listening == null && !closed) {
            listen(port);
        }
    }

    /** Ends every connection, waits a moment for their threads, and never opens again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        goOffline();
        connections.values().forEach(WireServer::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted), 512);
            listening = socket;
            Thread accepting = daemon(name, () -> accept(socket));
            accepting.start();
            acceptor = accepting;
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox's " + name + " can't listen on port " + wanted + "; choose another, or 0 for any", e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = daemon(name + "-" + connectionNumber.incrementAndGet(), () -> serve(connection));
                register(connection, thread);
                thread.start();
            } catch (IOException e) {
                LOG.trace("{} stops accepting", name, e);
            }
        }
    }

    /** A connection that was accepted while the server went away goes away, too. */
    private synchronized void register(Socket connection, Thread thread) {
        if (listening == null) {
            quietly(connection::close);
        } else {
            connections.put(connection, thread);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
            boolean more = true;
            while (more) {
                Optional<RequestHead> head = reader.head();
                more = head.isPresent() && answered(new Exchange(head.get(), reader, socket));
            }
        } catch (IOException e) {
            LOG.trace("{}: connection ended", name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{}: the sandbox itself failed; the connection is dropped", name, e);
        } finally {
            connections.remove(socket);
        }
    }

    private boolean answered(Exchange exchange) throws IOException, InterruptedException {
        handler.handle(exchange);
        return exchange.reusable();
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "videojob-sandbox-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            LOG.trace("A socket would not close", e);
        }
    }
}
