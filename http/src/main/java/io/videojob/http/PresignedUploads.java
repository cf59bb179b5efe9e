package io.videojob.http;

import static java.util.Objects.requireNonNull;

import io.videojob.MediaStore;
import io.videojob.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.HeaderMap;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Url;

/**
 * A vendor's own place for media, which signs an address for each upload: asked for with our key, filled without it. The
 * address must be {@code https}, or where the vendor itself is.
 */
public final class PresignedUploads implements MediaStore {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final VendorHttp http;
    private final ErrorTable errors;
    private final String path;
    private final BiFunction<String, String, Map<String, Object>> question;
    private final Names names;
    private final long maxBytes;

    /** How the vendor's answer calls the address to fill, the link to load, and the headers that the upload needs. */
    public record Names(String address, String link, String headers) {}

    /**
     * Such a place.
     *
     * @param path where to ask, without a leading slash
     * @param question the body to ask with, of content type and kind: {@code image}, {@code video}, {@code audio} or
     *     {@code other}
     */
    public PresignedUploads(
            VendorHttp http,
            ErrorTable errors,
            String path,
            BiFunction<String, String, Map<String, Object>> question,
            Names names,
            long maxBytes) {
        this.http = requireNonNull(http, "http");
        this.errors = requireNonNull(errors, "errors");
        this.path = requireNonNull(path, "path");
        this.question = requireNonNull(question, "question");
        this.names = requireNonNull(names, "names");
        this.maxBytes = maxBytes;
    }

    private interface Wire {
        @POST
        Call<Map<String, Object>> sign(@Url String path, @Body Map<String, Object> question);

        @PUT
        Call<ResponseBody> put(@Url String address, @HeaderMap Map<String, String> headers, @Body RequestBody bytes);
    }

    @Override
    public URI put(String contentType, byte[] bytes) {
        Map<String, Object> signed =
                Reads.get(http.reads(Wire.class).sign(path, question.apply(contentType, kind(contentType))), errors);
        String address = required(signed, names.address());
        String link = required(signed, names.link());
        requireSafe(address);
        RequestBody body = RequestBody.create(bytes, MediaType.get(contentType));
        URI loaded = link(link);
        Reads.response(http.creates(Wire.class, LONGEST).put(address, headers(signed), body), errors);
        return loaded;
    }

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    private static URI link(String link) {
        try {
            return new URI(link);
        } catch (URISyntaxException e) {
            throw new ProtocolException("a link to what was uploaded that is none", null, e);
        }
    }

    private static String required(Map<String, Object> signed, String name) {
        return Json.required(Json.textAt(signed, name), "an answer to the wish to upload without " + name);
    }

    private Map<String, String> headers(Map<String, Object> signed) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (signed.get(names.headers()) instanceof Map<?, ?> named) {
            named.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        return headers;
    }

    private void requireSafe(String address) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null
                || !(url.isHttps()
                        || BaseUrl.sameOrigin(HttpUrl.get(http.baseUrl().toString()), url))) {
            throw new ProtocolException("an address to upload to that is no https link", null, null);
        }
    }

    private static String kind(String contentType) {
        String kind = contentType.substring(0, Math.max(0, contentType.indexOf('/')));
        return Set.of("image", "video", "audio").contains(kind) ? kind : "other";
    }
}
