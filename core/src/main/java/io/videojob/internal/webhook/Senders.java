package io.videojob.internal.webhook;

import io.videojob.internal.engine.WebhookTokens;
import io.videojob.spi.VideoProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who posts to an address. An address of ours ends in a token that names an attempt; one that users gave to their vendor
 * themselves, in the name of the provider, if there are secrets for it.
 */
public final class Senders {
    private final WebhookTokens tokens;
    private final Map<String, VideoProvider> providers;
    private final Map<String, List<String>> secrets;

    /**
     * With what it takes to tell.
     *
     * @param secrets by the provider's name, what its account signs with
     */
    public Senders(WebhookTokens tokens, Map<String, VideoProvider> providers, Map<String, List<String>> secrets) {
        this.tokens = tokens;
        this.providers = Map.copyOf(providers);
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * A sender.
     *
     * @param named the attempt whose address it is; null for the account's own
     * @param adapter who can read what it sends; null if it is not configured here
     */
    record Sender(
            WebhookTokens.@Nullable Named named,
            String provider,
            @Nullable VideoProvider adapter,
            List<String> secrets) {}

    /** Empty for an address that we didn't give out. */
    Optional<Sender> of(String token) {
        Optional<WebhookTokens.Named> named = tokens.verify(token);
        if (named.isPresent()) {
            String provider = named.get().provider();
            List<String> derived = List.of(tokens.signingSecret(named.get()));
            return Optional.of(new Sender(named.get(), provider, providers.get(provider), derived));
        }
        return Optional.ofNullable(secrets.get(token))
                .filter(known -> !known.isEmpty())
                .map(known -> new Sender(null, token, providers.get(token), known));
    }
}
