package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookTokensTest {
    private static final JobId JOB = JobId.parse("01jabc");
    private static final URI URL = URI.create("https://hooks.example/videojob");
    private final WebhookTokens tokens = new WebhookTokens(URL, List.of("s3cret"));

    @Test
    void aTokenNamesItsAttemptAndItsProvider() {
        String token = tokens.token(JOB, 2, "north");

        assertThat(tokens.verify(token)).contains(new WebhookTokens.Named(JOB, 2, "north", 0));
        assertThat(tokens.url(JOB, 2, "north")).hasToString("https://hooks.example/videojob/" + token);
    }

    @Test
    void aTokenThatWeDidNotMakeIsNoToken() {
        String good = tokens.token(JOB, 1, "north");
        assertThat(tokens.verify(good.replace(".1.", ".2."))).isEmpty();
        assertThat(tokens.verify(good.replace("north", "south"))).isEmpty();
        assertThat(tokens.verify(good + "0")).isEmpty();
        assertThat(tokens.verify("x")).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("...")).isEmpty();
        assertThat(tokens.verify(JOB + ".1.north.")).isEmpty();
        assertThat(tokens.verify("x".repeat(1 << 20) + ".1.north." + "0".repeat(64)))
                .isEmpty();
        assertThat(new WebhookTokens(URL, List.of("other")).verify(good)).isEmpty();
    }

    @Test
    void eachAttemptSignsWithASecretOfItsOwnThatIsNotTheToken() {
        assertThat(tokens.signingSecret(JOB, 1)).isNotEqualTo(tokens.signingSecret(JOB, 2));
        assertThat(tokens.token(JOB, 1, "north"))
                .doesNotContain(tokens.signingSecret(JOB, 1).substring(2));
    }

    @Test
    void whatAnOlderSecretMadeIsKnownWhileThatOneIsConfigured() {
        String old = tokens.token(JOB, 1, "north");
        WebhookTokens rotated = new WebhookTokens(URL, List.of("newer", "s3cret"));

        WebhookTokens.Named named = rotated.verify(old).orElseThrow();

        assertThat(named).isEqualTo(new WebhookTokens.Named(JOB, 1, "north", 1));
        assertThat(rotated.signingSecret(named)).isEqualTo(tokens.signingSecret(JOB, 1));
        assertThat(new WebhookTokens(URL, List.of("newer")).verify(old)).isEmpty();
    }

    @Test
    void newTokensAreMadeByTheNewestSecret() {
        WebhookTokens rotated = new WebhookTokens(URL, List.of("newer", "s3cret"));

        assertThat(rotated.token(JOB, 1, "north"))
                .isEqualTo(new WebhookTokens(URL, List.of("newer")).token(JOB, 1, "north"));
        assertThat(rotated.signingSecret(JOB, 1))
                .isEqualTo(new WebhookTokens(URL, List.of("newer")).signingSecret(JOB, 1));
    }
}
