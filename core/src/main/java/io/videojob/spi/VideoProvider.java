package io.videojob.spi;

import io.videojob.MediaStore;
import io.videojob.Provider;
import io.videojob.WebhookRejectedException;
import io.videojob.catalog.LiveModel;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One vendor's API under one account. Each method is one exchange on the calling thread: no retry, no sleep, no thread of
 * its own. Thread-safe.
 *
 * <p>Blocking on purpose: an exchange lasts a moment, the minutes between exchanges belong to the engine. What a method
 * may throw it says; any other exception of {@link #submit} is taken as an uncertain create.
 */
public interface VideoProvider extends Provider, AutoCloseable {

    /** What this provider has and how it behaves. Always the same object's worth of facts. */
    ProviderTraits traits();

    /** One create on the wire, or none. Never two, whatever happens; never throws for what the wire does. */
    SubmitOutcome submit(Submission submission);

    /**
     * How a job stands.
     *
     * @throws io.videojob.ProviderException if the vendor refused the look
     * @throws io.videojob.TransportException if nothing came back
     * @throws io.videojob.ProtocolException if what came back can't be read
     */
    VendorState fetch(String vendorJobId);

    /**
     * Looks for the job that a lost answer belonged to; may take several reads.
     *
     * @param submission the create whose answer was lost
     * @param claimed tells of a vendor's job id whether a job of the journal holds it already
     * @throws io.videojob.VideoJobException as {@link #fetch(String)}
     */
    default Lookup locate(Submission submission, Predicate<String> claimed) {
        return Lookup.canNotTell("this vendor offers no way to look for it");
    }

    /**
     * One page of the vendor's own list of what this account made in that time, the newest first. A row says what the vendor's
     * row says, and nothing else; {@link ProviderTraits#listing()} tells what such a list shows at all.
     *
     * @param mark null for the first page, else {@link ListedJobs#next()} of the page before
     * @throws io.videojob.VideoJobException as {@link #fetch(String)}; a list that can't be read is never an empty one
     */
    default ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        return ListedJobs.none();
    }

    /**
     * Asks the vendor to stop a job.
     *
     * @throws io.videojob.VideoJobException as {@link #fetch(String)}
     */
    default CancelOutcome cancel(String vendorJobId) {
        return CancelOutcome.unsupported();
    }

    /**
     * The models that the vendor itself lists today; empty if it has no such list.
     *
     * @throws io.videojob.VideoJobException as {@link #fetch(String)}
     */
    default List<LiveModel> liveModels() {
        return List.of();
    }

    /** The vendor's own place for media whose bytes it doesn't take with a request; empty if it has none. */
    default Optional<MediaStore> mediaStore() {
        return Optional.empty();
    }

    /**
     * Verifies a delivery, then reads it.
     *
     * @throws WebhookRejectedException if it can't be verified or read
     */
    default WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        throw new WebhookRejectedException(vendor() + " sends no webhooks");
    }

    /** Ends its connections. Exchanges on the wire may break. */
    @Override
    void close();
}
