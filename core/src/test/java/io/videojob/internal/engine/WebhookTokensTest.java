package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import java.net.URI;
import org.junit.jupiter.api.Test;

class WebhookTokensTest {
    private static final JobId JOB = JobId.parse("01jabc");
    private final WebhookTokens tokens = new WebhookTokens(URI.create("https://hooks.example/videojob"), "s3cret");

    @Test
    void aTokenNamesItsAttempt() {
        assertThat(tokens.verify(tokens.token(JOB, 2))).contains(new WebhookTokens.Named(JOB, 2));
        assertThat(tokens.url(JOB, 2)).hasToString("https://hooks.example/videojob/" + tokens.token(JOB, 2));
    }

    @Test
    void aTokenThatWeDidNotMakeIsNoToken() {
        String good = tokens.token(JOB, 1);
        assertThat(tokens.verify(good.replace(".1.", ".2."))).isEmpty();
        assertThat(tokens.verify(good + "0")).isEmpty();
        assertThat(tokens.verify("x")).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("..")).isEmpty();
        assertThat(tokens.verify(JOB + ".1.")).isEmpty();
        assertThat(new WebhookTokens(URI.create("https://x.example"), "other").verify(good))
                .isEmpty();
    }

    @Test
    void eachAttemptSignsWithASecretOfItsOwnThatIsNotTheToken() {
        assertThat(tokens.signingSecret(JOB, 1)).isNotEqualTo(tokens.signingSecret(JOB, 2));
        assertThat(tokens.token(JOB, 1))
                .doesNotContain(tokens.signingSecret(JOB, 1).substring(2));
    }
}
