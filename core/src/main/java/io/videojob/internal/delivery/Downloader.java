package io.videojob.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.videojob.DeliveryException;
import io.videojob.JobSnapshot;
import io.videojob.Output;
import io.videojob.SavedFile;
import io.videojob.Timing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves results. A file of the target's name is always a whole one: what is loaded stands in {@code .NAME.part} beside it
 * until it is complete, and stays there when the download breaks off, for the next one to go on with. Thread-safe; two
 * downloads to one target, also of two processes, don't harm each other.
 *
 * <p>Nothing but the link itself is sent: no key, no cookie. Links to private addresses are refused unless they are allowed,
 * on each hop of a redirect anew.
 */
public final class Downloader {
    private final Timing timing;
    private final DownloadLimits limits;
    private final Addresses addresses;
    private final Web web;

    /**
     * A downloader, which keeps its connections for the next file.
     *
     * @param allowPrivate true if links to this machine and to private networks are followed, and may be plain http
     * @param userAgent how it names itself
     */
    public Downloader(Timing timing, boolean allowPrivate, String userAgent, DownloadLimits limits) {
        this(timing, limits, new Addresses(allowPrivate), new Web(timing, limits, userAgent));
    }

    private Downloader(Timing timing, DownloadLimits limits, Addresses addresses, Web web) {
        this.timing = requireNonNull(timing, "timing");
        this.limits = requireNonNull(limits, "limits");
        this.addresses = addresses;
        this.web = web;
    }

    /** The same, also for links to private addresses: for providers that are on this machine themselves. */
    public Downloader allowingPrivate() {
        return new Downloader(timing, limits, new Addresses(true), web);
    }

    /** Until when a link lives, where it tells. */
    public Optional<Instant> expiresAt(Output output) {
        return LinkExpiry.of(output.uri());
    }

    /** As {@link #save(Output, Path, JobSnapshot)}, for an output whose job nobody knows. */
    public SavedFile save(Output output, Path target) {
        return save(output, target, null);
    }

    /**
     * Saves one output, making the folders that are missing. An older file of that name is replaced once the new one is
     * complete.
     *
     * @param job for the exception
     * @throws DeliveryException if it can't be had or written, and if the thread is interrupted, which stays so
     */
    public SavedFile save(Output output, Path target, @Nullable JobSnapshot job) {
        requireNonNull(output, "output");
        requireNonNull(target, "target");
        try {
            Folders.prepare(target);
            return load(output, target);
        } catch (NotDelivered e) {
            throw failed(output, target, String.valueOf(e.getMessage()), job, e.getCause());
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw failed(output, target, "the thread was interrupted; save again to go on", job, e);
        } catch (IOException e) {
            throw failed(output, target, Folders.explain(target, e), job, e);
        }
    }

    private SavedFile load(Output output, Path target) throws NotDelivered, InterruptedException, IOException {
        try (PartFile part = PartFile.open(target, PartFile.sha256(output.uri()), timing.random())) {
            if (output.isInline()) {
                byte[] bytes = InlineData.decode(output.uri());
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

    /** One exchange after the other, as long as each brings something. */
    private void load(Output output, URI link, PartFile part) throws NotDelivered, InterruptedException, IOException {
        for (int exchange = 1; !part.isWhole(); exchange++) {
            long before = part.length();
            try {
                exchange(output, link, part);
                return;
            } catch (NotDelivered e) {
                if (!e.isBrokenOff() || exchange >= limits.maxExchanges() || part.length() <= before) {
                    throw e;
                }
            }
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

    private DeliveryException failed(
            Output output, Path target, String why, @Nullable JobSnapshot job, @Nullable Throwable cause) {
        Optional<Instant> expiry = expiresAt(output);
        String until = expiry.map(at -> at.isBefore(timing.now())
                        ? " The link expired at " + at + "."
                        : " The link lives until " + at + ".")
                .orElse("");
        return new DeliveryException(
                "the result is paid for, but " + Links.shown(output.uri()) + " was not saved to " + target + ": " + why
                        + "." + until,
                expiry.orElse(null),
                job,
                cause);
    }
}
