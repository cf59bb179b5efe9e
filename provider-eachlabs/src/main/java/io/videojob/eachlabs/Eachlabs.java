package io.videojob.eachlabs;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import io.videojob.ProviderException;
import io.videojob.VendorAnswer;
import io.videojob.catalog.Profiles;
import io.videojob.http.Creates;
import io.videojob.http.Reads;
import io.videojob.http.VendorHttp;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An account at Eachlabs (eachlabs.ai), over its prediction API. */
public final class Eachlabs implements VideoProvider {
    static final String VENDOR = "eachlabs";
    static final String KEY_VARIABLE = "EACHLABS_API_KEY";

    /** "Conflict with current resource state" (models.json): a cancel is taken until the prediction has ended. */
    private static final int CONFLICT = 409;

    private final String name;
    private final VendorHttp http;
    private final EachlabsWire reads;
    private final boolean webhookLegacySecret;
    private final ProviderTraits traits;

    private Eachlabs(Builder b) {
        if (b.apiKey.isBlank()) {
            throw new ConfigurationException("eachlabs has no key; set " + KEY_VARIABLE + " or builder().apiKey(...)");
        }
        this.name = b.name;
        this.http = VendorHttp.builder(name, b.baseUrl)
                .header(b.bearer ? "Authorization" : "X-API-Key", b.bearer ? "Bearer " + b.apiKey : b.apiKey)
                .connectTimeout(b.connectTimeout)
                .callTimeout(b.callTimeout)
                .build();
        this.reads = http.reads(EachlabsWire.class);
        this.webhookLegacySecret = b.webhookLegacySecret;
        // Limits are those of the model pages. A 429 outlives quick retries: seen to last over a minute. States move in
        // steps of about 5 s (video_api.json), so looking more often buys nothing. The list of executions promises no
        // time by which a job is on it: absence proves nothing.
        this.traits = ProviderTraits.builder(Profiles.read(Eachlabs.class, "models.json"))
                .creates(100, Duration.ofMinutes(1))
                .maxInFlight(10)
                .retryDelays(Duration.ofSeconds(30), Duration.ofMinutes(2))
                .minLookInterval(Duration.ofSeconds(5))
                .webhooks(true)
                .loopback(http.isLoopback())
                .build();
    }

    /** An account by its key; all else has a default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The account whose key is in the environment variable {@code EACHLABS_API_KEY}.
     *
     * @throws ConfigurationException if it isn't set
     */
    public static Eachlabs fromEnv() {
        return builder()
                .apiKey(Objects.requireNonNullElse(System.getenv(KEY_VARIABLE), ""))
                .build();
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderTraits traits() {
        return traits;
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        EachlabsWire.Create body = new EachlabsWire.Create(
                submission.model(),
                submission.body(),
                submission.webhookUrl().map(URI::toString).orElse(null),
                submission.webhookSecret().orElse(null));
        return Creates.send(
                http.creates(EachlabsWire.class, submission.timeout()).create(submission.sendTag(), body),
                EachlabsMapper.ERRORS,
                response -> accepted(response.body()));
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return EachlabsMapper.state(Reads.get(reads.prediction(vendorJobId), EachlabsMapper.ERRORS));
    }

    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        return new EachlabsLocator(reads, submission).locate(claimed);
    }

    /** Best effort: some models can't be stopped and go on to their end. */
    @Override
    public CancelOutcome cancel(String vendorJobId) {
        try {
            Reads.get(reads.cancel(vendorJobId), EachlabsMapper.ERRORS);
            return CancelOutcome.accepted();
        } catch (ProviderException e) {
            VendorAnswer answer = e.answer().orElseGet(VendorAnswer::nothing);
            if (answer.httpStatus() == CONFLICT) {
                return CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, answer);
            }
            throw e;
        }
    }

    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        return EachlabsWebhook.read(delivery, keys, webhookLegacySecret);
    }

    @Override
    public void close() {
        http.close();
    }

    /** {@code status: success} of a create says no more than that it was accepted. */
    private static @Nullable SubmitOutcome accepted(@Nullable Map<String, Object> answer) {
        VendorState queued = VendorState.builder(Phase.QUEUED, "created").build();
        String id = answer == null ? null : Trees.text(answer, "predictionID", "prediction_id", "predictionId", "id");
        return id == null ? null : SubmitOutcome.accepted(id, queued);
    }

    /** Collects what an account is made of. */
    public static final class Builder {
        private String name = VENDOR;
        private String apiKey = "";
        private URI baseUrl = URI.create("https://api.eachlabs.ai");
        private boolean bearer;
        private boolean webhookLegacySecret;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration callTimeout = Duration.ofSeconds(60);

        private Builder() {}

        /** The key. */
        public Builder apiKey(String value) {
            this.apiKey = requireNonNull(value, "apiKey");
            return this;
        }

        /** The provider's name in routes, settings and references, for a second account; {@code eachlabs} unless set. */
        public Builder name(String value) {
            this.name = requireNonNull(value, "name");
            return this;
        }

        /** Another address; a {@code /v1} at its end, as the vendor writes it, is dropped. */
        public Builder baseUrl(URI value) {
            this.baseUrl = URI.create(value.toString().replaceFirst("/v1/?$", ""));
            return this;
        }

        /** Sends the key as {@code Authorization: Bearer}, as newer documents have it, not as {@code X-API-Key}. */
        public Builder bearer() {
            this.bearer = true;
            return this;
        }

        /**
         * Takes webhooks that carry the bare secret in place of a signature, as all did before September 2026. The secret
         * lies open in every delivery and says nothing about the body.
         */
        public Builder webhookLegacySecret() {
            this.webhookLegacySecret = true;
            return this;
        }

        /** How long connecting may take; 10 s unless set. */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = value;
            return this;
        }

        /** How long a whole exchange may take, creates apart; 60 s unless set. */
        public Builder callTimeout(Duration value) {
            this.callTimeout = value;
            return this;
        }

        /**
         * The account; nothing is sent yet.
         *
         * @throws ConfigurationException if there is no key, or the key or the base URL can't be used
         */
        public Eachlabs build() {
            return new Eachlabs(this);
        }
    }
}
