package io.videojob.eachlabs;

import static io.videojob.eachlabs.EachlabsMapper.ERRORS;

import io.videojob.Listing;
import io.videojob.MediaStore;
import io.videojob.catalog.Profiles;
import io.videojob.http.AccountBuilder;
import io.videojob.http.Cancels;
import io.videojob.http.Creates;
import io.videojob.http.EchoSearch;
import io.videojob.http.HttpProvider;
import io.videojob.http.JobLists;
import io.videojob.http.PresignedUploads;
import io.videojob.http.Reads;
import io.videojob.http.WebhookReader;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Eachlabs (each::labs), api.eachlabs.ai, over its prediction API. */
public final class Eachlabs extends HttpProvider {
    /** An execution is looked for so far around its create: clocks differ, and the vendor may begin late. */
    private static final Duration AROUND = Duration.ofMinutes(2);

    private final JobLists executions = JobLists.beside(this, ERRORS, EachlabsMapper.WORDS);
    private final WebhookReader webhooks;

    /**
     * Limits are those of the model pages. A 429 outlives quick retries: seen to last over a minute. States move in steps of
     * about 5 s (video_api.json). The list of executions promises no time by which a job is on it: absence proves nothing.
     */
    private Eachlabs(AccountBuilder<Eachlabs> account) {
        super(
                account,
                (http, key) -> account.isSet("auth", "bearer") ? http.bearer(key) : http.header("X-API-Key", key),
                ProviderTraits.builder(Profiles.read(Eachlabs.class, "models/index.json"))
                        .creates(100, Duration.ofMinutes(1))
                        .maxInFlight(10)
                        .retryDelays(Duration.ofSeconds(30), Duration.ofMinutes(2))
                        .minLookInterval(Duration.ofSeconds(5))
                        .webhooks(true)
                        .listing(Listing.ALL));
        // verifying-signatures.mdx; the bare secret is all there was before September 2026
        boolean bareSecret = account.isSet("webhook-legacy-secret", "on");
        webhooks = new WebhookReader("eachlabs", "exec_id", "predictionID", "id")
                .signature("X-Webhook-Signature", "X-Webhook-Timestamp", "sha256=")
                .bareSecret("X-Webhook-Secret", bareSecret, "webhook-legacy-secret = on");
    }

    /** With the key in {@code EACHLABS_API_KEY}; a {@link io.videojob.ConfigurationException} if it isn't there. */
    public static Eachlabs fromEnv() {
        return builder().apiKeyFromEnv().build();
    }

    /**
     * With a key from elsewhere. {@code set("auth", "bearer")} sends it as newer documents have it, not as {@code X-API-Key};
     * {@code set("webhook-legacy-secret", "on")} takes webhooks that carry the bare secret in place of a signature, though it
     * lies open in every delivery and says nothing about the body.
     */
    public static AccountBuilder<Eachlabs> builder() {
        URI address = URI.create("https://api.eachlabs.ai");
        return new AccountBuilder<>("eachlabs", "EACHLABS_API_KEY", address, Eachlabs::new)
                .version("v1")
                .choice("auth", "x-api-key", "bearer")
                .choice("webhook-legacy-secret", "off", "on");
    }

    /** Sends no {@code version}, which the vendor ignores. */
    @Override
    public SubmitOutcome submit(Submission submission) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", submission.model());
        body.put("input", submission.body());
        submission.webhookUrl().ifPresent(url -> body.put("webhook_url", url.toString()));
        submission.webhookSecret().ifPresent(secret -> body.put("webhook_secret", secret));
        EachlabsWire wire = http().creates(EachlabsWire.class, submission.timeout());
        return Creates.send(wire.create(submission.sendTag(), body), ERRORS, EachlabsMapper::accepted);
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return EachlabsMapper.state(prediction(vendorJobId));
    }

    @Override
    public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        return executions.page(from, to, mark);
    }

    /** Among the executions of that time and model, which may be listed by another name beside. */
    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        Map<String, String> model = Map.of("model", submission.model());
        Instant from = submission.sentAt().minus(AROUND);
        Instant to = submission.sentAt().plus(submission.timeout()).plus(AROUND);
        return new EchoSearch(submission, claimed, id -> prediction(id).input())
                .among(mark -> executions.page(from, to, model, mark));
    }

    /** Best effort: some models can't be stopped. 409, "Conflict with current resource state" (models.json): it had ended. */
    @Override
    public CancelOutcome cancel(String vendorJobId) {
        return Cancels.send(wire().cancel(vendorJobId), ERRORS, Set.of(409));
    }

    /** Its files last 30 days here, of 365 at most, and have 100 MB at most (storage.mdx). */
    @Override
    public Optional<MediaStore> mediaStore() {
        PresignedUploads.Names names = new PresignedUploads.Names("presigned_url", "public_url", "required_headers");
        return Optional.of(new PresignedUploads(
                http(),
                ERRORS,
                "v1/upload/presign",
                (type, kind) -> Map.of("content_type", type, "file_type", kind, "expires_in_seconds", 30 * 24 * 3600),
                names,
                100L << 20));
    }

    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        return webhooks.read(delivery, keys);
    }

    private EachlabsWire.Prediction prediction(String id) {
        return Reads.get(wire().prediction(id), ERRORS);
    }

    private EachlabsWire wire() {
        return http().reads(EachlabsWire.class);
    }
}
