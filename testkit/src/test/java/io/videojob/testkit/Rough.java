package io.videojob.testkit;

import io.videojob.Output;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a careless adapter does with a client as it comes: follows every redirect, reads every byte. */
final class Rough {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    private static final Queue<Socket> FORGOTTEN = new ConcurrentLinkedQueue<>();

    private Rough() {}

    /** Asks once more, with the key, wherever that leads. */
    static void follow(ProviderSettings settings, String path) {
        try {
            Object unused = send(request(settings, path).build());
        } catch (IOException nowhere) {
            // a redirect without an end
        }
    }

    /** The same for a create. */
    static void followCreate(ProviderSettings settings, String path) {
        try {
            Object unused = send(request(settings, path)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
        } catch (IOException nowhere) {
            // a redirect without an end
        }
    }

    private static HttpRequest.Builder request(ProviderSettings settings, String path) {
        return HttpRequest.newBuilder(settings.baseUrl().orElseThrow().resolve(path))
                .header("Atelier-Ticket", settings.apiKey());
    }

    static VendorState readAll(ProviderSettings settings, String path) {
        return VendorState.builder(Phase.SUCCEEDED, "in the can")
                .outputs(List.of(Output.of("https://cdn.atelier.example/" + length(settings, path))))
                .build();
    }

    /** Waits for each byte as long as the settings say for the whole. */
    static void readUntilSilent(ProviderSettings settings, String path) {
        try {
            URLConnection look =
                    settings.baseUrl().orElseThrow().resolve(path).toURL().openConnection();
            look.setReadTimeout((int) settings.callTimeout().toMillis());
            Object unused = look.getInputStream().readAllBytes();
        } catch (IOException silent) {
            // that was the end
        }
    }

    /** A connection for which nobody cares any more. */
    static void connect(ProviderSettings settings) {
        URI vendor = settings.baseUrl().orElseThrow();
        try {
            FORGOTTEN.add(new Socket(vendor.getHost(), vendor.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(ProviderSettings settings, String path) {
        try {
            return send(request(settings, path).build()).body().length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
