package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ConfigurationException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final VideoProviderFactory FACTORY = ServiceLoader.load(VideoProviderFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> factory.vendor().equals("eachlabs"))
            .findFirst()
            .orElseThrow();

    private static VideoProvider create(ProviderSettings settings) {
        return (VideoProvider) FACTORY.create(settings);
    }

    @Test
    void theFactoryIsFoundAndSaysWhatItReads() {
        assertThat(FACTORY.apiKeyVariable()).isEqualTo("EACHLABS_API_KEY");
        assertThat(FACTORY.extraSettings()).containsExactlyInAnyOrder("auth", "webhook-legacy-secret");
    }

    @Test
    void aSecondAccountHasItsOwnName() {
        try (VideoProvider spare = create(ProviderSettings.of("spare", "smk_1"))) {
            assertThat(spare.name()).isEqualTo("spare");
            assertThat(spare.vendor()).isEqualTo("eachlabs");
        }
        try (Eachlabs eachlabs = Eachlabs.builder().apiKey("smk_1").build()) {
            assertThat(eachlabs.name()).isEqualTo("eachlabs");
        }
    }

    @Test
    void theLimitsAreThoseOfTheVendorsPages() {
        try (Eachlabs eachlabs = Eachlabs.builder().apiKey("smk_1").build()) {
            ProviderTraits traits = eachlabs.traits();

            assertThat(traits.creates()).isEqualTo(100);
            assertThat(traits.window()).isEqualTo(Duration.ofMinutes(1));
            assertThat(traits.maxInFlight()).isEqualTo(10);
            assertThat(traits.retryBaseDelay()).contains(Duration.ofSeconds(30));
            assertThat(traits.retryMaxDelay()).contains(Duration.ofMinutes(2));
            assertThat(traits.minLookInterval()).isEqualTo(Duration.ofSeconds(5));
            assertThat(traits.absenceProvesAfter()).isEmpty();
            assertThat(traits.webhooks()).isTrue();
            assertThat(traits.isLoopback()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"x-api-key, X-API-Key, smk_1", "bearer, Authorization, Bearer smk_1"})
    void authChoosesTheHeader(String auth, String header, String value) {
        try (ScriptedVendor vendor = new ScriptedVendor();
                VideoProvider provider = create(ProviderSettings.of("eachlabs", "smk_1")
                        .withBaseUrl(vendor.url())
                        .withExtra(Map.of("auth", auth)))) {
            vendor.answers(200, body("answers/processing"));
            provider.fetch("p-1");

            assertThat(vendor.request().getHeader(header)).isEqualTo(value);
            assertThat(provider.traits().isLoopback()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1/", ""})
    void theBaseUrlMayEndAsTheVendorWritesIt(String end) {
        try (ScriptedVendor vendor = new ScriptedVendor();
                VideoProvider provider = create(ProviderSettings.of("eachlabs", "smk_1")
                        .withBaseUrl(vendor.url().resolve(end)))) {
            vendor.answers(200, body("answers/processing"));
            provider.fetch("p-1");

            assertThat(vendor.request().getPath()).isEqualTo("/v1/prediction/p-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"off, false", "on, true"})
    void theBareWebhookSecretIsSwitchedOnByName(String setting, boolean taken) {
        WebhookDelivery legacy = WebhookDelivery.of(
                "/t0k3n",
                Map.of("X-Webhook-Secret", List.of("whsec_test")),
                body("webhooks/b-success").getBytes(StandardCharsets.UTF_8));
        WebhookKeys keys = WebhookKeys.of(List.of("whsec_test"), Instant.EPOCH, Duration.ofMinutes(5));
        try (VideoProvider provider =
                create(ProviderSettings.of("eachlabs", "smk_1").withExtra(Map.of("webhook-legacy-secret", setting)))) {
            assertThat(taken(provider, legacy, keys)).isEqualTo(taken);
        }
    }

    private static boolean taken(VideoProvider provider, WebhookDelivery delivery, WebhookKeys keys) {
        try {
            provider.parseWebhook(delivery, keys);
            return true;
        } catch (io.videojob.WebhookRejectedException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"auth, oauth, bearer", "auth, Bearer, bearer", "webhook-legacy-secret, yes, off"})
    void aWrongSettingIsNamedWithTheWayOut(String key, String value, String wayOut) {
        ProviderSettings settings = ProviderSettings.of("spare", "smk_1").withExtra(Map.of(key, value));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> create(settings))
                .withMessageContaining("videojob.provider.spare." + key)
                .withMessageContaining(value)
                .withMessageContaining(wayOut);
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "EACHLABS_API_KEY", matches = ".*", disabledReason = "it would be found")
    void aKeyThatIsNotSetIsNamed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(Eachlabs::fromEnv)
                .withMessageContaining("EACHLABS_API_KEY");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Eachlabs.builder().build())
                .withMessageContaining("EACHLABS_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "smk_\n1"})
    void aKeyThatNoHeaderCanCarryIsRefusedAndNotTold(String key) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Eachlabs.builder().apiKey(key).build())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("smk_"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        Eachlabs.builder().apiKey(key).set("auth", "bearer").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.eachlabs.ai", "ftp://api.eachlabs.ai", "https://user:pw@api.eachlabs.ai"})
    void aBaseUrlThatWouldGiveTheKeyAwayIsRefused(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Eachlabs.builder()
                        .apiKey("smk_1")
                        .baseUrl(URI.create(url))
                        .build());
    }
}
