package io.videojob.testkit;

import io.videojob.Output;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What a careless adapter does with a client as it comes: follows every redirect, reads every byte. */
final class Rough {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

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
