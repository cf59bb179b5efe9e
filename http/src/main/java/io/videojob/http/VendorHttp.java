package io.videojob.http;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * One account's way to its vendor. Makes Retrofit interfaces of two kinds: {@link #creates} for what costs money, {@link
 * #reads} for the rest. Whatever happens, a call goes over the wire once: no redirect is followed, nothing is sent again.
 * Thread-safe.
 *
 * <p>Paths in the interfaces have no leading slash, so that a base URL with a path of its own keeps it:
 *
 * <pre>{@code
 * interface AcmeWire {
 *   @POST("v1/jobs") Call<Job> create(@Body Map<String, Object> body);
 *   record Job(@Nullable String id, @Nullable String status) {}    // boxed, nullable, no checks
 * }
 * VendorHttp http = VendorHttp.builder("acme", URI.create("https://api.acme.example"))
 *     .header("X-API-Key", key)
 *     .build();
 * Creates.send(http.creates(AcmeWire.class, timeout).create(body), table, answer -> ...);
 * }</pre>
 */
public final class VendorHttp implements AutoCloseable {
    /** Shorter than the shortest idle time after which usual servers hang up (5 s): a read seldom meets a dead connection. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private final HttpUrl baseUrl;
    private final Account account;
    private final Duration callTimeout;
    private final OkHttpClient reads;
    private final OkHttpClient creates;
    private volatile boolean closed;
    private final Map<Class<?>, Object> readers = new ConcurrentHashMap<>();

    private VendorHttp(Builder b) {
        this.baseUrl = b.baseUrl;
        this.account = new Account(b.vendor, b.suspectedIdHeader, new Redactor(b.headers.values()));
        this.callTimeout = b.callTimeout;
        this.reads = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                // HTTP/1.1: a connection carries one call at a time, so that whether a call left is a plain question
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(5, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
                .connectTimeout(b.connectTimeout)
                .addInterceptor(this::unlessClosed)
                .addInterceptor(new AnswerLimit())
                .addNetworkInterceptor(new OneSend(baseUrl, Map.copyOf(b.headers)))
                .build();
        // A pool that keeps nothing: a create never meets a connection that the vendor has given up.
        this.creates = reads.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /**
     * Begins the way to a vendor.
     *
     * @param vendor the name that messages use
     * @throws ConfigurationException if the base URL isn't {@code https} (or {@code http} to this very machine), or holds
     *     user info, a query or a fragment
     */
    public static Builder builder(String vendor, URI baseUrl) {
        return new Builder(vendor, baseUrl);
    }

    /**
     * The interface for calls that make something: each call takes a connection of its own, and its body can be written
     * once only. Hand the calls to {@link Creates#send}.
     *
     * @param wholeCallTimeout from looking up the address to the last byte of the answer
     */
    public <T> T creates(Class<T> retrofitInterface, Duration wholeCallTimeout) {
        return make(retrofitInterface, creates, wholeCallTimeout);
    }

    /** The interface for calls that make nothing, over kept connections. Hand the calls to {@link Reads#get}. */
    public <T> T reads(Class<T> retrofitInterface) {
        return retrofitInterface.cast(
                readers.computeIfAbsent(retrofitInterface, type -> make(type, reads, callTimeout)));
    }

    /** The base URL, ending in a slash. */
    public URI baseUrl() {
        return baseUrl.uri();
    }

    /** True if the base URL is on this machine. */
    public boolean isLoopback() {
        return BaseUrl.isLoopback(baseUrl);
    }

    /** Breaks off calls on the wire, closes every connection, and lets no further call out. */
    @Override
    public void close() {
        closed = true;
        reads.dispatcher().cancelAll();
        reads.connectionPool().evictAll();
        creates.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "VendorHttp[" + account.vendor() + " " + baseUrl + "]";
    }

    private Response unlessClosed(Interceptor.Chain chain) throws IOException {
        if (closed) {
            throw new IOException("the provider is closed");
        }
        return chain.proceed(chain.request());
    }

    private <T> T make(Class<T> type, OkHttpClient client, Duration timeout) {
        return new Retrofit.Builder()
                .baseUrl(baseUrl)
                .callFactory(calls(client, timeout))
                .addConverterFactory(new PathIds(account.vendor()))
                .addConverterFactory(new EmptyBodies())
                .addConverterFactory(MoshiConverterFactory.create(Json.moshi()))
                .build()
                .create(type);
    }

    private Call.Factory calls(OkHttpClient base, Duration timeout) {
        long millis = Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        OkHttpClient client = base.newBuilder()
                .callTimeout(millis, TimeUnit.MILLISECONDS)
                .readTimeout(millis, TimeUnit.MILLISECONDS)
                .writeTimeout(millis, TimeUnit.MILLISECONDS)
                .build();
        return request -> {
            Request.Builder once = request.newBuilder().tag(Exchange.class, new Exchange(account, request, timeout));
            if (request.body() != null) {
                once.method(request.method(), new OneShotBody(request.body()));
            }
            return client.newCall(once.build());
        };
    }

    /** What every exchange of one account shares. */
    record Account(String vendor, @Nullable String suspectedIdHeader, Redactor redactor) {}

    /** Collects settings. */
    public static final class Builder {
        private final String vendor;
        private final HttpUrl baseUrl;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration callTimeout = Duration.ofSeconds(60);
        private @Nullable String suspectedIdHeader;

        private Builder(String vendor, URI baseUrl) {
            this.vendor = requireNonNull(vendor, "vendor");
            this.baseUrl = BaseUrl.check(vendor, requireNonNull(baseUrl, "baseUrl"));
        }

        /**
         * A header with a secret in it, put on every call to the base URL's origin and to nowhere else. The value, and what
         * follows a {@code Bearer } in it, is struck out of every message.
         *
         * @throws ConfigurationException if the value is blank or can't stand in a header
         */
        public Builder header(String name, String value) {
            if (value.isBlank() || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new ConfigurationException(
                        "the key of " + vendor + " is blank or holds characters that no key has,"
                                + " such as a line break; copy it again from the vendor's page");
            }
            headers.put(name, value);
            return this;
        }

        /** The key as {@code Authorization: Bearer}, see {@link #header}. */
        public Builder bearer(String key) {
            return header("Authorization", "Bearer " + key);
        }

        /** How long connecting may take; 10 s unless set. */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = BaseUrl.positive(vendor, "connect timeout", value);
            return this;
        }

        /** How long a whole read may take; 60 s unless set. */
        public Builder callTimeout(Duration value) {
            this.callTimeout = BaseUrl.positive(vendor, "call timeout", value);
            return this;
        }

        /** A header of answers that names the job that a create may have made, whatever else the answer says. */
        public Builder suspectedIdHeader(String name) {
            this.suspectedIdHeader = name;
            return this;
        }

        /** The way to the vendor; nothing is connected yet. */
        public VendorHttp build() {
            return new VendorHttp(this);
        }
    }
}
