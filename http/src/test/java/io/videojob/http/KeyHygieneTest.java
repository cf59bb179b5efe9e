package io.videojob.http;

import static io.videojob.http.RawServer.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.ConfigurationException;
import io.videojob.spi.SubmitOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** The key is on the wire to the vendor, and nowhere else. */
class KeyHygieneTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sk-abc\n", "sk-\u00e4", "sk-\u0000x"})
    void aKeyThatCannotStandInAHeaderIsRefusedWithoutPrintingIt(String key) {
        assertThatThrownBy(() -> VendorHttp.builder("acme", URI.create("https://acme.example"))
                        .header("X-API-Key", key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("acme")
                .hasMessageNotContaining("sk-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 51\r\n\r\n{\"error\":{\"message\":\"bad key sk-0123456789abcdef !\"}}",
                "HTTP/1.1 401 sk-0123456789abcdef\r\nx-request-id: 1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 no\r\nContent-Length: 36\r\n\r\nno such key as sk-0123456789abcdef !!",
                "HTTP/1.1 200 OK\r\nContent-Length: 35\r\n\r\n{\"done\":\"Bearer sk-0123456789abcdef\"}",
                "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"sk-0123456789abcdef\":[1,2,}  ",
                "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":\"sk-0123456789abcdef",
                "SSH sk-0123456789abcdef\r\n\r\n"
            })
    void noOutcomeAndNoExceptionRepeatsAKeyThatTheVendorEchoes(String answer) throws IOException {
        try (RawServer server = new RawServer(answers(answer), answers(answer));
                VendorHttp http = Acme.at(server.url()).build()) {

            SubmitOutcome outcome = Acme.create(http);
            Throwable look = catchThrowable(() -> Acme.look(http));

            assertThat(server.requests()).allMatch(r -> r.contains(Acme.KEY)).hasSize(2);
            assertThat(outcome.toString()).doesNotContain(Acme.KEY);
            assertThat(everythingAbout(look)).doesNotContain(Acme.KEY);
        }
    }

    @Test
    void theCallItselfDoesNotKnowTheKey() throws IOException {
        try (VendorHttp http = VendorHttp.builder("acme", URI.create("https://acme.example"))
                .header("X-API-Key", Acme.KEY)
                .build()) {
            Call<Acme.Wire.Job> call = http.reads(Acme.Wire.class).job("7");

            assertThat(call.request().toString() + call.request().headers() + http + call)
                    .doesNotContain(Acme.KEY);
        }
    }

    @Test
    void theKeyStaysAtTheConfiguredOrigin() throws Exception {
        try (MockWebServer vendor = new MockWebServer();
                MockWebServer other = new MockWebServer()) {
            vendor.start();
            other.start();
            other.enqueue(Acme.json("{}"));
            vendor.enqueue(Acme.json("{}"));
            try (VendorHttp http = Acme.at(vendor.url("/").uri()).build()) {
                Reads.get(http.reads(Acme.Wire.class).anywhere(other.url("/x").toString()), Acme.TABLE);
                Reads.get(http.reads(Acme.Wire.class).anywhere(vendor.url("/x").toString()), Acme.TABLE);
            }

            assertThat(other.takeRequest().getHeader("Authorization")).isNull();
            assertThat(vendor.takeRequest().getHeader("Authorization")).isEqualTo("Bearer " + Acme.KEY);
        }
    }

    @Test
    void aCauseWithTheKeyIsReplacedAndItsTraceKept() {
        Redactor redactor = new Redactor(List.of("Bearer " + Acme.KEY));
        IOException bad = new IOException("outer", new IllegalStateException("inner " + Acme.KEY));

        Throwable clean = redactor.clean(bad);

        assertThat(everythingAbout(clean))
                .doesNotContain(Acme.KEY)
                .contains("outer", "inner [key]", "KeyHygieneTest.java");
        assertThat(redactor.clean(new IOException("fine", bad.getCause().getCause())))
                .hasMessage("fine");
    }

    private static String everythingAbout(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
