package io.videojob.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.github.resilience4j.core.IntervalFunction;
import io.videojob.DeliveryException;
import io.videojob.JobId;
import io.videojob.Output;
import io.videojob.SavedFile;
import io.videojob.Timing;
import io.videojob.internal.media.InlineData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Saves results. A file of the target's name is always a whole one: what is loaded stands in {@code .NAME.part} beside it
 * until it is complete, and stays there when the download breaks off, for the next one to go on with. Thread-safe; two
 * downloads to one target, also of two processes, don't harm each other.
 *
 * <p>Nothing but the link itself is sent: no key, no cookie. Links to private addresses are refused unless they are allowed,
 * on each hop of a redirect anew.
 */
public final class Delivery {
    private static final String USER_AGENT = "videojob";
    private static final IntervalFunction PAUSES = IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2.0);

    private final Timing timing;
    private final DeliveryLimits limits;
    private final Addresses addresses;
    private final Web web;

    /**
     * With the usual limits.
     *
     * @param allowPrivate true if links to this machine and to private networks are followed, which may be plain http
     */
    public Delivery(Timing timing, boolean allowPrivate) {
        this(timing, allowPrivate, USER_AGENT, DeliveryLimits.defaults());
    }

    /** With other limits, and another name to ask under. */
    public Delivery(Timing timing, boolean allowPrivate, String userAgent, DeliveryLimits limits) {
        this.timing = requireNonNull(timing, "timing");
        this.limits = requireNonNull(limits, "limits");
        this.addresses = new Addresses(allowPrivate);
        this.web = new Web(timing, limits, requireNonNull(userAgent, "userAgent"));
    }

    /** What a file of a job is called, such as {@code 01hv…-1.mp4}: the extension by content type, else by the link. */
    public static String fileName(JobId job, int number, Output output) {
        return job + "-" + number + "." + Extensions.of(output).orElse("mp4");
    }

    /** Until when a link lives, where it tells. */
    public Optional<Instant> expiresAt(Output output) {
        return LinkExpiry.of(output.uri());
    }

    /**
     * Saves one output, making the folders that are missing. An older file of that name is replaced once the new one is
     * complete. A server that is busy or breaks off is asked again, for half a minute at least.
     *
     * @param renewal asked for a fresh link, once, if this one is not good any more
     * @throws DeliveryException if it can't be had or written, and if the thread is interrupted, which stays so
     */
    public SavedFile save(Output output, Path target, Renewal renewal) {
        requireNonNull(output, "output");
        requireNonNull(target, "target");
        try {
            Folders.prepare(target);
            return load(output, target, renewal);
        } catch (NotDelivered e) {
            throw failed(output, target, String.valueOf(e.getMessage()), e.getCause());
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw failed(output, target, "the thread was interrupted; save again to go on", e);
        } catch (IOException e) {
            throw failed(output, target, Folders.explain(target, e), e);
        }
    }

    private SavedFile load(Output output, Path target, Renewal renewal)
            throws NotDelivered, InterruptedException, IOException {
        try {
            return load(output, target);
        } catch (NotDelivered e) {
            Output fresh =
                    e.kind() == NotDelivered.Kind.STALE ? renewal.freshLink().orElse(output) : output;
            if (fresh.uri().equals(output.uri())) {
                throw e;
            }
            return load(fresh, target);
        }
    }

    /** Where a fresh link comes from. */
    @FunctionalInterface
    public interface Renewal {
        /** The same output under the link that its vendor names now; empty if there is none, or nobody can tell. */
        Optional<Output> freshLink();
    }

    private static byte[] decode(String uri) throws NotDelivered {
        try {
            return InlineData.decode(uri);
        } catch (IllegalArgumentException e) {
            throw NotDelivered.because(String.valueOf(e.getMessage()), e);
        }
    }

    private SavedFile load(Output output, Path target) throws NotDelivered, InterruptedException, IOException {
        try (PartFile part = PartFile.open(target, PartFile.sha256(output.uri()), timing.random())) {
            if (output.isInline()) {
                byte[] bytes = decode(output.uri());
                checkSize(bytes.length);
                part.begin(new PartInfo("", "", bytes.length));
                part.append(ByteBuffer.wrap(bytes));
            } else {
                load(output, Links.parse(output.uri()), part);
            }
            if (part.length() == 0) {
                throw NotDelivered.because("it is empty; look at the job again, and ask the vendor");
            }
            return part.finish();
        }
    }

    /** One exchange after the other: at once if it brought something, else after a pause. */
    private void load(Output output, URI link, PartFile part) throws NotDelivered, InterruptedException, IOException {
        int inVain = 0;
        for (int exchange = 1; !part.isWhole(); exchange++) {
            long before = part.length();
            try {
                exchange(output, link, part);
                return;
            } catch (NotDelivered e) {
                if (e.kind() != NotDelivered.Kind.PASSING || exchange >= limits.maxExchanges()) {
                    throw e;
                }
                if (part.length() <= before) {
                    inVain++;
                    pause(Duration.ofMillis(PAUSES.apply(inVain)));
                }
            }
        }
    }

    private void pause(Duration length) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Timing.Scheduled alarm = timing.schedule(length, over::countDown);
        try {
            over.await();
        } finally {
            alarm.cancel();
        }
    }

    private void exchange(Output output, URI link, PartFile part)
            throws NotDelivered, InterruptedException, IOException {
        Map<String, String> range = part.range();
        HttpResponse<Arrivals> answer = web.get(link, addresses, range);
        try (Arrivals body = answer.body()) {
            boolean piece = answer.statusCode() == 206 && !range.isEmpty();
            if (piece && Answer.continues(part, answer.headers())) {
                Answer.checkContent(answer.headers(), output);
                receive(body, part, Answer.wholeLength(answer.headers(), part));
                return;
            }
            if (answer.statusCode() == 200) {
                Answer.checkContent(answer.headers(), output);
                long length = Answer.bodyLength(answer.headers());
                checkSize(length);
                part.begin(PartInfo.of(PartFile.sha256(output.uri()), answer.headers(), length));
                receive(body, part, length);
                return;
            }
            if (!piece && !(answer.statusCode() == 416 && !range.isEmpty())) {
                throw Answer.refused(answer.statusCode());
            }
        }
        part.restart(); // the file is another one by now
        exchange(output, link, part);
    }

    /** Takes a body in, up to the end of a file of that length, -1 if nobody said how long it is. */
    private void receive(Arrivals body, PartFile part, long length)
            throws NotDelivered, InterruptedException, IOException {
        Optional<ByteBuffer> bytes = body.next(limits.idleTimeout());
        while (bytes.isPresent()) {
            long longer = part.length() + bytes.get().remaining();
            if (longer > limits.maxBytes()) {
                part.giveUp();
            }
            checkSize(longer);
            part.append(bytes.get());
            bytes = body.next(limits.idleTimeout());
        }
        if (length >= 0 && length != part.length()) {
            throw NotDelivered.brokeOff(part.length() + " of " + length + " bytes came");
        }
    }

    private void checkSize(long bytes) throws NotDelivered {
        if (bytes > limits.maxBytes()) {
            throw NotDelivered.because("it is larger than the " + limits.maxBytes() + " bytes that are allowed");
        }
    }

    private DeliveryException failed(Output output, Path target, String why, @Nullable Throwable cause) {
        Optional<Instant> expiry = expiresAt(output);
        String until = expiry.map(at ->
                        at.isBefore(timing.now()) ? ". The link expired at " + at : ". The link lives until " + at)
                .orElse("");
        return new DeliveryException(
                "the result is paid for, but " + output + " was not saved to " + target + ": " + why + until,
                expiry.orElse(null),
                null,
                cause);
    }
}
