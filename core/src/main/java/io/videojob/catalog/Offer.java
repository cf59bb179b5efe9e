package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Plan;
import io.videojob.VideoRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider's model that a request may go to. */
public final class Offer {
    private final String provider;
    private final String model;
    private final @Nullable ModelProfile profile;

    private Offer(String provider, String model, @Nullable ModelProfile profile) {
        this.provider = requireNonNull(provider, "provider");
        this.model = requireNonNull(model, "model");
        this.profile = profile;
    }

    static Offer of(String provider, ModelProfile profile) {
        return new Offer(provider, profile.slug(), profile);
    }

    static Offer unchecked(String provider, String model) {
        return new Offer(provider, model, null);
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** The vendor's own name of the model. */
    public String model() {
        return model;
    }

    /** Its profile; empty for a model that no profile describes, which the request allows. */
    public Optional<ModelProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** The request in this model's words. */
    public Translation translate(VideoRequest request) {
        return profile == null ? Translator.unchecked(request, model) : Translator.translate(request, profile);
    }

    /** What a plan says of it. */
    public Plan.Candidate plan(VideoRequest request) {
        return translate(request).toCandidate(provider);
    }

    @Override
    public String toString() {
        return provider + ":" + model + (profile == null ? " (unchecked)" : "");
    }
}
