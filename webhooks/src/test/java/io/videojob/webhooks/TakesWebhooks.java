package io.videojob.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJobs;
import io.videojob.Webhooks;
import io.videojob.eachlabs.Eachlabs;
import io.videojob.testkit.ManualTime;
import io.videojob.testkit.WebhookSigning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each ready handler does, over real sockets. */
abstract class TakesWebhooks {
    private static final String SECRET = "what-the-account-signs-with";
    private static final String PATH = "/videojob/eachlabs";
    private static final WebhookSigning SIGNING =
            WebhookSigning.hmacSha256("X-Webhook-Signature", "X-Webhook-Timestamp", "sha256=");

    /** MDOC webhooks/payload-reference: a success. */
    private static final String BODY =
            "{\"exec_id\":\"e1\",\"flow_id\":null,\"status\":\"succeeded\",\"output\":\"https://a.example/a.mp4\",\"error\":\"\"}";

    final ManualTime time = new ManualTime();
    private VideoJobs jobs;
    private int port;

    /** A server that hands all below {@code /videojob} on; its port. */
    abstract int start(Webhooks webhooks) throws Exception;

    abstract void stop() throws Exception;

    @BeforeEach
    void open() throws Exception {
        jobs = VideoJobs.builder()
                .provider(Eachlabs.builder().apiKey("key-1").build())
                .environment(name -> null)
                .timing(time)
                .setting("videojob.webhook.public-url", "https://hooks.example.com/videojob")
                .setting("videojob.webhook.secret", "a-long-random-text")
                .setting("videojob.provider.eachlabs.webhook-secret", SECRET)
                .build();
        port = start(jobs.webhooks());
    }

    @AfterEach
    void close() throws Exception {
        stop();
        jobs.close();
    }

    private HttpRequest.Builder post(String path, String secret, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        SIGNING.headers(body.getBytes(UTF_8), secret, time.now()).forEach(request::header);
        return request;
    }

    private static HttpResponse<Void> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** The first line of the answer. */
    private String answer(Socket socket) throws IOException {
        return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private void head(Socket socket, String path, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: hooks.example.com\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        socket.getOutputStream().write((head + "\r\n").getBytes(US_ASCII));
    }

    /** One connection, as a vendor would keep it: what was refused unread doesn't spoil what follows. */
    @Test
    void goodOnesAreTakenAndForgedOnesAreNotHoweverTheyMix() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 20; i++) {
            String body = BODY.replace("e1", "e" + i);
            assertThat(send(client, post(PATH, SECRET, body)).statusCode()).isEqualTo(200);
            assertThat(send(client, post(PATH, "guessed", body)).statusCode()).isEqualTo(400);
            assertThat(send(client, post("/videojob/some.1.token." + i, SECRET, body))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(send(client, post(PATH, SECRET, "x")).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void onlyPostIsAllowed() throws Exception {
        HttpResponse<Void> answer =
                send(HttpClient.newHttpClient(), post(PATH, SECRET, BODY).GET());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void whatIsNotOursIsAnsweredBeforeItsBodyCame() throws Exception {
        try (Socket socket = connect()) {
            head(socket, "/videojob/guess", Map.of("Content-Length", "500000"));

            assertThat(answer(socket)).contains(" 400 ");
        }
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedBeforeItCame() throws Exception {
        try (Socket socket = connect()) {
            head(socket, PATH, Map.of("Content-Length", "10485760"));

            assertThat(answer(socket)).contains(" 413 ");
        }
    }

    @Test
    void anEndlessBodyIsRefusedAtItsFirstByteTooMany() throws Exception {
        try (Socket socket = connect()) {
            head(socket, PATH, Map.of("Transfer-Encoding", "chunked"));
            OutputStream out = socket.getOutputStream();
            byte[] chunk = " ".repeat(1 << 16).getBytes(US_ASCII);
            for (int i = 0; i < 16; i++) {
                out.write("10000\r\n".getBytes(US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(US_ASCII));
            }
            out.write("1\r\n \r\n".getBytes(US_ASCII));

            assertThat(answer(socket)).contains(" 413 ");
        }
    }

    @Test
    void aBodyThatIsCutShortIsNotTaken() throws Exception {
        try (Socket socket = connect()) {
            head(socket, PATH, Map.of("Content-Length", "500"));
            socket.getOutputStream().write(BODY.getBytes(UTF_8));
            socket.shutdownOutput();

            assertThat(answer(socket)).doesNotContain(" 200 ");
        }
    }

    /** A part, and then a byte now and then: after ten seconds nobody waits for the rest. */
    @Test
    void aBodyThatTricklesInIsGivenUp() throws Exception {
        try (Socket socket = connect()) {
            head(socket, PATH, Map.of("Content-Length", "500000"));
            socket.setSoTimeout(10);

            assertThat(trickle(socket)).isIn("null", "HTTP/1.1 408 Request Timeout", "HTTP/1.1 408 ");
        }
    }

    private String trickle(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        for (int i = 0; i < 2000; i++) {
            try {
                socket.getOutputStream().write(' ');
                time.advance(Duration.ofSeconds(1));
                return String.valueOf(in.readLine());
            } catch (SocketTimeoutException still) {
                // the server waits for more
            } catch (SocketException reset) {
                return "null";
            }
        }
        return "it still waits";
    }
}
