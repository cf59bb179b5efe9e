package io.videojob.http;

import io.videojob.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which addresses a key may be sent to. */
final class BaseUrl {
    private BaseUrl() {}

    /** The address as a folder: ending in a slash. */
    static HttpUrl check(String vendor, URI uri) {
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null) {
            throw wrong(vendor, uri, "is no http or https address", "write it like https://api.example.com");
        }
        if (uri.getRawUserInfo() != null
                || !url.username().isEmpty()
                || !url.password().isEmpty()) {
            throw new ConfigurationException("the base URL of " + vendor + " (host " + url.host()
                    + ") holds a user name or password; leave it out, the key has its own setting");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new ConfigurationException("the base URL of " + vendor + " (host " + url.host()
                    + ") holds a query or a fragment; leave it out");
        }
        if (!url.isHttps() && !isLoopback(url)) {
            throw wrong(
                    vendor,
                    uri,
                    "would send the key in clear text to another machine",
                    "write https, or http for localhost only");
        }
        return url.encodedPath().endsWith("/")
                ? url
                : url.newBuilder().addPathSegment("").build();
    }

    /** By its letters alone: nobody is asked what a name stands for. */
    static boolean isLoopback(HttpUrl url) {
        String host = url.host();
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    static boolean sameOrigin(HttpUrl a, HttpUrl b) {
        return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
    }

    static Duration positive(String vendor, String name, @Nullable Duration value) {
        // OkHttp takes 0 for no limit, and counts in milliseconds
        if (value == null || value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    "the " + name + " of " + vendor + " is " + value + "; it must be from 1 ms to 24 days");
        }
        return value;
    }

    private static ConfigurationException wrong(String vendor, URI uri, String what, String wayOut) {
        String shown = uri.getRawUserInfo() == null && uri.getRawQuery() == null ? uri.toString() : "of that host";
        return new ConfigurationException("the base URL of " + vendor + " " + shown + " " + what + "; " + wayOut);
    }
}
