package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that a journal's payloads are encrypted with. */
class JournalKeySettingTest {
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String OLD = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    @Test
    void withoutTheSettingThereIsNone() {
        assertThat(Given.file("").read().journal().keys()).isEmpty();
        assertThat(Given.file("videojob.journal.key = ${KEY:}").read().journal().keys())
                .isEmpty();
    }

    @Test
    void severalAreReadInTheirOrder() {
        Settings settings = Given.file("videojob.journal.key = " + NEW + " , ${OLD}")
                .env("OLD", OLD)
                .read();

        assertThat(settings.journal().keys())
                .extracting(key -> key.getEncoded()[0])
                .containsExactly((byte) 1, (byte) 2);
        assertThat(settings.toString()).doesNotContain(NEW, OLD);
    }

    @Test
    void theEnvironmentBeatsTheFile() {
        Settings settings = Given.file("videojob.journal.key = " + NEW)
                .env("VIDEOJOB_JOURNAL_KEY", OLD)
                .read();

        assertThat(settings.journal().keys())
                .singleElement()
                .extracting(key -> key.getEncoded()[0])
                .isEqualTo((byte) 2);
    }

    @Test
    void aVariableThatIsNotSetIsAnErrorOnlyWhereAJournalIsOpened() {
        Settings settings = Given.file("videojob.journal.key = ${MY_KEY}").read();

        assertThatThrownBy(settings.journal()::keys)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("videojob.journal.key")
                .hasMessageContaining("MY_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64 at all!", NEW + ",", NEW + NEW, "," + NEW})
    void whatIsNoKeyIsToldWhenSettingsAreRead(String value) {
        assertThatThrownBy(() -> Given.file("videojob.journal.key = " + value).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("videojob.journal.key")
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(value);
    }
}
