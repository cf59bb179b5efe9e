package io.videojob.webhooks;

import static java.util.Objects.requireNonNull;

import io.videojob.Webhooks;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes webhooks in a container of Jakarta Servlet 5 or later. Map it to the path of
 * {@code videojob.webhook.public-url} and all below it.
 *
 * <pre>{@code
 * context.addServlet(new ServletHolder(new WebhookServlet(jobs.webhooks())), "/videojob/*");
 * }</pre>
 *
 * <p>A body that trickles in is given up after 10 s and one more read; how long that may wait is the container's idle
 * timeout.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Webhooks webhooks;

    /** Hands on to {@link io.videojob.VideoJobs#webhooks()}. */
    public WebhookServlet(Webhooks webhooks) {
        this.webhooks = requireNonNull(webhooks, "webhooks");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        WebhookAnswer answer = webhooks.receive(new Request(request));
        if (answer.status() == 405) {
            response.setHeader("Allow", "POST");
        }
        response.setStatus(answer.status());
    }

    private record Request(HttpServletRequest request) implements WebhookRequest {
        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public String path() {
            return request.getRequestURI();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(request.getHeader(name));
        }

        @Override
        public InputStream body() throws IOException {
            return request.getInputStream();
        }

        /** A container lets nobody end its connections; between two reads it is seen that time is up. */
        @Override
        public void cutOff() {}
    }
}
