package io.videojob.http;

import java.io.IOException;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Stands right before the wire: the connection is there, nothing has been written. Notes that the call leaves, and lets no
 * call leave twice. Puts the key on, which so is in no request that anybody else gets to see.
 */
final class OneSend implements Interceptor {
    private final HttpUrl origin;
    private final Map<String, String> headers;

    OneSend(HttpUrl origin, Map<String, String> headers) {
        this.origin = origin;
        this.headers = headers;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = Exchange.of(chain.request());
        exchange.leaves();
        Request.Builder request = chain.request().newBuilder().header("User-Agent", "videojob");
        if (BaseUrl.sameOrigin(origin, chain.request().url())) {
            headers.forEach(request::header);
        }
        Response response = chain.proceed(request.build());
        exchange.answered(response);
        if (response.code() == 408 || response.code() == 503) {
            // OkHttp asks again at once on a 408, and on a 503 that says so. Not if it has to wait.
            return response.newBuilder().header("Retry-After", "1").build();
        }
        return response;
    }
}
