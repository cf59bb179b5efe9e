package io.videojob.internal.delivery;

import io.videojob.Output;
import io.videojob.Timing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a file over HTTP/1.1. Sends no key, no cookie and no other credential, whomever it asks, and follows redirects by
 * itself, so that each address is looked at first.
 */
final class Web {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Timing timing;
    private final DeliveryLimits limits;
    private final String userAgent;
    private @Nullable HttpClient client;

    Web(Timing timing, DeliveryLimits limits, String userAgent) {
        this.timing = timing;
        this.limits = limits;
        this.userAgent = userAgent;
    }

    /** Made when it is needed, because it starts a thread; its threads are daemons. No authenticator and no cookies. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(limits.connectTimeout())
                    .build();
        }
        return client;
    }

    /** The answer to a GET, after redirects; its body is still on its way and must be closed. */
    HttpResponse<Arrivals> get(URI link, Addresses addresses, Map<String, String> headers)
            throws NotDelivered, InterruptedException {
        URI uri = link;
        boolean afterTls = false;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            addresses.check(uri, afterTls);
            HttpResponse<Arrivals> answer = exchange(uri, headers);
            if (!REDIRECTS.contains(answer.statusCode())) {
                return answer;
            }
            answer.body().close();
            afterTls = uri.getScheme().equals("https");
            String location = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> NotDelivered.because("HTTP " + answer.statusCode() + " leads nowhere"));
            uri = Links.redirect(uri, location);
        }
        throw NotDelivered.because(
                "more than " + MOST_REDIRECTS + " redirects, the last one to " + Output.of(uri.toString()));
    }

    private HttpResponse<Arrivals> exchange(URI uri, Map<String, String> headers)
            throws NotDelivered, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .GET()
                .header("User-Agent", userAgent)
                .header("Accept", "*/*")
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Arrivals>> future =
                client().sendAsync(request.build(), head -> new Arrivals(timing));
        boolean answered = false;
        try {
            await(future, limits.connectTimeout().plus(limits.idleTimeout()));
            answered = true;
            return future.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw NotDelivered.brokeOff(uri.getHost() + " could not be asked (" + words(cause) + ")", cause);
        } finally {
            if (!answered && !future.cancel(true)) {
                CompletableFuture<Void> unused =
                        future.thenAccept(late -> late.body().close());
            }
        }
    }

    private void await(CompletableFuture<?> future, Duration patience) throws NotDelivered, InterruptedException {
        Object monitor = new Object();
        CompletableFuture<?> unused = future.whenComplete((value, failure) -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
        long start = timing.nanoTime();
        synchronized (monitor) {
            while (!future.isDone()) {
                long left = patience.toNanos() - (timing.nanoTime() - start);
                if (left <= 0) {
                    throw NotDelivered.brokeOff("no answer came within " + patience.toMillis() + " ms");
                }
                timing.waitOn(monitor, left);
            }
        }
    }

    /** What an exception says, if only by its name. */
    static String words(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : thrown instanceof IOException ? message : name + ": " + message;
    }
}
