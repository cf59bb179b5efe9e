package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.webhook.WebhookRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests whose body nobody has read yet. */
class WebhookRequestTest {
    private final Desk hall = new Desk();
    private final JobId id = hall.bench.submit();
    private final String token = hall.tokens.token(id, 1, "north");

    /** A request that tells how much of it was read, and whether it was cut. */
    private final class Posted implements WebhookRequest {
        String method = "POST";
        String path = "/videojob/" + token;
        Map<String, String> headers = Map.of();
        InputStream body = InputStream.nullInputStream();
        boolean isOpened;
        boolean isCut;

        @Override
        public String method() {
            return method;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public InputStream body() {
            isOpened = true;
            return body;
        }

        @Override
        public void cutOff() {
            isCut = true;
        }
    }

    private final Posted posted = new Posted();

    private int answer() {
        return hall.desk.receive(posted).status();
    }

    private void good(String body) {
        String at = String.valueOf(hall.now().toEpochMilli());
        posted.headers = Map.of("Seal", hall.tokens.signingSecret(id, 1), "At", at, "Content-Length", "15");
        posted.body = new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aGoodOneIsTaken() {
        good("north/1:x ready");

        assertThat(answer()).isEqualTo(200);
    }

    @Test
    void aForgedOneIsRefusedUnread() {
        good("north/1:x ready");
        posted.path += "0";

        assertThat(answer()).isEqualTo(400);
        assertThat(posted.isOpened).isFalse();
    }

    @Test
    void onlyAPostIsAWebhook() {
        good("north/1:x ready");
        posted.method = "GET";

        assertThat(answer()).isEqualTo(405);
        assertThat(posted.isOpened).isFalse();
    }

    @Test
    void aBodyThatIsAnnouncedTooLongIsNotRead() {
        posted.headers = Map.of("Content-Length", "10485760");

        assertThat(answer()).isEqualTo(413);
        assertThat(posted.isOpened).isFalse();
    }

    @Test
    void ofAnEndlessBodyNoMoreIsReadThanIsAllowed() {
        long[] read = {0};
        posted.body = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read[0] += length;
                return length;
            }
        };

        assertThat(answer()).isEqualTo(413);
        assertThat(read[0]).isEqualTo((1 << 20) + 1);
    }

    @Test
    void aBodyThatIsCutShortIsRefused() {
        good("north/1:x rea");

        assertThat(answer()).isEqualTo(400);
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        posted.body = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        assertThat(answer()).isEqualTo(400);
    }

    /** A byte now and then, for ever: neither the server's nor the library's thread is held for longer than ten seconds. */
    @Test
    void aBodyThatTricklesInIsGivenUp() {
        posted.body = new InputStream() {
            @Override
            public int read() {
                hall.bench.time.advance(Duration.ofSeconds(3));
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThat(answer()).isEqualTo(408);
        assertThat(posted.isCut).isTrue();
    }

    @Test
    void whoIsInTimeIsNotCut() {
        good("north/1:x ready");
        assertThat(answer()).isEqualTo(200);

        hall.bench.time.advance(Duration.ofSeconds(11));

        assertThat(posted.isCut).isFalse();
    }
}
