package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings hold secrets, and show none. */
class SettingsSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "videojob.provider.acme.api-key = hunter2 hunter2",
                "videojob.provider.acme.base-url = https://me:hunter2@api.example.com",
                "videojob.provider.acme.base-url = https://me:hunter2@bad_host/",
                "videojob.provider.acme.base-url = https://me:hunter 2@api.example.com/hunter2",
                "videojob.provider.acme.base-url = https://api.example.com/?key=hunter2",
                "videojob.journal.url = postgresql://me:hunter2@db/jobs",
                "videojob.journal.key = hunter2",
                "videojob.journal.key = aHVudGVyMg==",
                "videojob.webhook.secret = hunter2\\u0007",
                "videojob.webhook.secret = hunter2${",
            })
    void aSecretIsNeverInAMessage(String line) {
        String key = line.substring(0, line.indexOf(' '));

        assertThatThrownBy(() -> Given.file(line).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining("hunter");
    }

    @Test
    void aSecretThatAReferenceBroughtIsNotShownWhereItDoesNotFit() {
        assertThatThrownBy(() -> Given.file("videojob.timeout.call = ${ACME_KEY}")
                        .env("ACME_KEY", "hunter2")
                        .read())
                .hasMessageContaining("videojob.timeout.call = \"${ACME_KEY}\"")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void secretsAreNotInToString() {
        Settings settings = Given.file(
                        "videojob.provider.acme.api-key = hunter2",
                        "videojob.provider.acme.auth = hunter3",
                        "videojob.journal.url = jdbc:postgresql://db/jobs?password=hunter4",
                        "videojob.webhook.secret = hunter5")
                .read();

        assertThat(settings.toString() + settings.providers() + settings.provider("acme"))
                .contains("acme")
                .doesNotContain("hunter");
    }
}
