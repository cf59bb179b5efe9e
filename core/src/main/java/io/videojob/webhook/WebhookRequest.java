package io.videojob.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request as a web server has it before its body is read. Whoever hands one over, instead of a whole
 * {@link WebhookDelivery}, has a request that is not ours refused unread, and long or slow bodies bounded.
 */
public interface WebhookRequest {
    /** The method, such as {@code POST}. */
    String method();

    /** The path, without host and query. */
    String path();

    /** The first value of a header, whatever its case. */
    Optional<String> header(String name);

    /** The body, not read yet. Asked for once at most. */
    InputStream body() throws IOException;

    /**
     * Ends the connection, so that a read of the body which waits for more comes to its end. Called on another thread when
     * the body takes too long. May do nothing where the server has a bound of its own for each read.
     */
    void cutOff();
}
