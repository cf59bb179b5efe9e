package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import io.videojob.catalog.ModelProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One create: a model's input in the vendor's own words, and what identifies this one send. */
public final class Submission {
    private final String sendTag;
    private final String model;
    private final Map<String, Object> body;
    private final Instant sentAt;
    private final Duration timeout;
    private final @Nullable ModelProfile profile;
    private final @Nullable String suspectedId;
    private final @Nullable URI webhookUrl;
    private final @Nullable String webhookSecret;

    private Submission(Builder b) {
        this.sendTag = b.sendTag;
        this.model = b.model;
        this.body = b.body;
        this.sentAt = b.sentAt;
        this.timeout = b.timeout;
        this.profile = b.profile;
        this.suspectedId = b.suspectedId;
        this.webhookUrl = b.webhookUrl;
        this.webhookSecret = b.webhookSecret;
    }

    /** Begins a submission of a model's input. */
    public static Builder builder(String sendTag, String model, Map<String, Object> body, Instant sentAt) {
        return new Builder(sendTag, model, body, sentAt);
    }

    /** Unique for each send, of {@code [A-Za-z0-9._-]}, at most 100 characters: for correlation headers. */
    public String sendTag() {
        return sendTag;
    }

    /** The vendor's own name of the model. */
    public String model() {
        return model;
    }

    /** The model's input in the vendor's words: text, {@code Long}, {@code BigDecimal}, {@code Boolean}, lists, maps. */
    public Map<String, Object> body() {
        return body;
    }

    /** When the create was (or is being) put on the wire. */
    public Instant sentAt() {
        return sentAt;
    }

    /** How long the answer may take. */
    public Duration timeout() {
        return timeout;
    }

    /** The model's profile; empty for a model that no profile describes. */
    public Optional<ModelProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** A vendor's id that may be this job's, read off a broken answer. For look-ups. */
    public Optional<String> suspectedId() {
        return Optional.ofNullable(suspectedId);
    }

    /** Where the vendor shall post the end of the job; names this very attempt. */
    public Optional<URI> webhookUrl() {
        return Optional.ofNullable(webhookUrl);
    }

    /** What the vendor shall sign with. Never print it. */
    public Optional<String> webhookSecret() {
        return Optional.ofNullable(webhookSecret);
    }

    /** Without the body and the secret. */
    @Override
    public String toString() {
        return "Submission[" + sendTag + " " + model + "]";
    }

    /** Collects what a submission is made of. */
    public static final class Builder {
        private final String sendTag;
        private final String model;
        private final Map<String, Object> body;
        private final Instant sentAt;
        private Duration timeout = Duration.ofSeconds(60);
        private @Nullable ModelProfile profile;
        private @Nullable String suspectedId;
        private @Nullable URI webhookUrl;
        private @Nullable String webhookSecret;

        private Builder(String sendTag, String model, Map<String, Object> body, Instant sentAt) {
            this.sendTag = requireNonNull(sendTag, "sendTag");
            this.model = requireNonNull(model, "model");
            this.body = requireNonNull(body, "body");
            this.sentAt = requireNonNull(sentAt, "sentAt");
        }

        /** See {@link Submission#timeout()}. */
        public Builder timeout(Duration value) {
            this.timeout = value;
            return this;
        }

        /** See {@link Submission#profile()}. */
        public Builder profile(@Nullable ModelProfile value) {
            this.profile = value;
            return this;
        }

        /** See {@link Submission#suspectedId()}. */
        public Builder suspectedId(@Nullable String value) {
            this.suspectedId = value;
            return this;
        }

        /** See {@link Submission#webhookUrl()} and {@link Submission#webhookSecret()}. */
        public Builder webhook(@Nullable URI url, @Nullable String secret) {
            this.webhookUrl = url;
            this.webhookSecret = secret;
            return this;
        }

        /** The submission. */
        public Submission build() {
            return new Submission(this);
        }
    }
}
