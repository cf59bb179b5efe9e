package io.videojob.internal.webhook;

import io.videojob.Timing;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Reads requests that are ours, as far as they are neither too long nor too slow. */
final class RequestReader {
    /** Vendors' bodies have a few thousand bytes. */
    static final int LONGEST = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Timing timing;
    private final Function<String, Optional<WebhookAnswer>> refusal;
    private final Function<WebhookDelivery, WebhookAnswer> whole;

    /**
     * A reader.
     *
     * @param refusal what to answer to a token without a look at the body, if anything
     * @param whole what to do with what was read
     */
    RequestReader(
            Timing timing,
            Function<String, Optional<WebhookAnswer>> refusal,
            Function<WebhookDelivery, WebhookAnswer> whole) {
        this.timing = timing;
        this.refusal = refusal;
        this.whole = whole;
    }

    static WebhookAnswer tooLong() {
        return WebhookAnswer.of(413, "the body is longer than 1 MiB");
    }

    WebhookAnswer read(WebhookRequest request) {
        if (!request.method().equalsIgnoreCase("POST")) {
            return WebhookAnswer.of(405, "webhooks are posted");
        }
        Optional<WebhookAnswer> refused = refusal.apply(WebhookDelivery.token(request.path()));
        if (refused.isPresent()) {
            return refused.get();
        }
        long announced = request.header("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
        return announced > LONGEST ? tooLong() : bounded(request, announced);
    }

    private WebhookAnswer bounded(WebhookRequest request, long announced) {
        AtomicBoolean late = new AtomicBoolean();
        Timing.Scheduled cut = timing.schedule(PATIENCE, () -> {
            late.set(true);
            request.cutOff();
        });
        byte[] body;
        try {
            body = upTo(request.body(), late);
        } catch (IOException e) {
            return late.get() ? tooSlow() : cutShort();
        } finally {
            cut.cancel();
        }
        if (late.get()) {
            return tooSlow();
        }
        if (body.length > LONGEST) {
            return tooLong();
        }
        return announced >= 0 && body.length < announced
                ? cutShort()
                : whole.apply(WebhookDelivery.of(
                        request.path(), name -> request.header(name).orElse(null), body));
    }

    /** One byte more than is allowed at most. */
    private static byte[] upTo(InputStream in, AtomicBoolean late) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!late.get() && body.size() <= LONGEST) {
            int count = in.read(part, 0, Math.min(part.length, LONGEST + 1 - body.size()));
            if (count < 0) {
                break;
            }
            body.write(part, 0, count);
        }
        return body.toByteArray();
    }

    private static WebhookAnswer tooSlow() {
        return WebhookAnswer.of(408, "the body was not there within " + PATIENCE.toSeconds() + " s");
    }

    private static WebhookAnswer cutShort() {
        return WebhookAnswer.of(400, "the body is cut short");
    }
}
