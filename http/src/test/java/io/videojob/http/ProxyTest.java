package io.videojob.http;

import static io.videojob.http.RawServer.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.spi.SubmitOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the JVM has one proxy selector")
class ProxyTest {
    private final ProxySelector before = ProxySelector.getDefault();

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
    }

    @Test
    void aProxyThatRefusesTheTunnelIsNotSentAndSeesNoKey() throws IOException {
        try (RawServer proxy = new RawServer(answers("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"))) {
            ProxySelector.setDefault(through(proxy.url().getPort()));
            try (VendorHttp http = Acme.at(URI.create("https://acme.example")).build()) {
                SubmitOutcome outcome = Acme.create(http);

                assertThat(outcome.kind()).isEqualTo(SubmitOutcome.Kind.NOT_SENT);
                assertThat(proxy.requests()).hasSize(1);
                assertThat(proxy.requests().get(0))
                        .startsWith("CONNECT acme.example:443")
                        .doesNotContain(Acme.KEY);
            }
        }
    }

    private static ProxySelector through(int port) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(
                        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }
}
