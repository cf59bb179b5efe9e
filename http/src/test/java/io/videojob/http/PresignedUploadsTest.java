package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.MediaStore;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresignedUploadsTest extends AtAcme {
    private static final byte[] BYTES = {1, 2, 3};

    private MediaStore store() {
        return new PresignedUploads(
                http,
                Acme.TABLE,
                "v1/uploads",
                (type, kind) -> Map.of("type", type, "kind", kind),
                new PresignedUploads.Names("put_to", "link", "headers"),
                100);
    }

    private static MockResponse signed(String address) {
        return Acme.json("{\"put_to\":\"" + address
                + "\",\"link\":\"https://media.acme.example/1.png\",\"headers\":{\"x-file\":\"f-1\"}}");
    }

    @Test
    void theBytesGoToTheSignedAddressWithItsHeadersAndTheLinkIsWhatTheVendorNamed() throws Exception {
        server.enqueue(signed(server.url("/put/1?sig=s").toString()));
        server.enqueue(new MockResponse());

        assertThat(store().put("image/png", BYTES)).hasToString("https://media.acme.example/1.png");

        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getPath()).isEqualTo("/v1/uploads");
        assertThat(asked.getHeader("Authorization")).endsWith(Acme.KEY);
        assertThat(asked.getBody().readUtf8()).contains("\"type\":\"image/png\"", "\"kind\":\"image\"");
        RecordedRequest put = server.takeRequest();
        assertThat(put.getRequestLine()).startsWith("PUT /put/1?sig=s");
        assertThat(put.getHeader("Content-Type")).isEqualTo("image/png");
        assertThat(put.getHeader("x-file")).isEqualTo("f-1");
        assertThat(put.getBody().readByteArray()).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @CsvSource({"image/png, image", "video/mp4, video", "audio/mpeg, audio", "application/pdf, other"})
    void theKindIsThatOfTheContentType(String type, String kind) throws Exception {
        server.enqueue(signed(server.url("/put/1").toString()));
        server.enqueue(new MockResponse());

        store().put(type, BYTES);

        assertThat(server.takeRequest().getBody().readUtf8()).contains("\"kind\":\"" + kind + "\"");
    }

    @Test
    void theKeyGoesToTheVendorOnly() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            server.enqueue(signed(elsewhere.url("/put").toString()));

            assertThatThrownBy(() -> store().put("image/png", BYTES))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("no https link");
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"put_to\":\"https://a.example/\"}", "[]", "{\"put_to\":7,\"link\":\"x\"}"})
    void anAnswerWithoutAddressOrLinkIsToldAsSuch(String answer) {
        server.enqueue(Acme.json(answer));

        assertThatThrownBy(() -> store().put("image/png", BYTES)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aRefusedUploadIsToldWithoutTheSignature() {
        server.enqueue(signed(server.url("/put/1?sig=secret-signature").toString()));
        server.enqueue(new MockResponse().setResponseCode(403).setBody("<Error>expired</Error>"));

        assertThatThrownBy(() -> store().put("image/png", BYTES))
                .isInstanceOf(ProviderException.class)
                .hasMessageNotContaining("secret-signature");
    }

    @Test
    void aRedirectedUploadIsNotFollowed() {
        server.enqueue(signed(server.url("/put/1").toString()));
        server.enqueue(new MockResponse().setResponseCode(307).setHeader("Location", "/elsewhere"));

        assertThatThrownBy(() -> store().put("image/png", BYTES)).isInstanceOf(ProviderException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
