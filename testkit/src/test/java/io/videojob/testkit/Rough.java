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
    static HttpResponse<String> get(ProviderSettings settings, String path) {
        HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().orElseThrow().resolve(path))
                .header("Acme-Ticket", settings.apiKey())
                .build();
        return send(request);
    }

    /** The same for a create. */
    static HttpResponse<String> post(ProviderSettings settings, String path) {
        HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().orElseThrow().resolve(path))
                .header("Acme-Ticket", settings.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return send(request);
    }

    static VendorState readAll(ProviderSettings settings, String path) {
        String body = get(settings, path).body();
        return VendorState.builder(Phase.SUCCEEDED, "in the can")
                .outputs(List.of(Output.of("https://cdn.acme.example/" + body.length())))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
