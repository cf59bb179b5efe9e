package io.videojob.sandbox;

import io.videojob.sandbox.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program that knows the vendors' wire, and nothing of the sandbox. */
final class Caller {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final VendorSandbox vendor;
    private final String[] headers;

    private Caller(VendorSandbox vendor, String... headers) {
        this.vendor = vendor;
        this.headers = headers;
    }

    static Caller of(AimlApiSandbox vendor, String... more) {
        return new Caller(vendor, with(more, "Authorization", "Bearer " + vendor.key()));
    }

    static Caller of(EachlabsSandbox vendor, String... more) {
        return new Caller(vendor, with(more, "X-API-Key", vendor.key()));
    }

    static Caller withoutKey(VendorSandbox vendor, String... headers) {
        return new Caller(vendor, headers);
    }

    private static String[] with(String[] more, String name, String value) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = name;
        all[more.length + 1] = value;
        return all;
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The body with its names in double quotes, which Java has no easy way to write. */
    Reply post(String path, @Nullable Object... keysAndValues) {
        return post(path, Json.write(Json.object(keysAndValues)));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(vendor.baseUrl() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new NoReply(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing came back, or not all of it. */
    static final class NoReply extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoReply(IOException cause) {
            super(cause);
        }
    }

    static final class Reply {
        private final HttpResponse<byte[]> response;

        Reply(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Map<String, @Nullable Object> json() {
            return Json.asObject(Json.read(text()));
        }

        /** The items of a body that is an array. */
        List<Map<String, @Nullable Object>> items() {
            return Json.asList(Json.read(text())).stream().map(Json::asObject).toList();
        }

        /** The objects of the list under that key. */
        List<Map<String, @Nullable Object>> objects(String key) {
            return list(key).stream().map(Json::asObject).toList();
        }

        /** The value behind a path of keys and indices: {@code at("data", 0, "url")}. */
        @Nullable
        Object at(Object... path) {
            Object value = json();
            for (Object step : path) {
                value = step instanceof Integer index
                        ? Json.asList(value).get(index)
                        : Json.asObject(value).get(step.toString());
            }
            return value;
        }

        String string(Object... path) {
            return String.valueOf(at(path));
        }

        List<?> list(Object... path) {
            return Json.asList(at(path));
        }
    }
}
