package io.videojob.internal.webhook;

import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.WebhookRejectedException;
import io.videojob.Webhooks;
import io.videojob.internal.engine.Hearing;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.webhook.Senders.Sender;
import io.videojob.spi.JobJournal;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import io.videojob.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whose a delivery is, has its provider verify it, answers, and brings what it said to its job afterwards. Nothing
 * that somebody else can cause touches the journal, and no answer waits for it.
 */
public final class WebhookDesk implements Webhooks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDesk.class);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** Times are signed in whole seconds. */
    private static final Duration GOOD_FOR = TOLERANCE.plusSeconds(1);

    private static final int MOST_WAITING = 10_000;

    private final Senders senders;
    private final Hearing hearing;
    private final Timing timing;
    private final Taken taken = new Taken();
    private final HintQueue queue;
    private final Unclaimed unclaimed;
    private final RequestReader reader;

    /** A desk whose deliveries are heard by these jobs, through their journal. */
    public WebhookDesk(Jobs jobs, JobJournal journal, Timing timing, Senders senders) {
        this.senders = senders;
        this.hearing = new Hearing(jobs, journal);
        this.timing = timing;
        this.queue = new HintQueue(timing, MOST_WAITING, this::bring);
        this.unclaimed = new Unclaimed(timing, queue::offer);
        this.reader = new RequestReader(timing, token -> refusal(senders.of(token)), this::receive);
        jobs.onWritten(unclaimed::written);
    }

    @Override
    public WebhookAnswer receive(WebhookRequest request) {
        return told(reader.read(request));
    }

    @Override
    public WebhookAnswer receive(WebhookDelivery delivery) {
        if (delivery.length() > RequestReader.LONGEST) {
            return told(RequestReader.tooLong());
        }
        Optional<Sender> sender = senders.of(delivery.token());
        return told(refusal(sender).orElseGet(() -> receive(sender.orElseThrow(), delivery)));
    }

    private static Optional<WebhookAnswer> refusal(Optional<Sender> sender) {
        if (sender.isEmpty()) {
            return Optional.of(WebhookAnswer.of(400, "the path names no attempt of ours"));
        }
        return sender.filter(s -> s.adapter() == null)
                .map(s -> WebhookAnswer.of(503, "provider " + s.provider() + " is not configured here"));
    }

    private WebhookAnswer receive(Sender sender, WebhookDelivery delivery) {
        Instant now = timing.now();
        WebhookEvent event;
        try {
            VideoProvider adapter = sender.adapter();
            if (adapter == null) {
                throw new IllegalStateException("asked before: it is there");
            }
            event = adapter.parseWebhook(delivery, WebhookKeys.of(sender.secrets(), now, TOLERANCE));
        } catch (WebhookRejectedException e) {
            return WebhookAnswer.of(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the adapter of {} threw while reading a webhook", sender.provider(), e);
            return WebhookAnswer.of(400, "the adapter threw " + e.getClass().getName());
        }
        Optional<Taken.Print> print = event.signedAt().map(at -> Taken.print(delivery, at));
        if (print.filter(taken::has).isPresent()) {
            return WebhookAnswer.of(200, "taken before");
        }
        VendorRef reference = VendorRef.of(sender.provider(), event.vendorJobId());
        if (!queue.offer(new Hint(sender.named(), reference, event, now.plus(Unclaimed.KEPT), 0))) {
            return WebhookAnswer.of(503, "too many wait, or this program is closing");
        }
        print.ifPresent(p -> taken.add(p, event.signedAt().orElse(now).plus(GOOD_FOR), now));
        return WebhookAnswer.of(200, "taken");
    }

    private void bring(Hint hint) {
        Hearing.Heard heard = hint.named() == null
                ? hearing.heard(hint.reference(), hint.event())
                : hearing.heard(hint.named(), hint.event());
        switch (heard) {
            case TAKEN -> {}
            case NOBODYS -> unclaimed.keep(hint);
            case NAMELESS -> unclaimed.keep(hint.byReference());
        }
    }

    private static WebhookAnswer told(WebhookAnswer answer) {
        if (!answer.isTaken()) {
            LOG.debug("a webhook was answered {}", answer);
        }
        return answer;
    }

    /** Takes nothing more; what was taken is written down. */
    @Override
    public void close() {
        queue.close();
    }
}
