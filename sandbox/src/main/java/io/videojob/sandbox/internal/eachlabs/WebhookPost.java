package io.videojob.sandbox.internal.eachlabs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One POST to somebody's webhook address, never repeated here, never following a redirect. */
final class WebhookPost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookPost.class);
    private static final int SHORTEST_PATIENCE_MILLIS = 2000;

    private final int patienceMillis;
    private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();

    WebhookPost(Duration patience) {
        this.patienceMillis = (int) Math.max(SHORTEST_PATIENCE_MILLIS, patience.toMillis());
    }

    /**
     * The status that came back, or 0 if none did.
     *
     * @param leaving how many bytes of the announced body leave; behind fewer than all the connection ends
     */
    int send(URI url, Map<String, String> headers, byte[] body, int leaving) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            open.add(connection);
            try {
                return send(connection, headers, body, leaving);
            } finally {
                open.remove(connection);
                // not "Connection: close": about one in a thousand such requests is reset by the JDK's own HTTP server
                connection.disconnect();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A webhook was not delivered", e);
            return 0;
        }
    }

    private int send(HttpURLConnection connection, Map<String, String> headers, byte[] body, int leaving)
            throws IOException {
        connection.setConnectTimeout(patienceMillis);
        connection.setReadTimeout(patienceMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length); // the JDK then does not send it again by itself
        headers.forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body, 0, leaving);
        } // throws, and ends the connection, where less left than was announced
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException e) {
            return e.responseCode(); // a 401, which the JDK would like to answer
        }
    }

    @Override
    public void close() {
        open.forEach(HttpURLConnection::disconnect);
    }
}
