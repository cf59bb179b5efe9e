package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import io.videojob.spi.ProviderSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {
    @Test
    void everySettingOfAProviderIsRead() {
        ProviderConfig spare = Given.file(
                        "videojob.provider.spare.vendor = acme",
                        "videojob.provider.spare.api-key = k1",
                        "videojob.provider.spare.base-url = https://api.example.com/v9",
                        "videojob.provider.spare.creates-per-minute = 100",
                        "videojob.provider.spare.max-in-flight = 10",
                        "videojob.provider.spare.budget.per-day = 12.50",
                        "videojob.provider.spare.retry.max-attempts = 3",
                        "videojob.provider.spare.retry.base-delay = 30s",
                        "videojob.provider.spare.retry.max-delay = 2m",
                        "videojob.provider.spare.auth = bearer",
                        "videojob.provider.spare.region.home = eu")
                .read()
                .provider("spare");

        assertThat(spare.vendor()).isEqualTo("acme");
        assertThat(spare.apiKey()).contains("k1");
        assertThat(spare.baseUrl()).contains(URI.create("https://api.example.com/v9"));
        assertThat(spare.createsPerMinute()).hasValue(100);
        assertThat(spare.maxInFlight()).hasValue(10);
        assertThat(spare.budgetPerDay()).contains(new BigDecimal("12.50"));
        assertThat(spare.retryMaxAttempts()).hasValue(3);
        assertThat(spare.retryBaseDelay()).contains(Duration.ofSeconds(30));
        assertThat(spare.retryMaxDelay()).contains(Duration.ofMinutes(2));
        assertThat(spare.extra()).isEqualTo(Map.of("auth", "bearer", "region.home", "eu"));
    }

    @Test
    void nothingSetIsEmpty() {
        ProviderConfig acme = Given.file().read().provider("acme");

        assertThat(acme.vendor()).isEqualTo("acme");
        assertThat(acme.apiKey()).isEmpty();
        assertThat(acme.baseUrl()).isEmpty();
        assertThat(acme.createsPerMinute()).isEmpty();
        assertThat(acme.maxInFlight()).isEmpty();
        assertThat(acme.budgetPerDay()).isEmpty();
        assertThat(acme.extra()).isEmpty();
    }

    @Test
    void aProviderCanLiveInTheEnvironmentAlone() {
        Settings settings = Given.file()
                .env("VIDEOJOB_PROVIDER_ACME_API_KEY", "k1")
                .env("VIDEOJOB_PROVIDER_ACME_BASE_URL", "http://localhost:9")
                .env("VIDEOJOB_PROVIDER_ACME_REGION_HOME", "eu")
                .read();

        assertThat(settings.inUse(List.of())).containsExactly("acme");
        assertThat(settings.provider("acme").baseUrl()).contains(URI.create("http://localhost:9"));
        assertThat(settings.provider("acme").extra()).containsEntry("region.home", "eu");
    }

    @Test
    void aRoutedSecondAccountCanLiveInTheEnvironmentAlone() {
        Settings settings = Given.file("videojob.route = my-spare")
                .env("VIDEOJOB_PROVIDER_MY_SPARE_VENDOR", "acme")
                .env("VIDEOJOB_PROVIDER_MY_SPARE_API_KEY", "k2")
                .read();

        assertThat(settings.inUse(List.of())).containsExactly("my-spare");
        assertThat(settings.provider("my-spare").vendor()).isEqualTo("acme");
    }

    @Test
    void aProviderThatTheProgramBroughtHasSettingsInTheEnvironmentToo() {
        Settings settings = Given.file()
                .env("VIDEOJOB_PROVIDER_HOMEMADE_MAX_IN_FLIGHT", "4")
                .read();

        assertThat(settings.provider("homemade").maxInFlight()).hasValue(4);
    }

    @Test
    void aVariableThatFitsTwoNamesIsTheLongerOnes() {
        KnownVendor odd = new KnownVendor("a", "A_KEY", Set.of("b-api-key"));
        java.util.Properties properties = new java.util.Properties();
        properties.setProperty("videojob.provider.a-b.vendor", "a");
        Map<String, String> environment = Map.of("VIDEOJOB_PROVIDER_A_B_API_KEY", "k", "VIDEOJOB_PROVIDER_A_AUTH", "x");

        Settings settings = Settings.read(properties, environment::get, List.of(odd));

        assertThat(settings.provider("a-b").apiKey()).contains("k");
        assertThat(settings.provider("a").extra()).isEmpty();
    }

    @Test
    void theKeyIsTheVendorsUsualVariableWhenNoSettingNamesOne() {
        Settings settings = Given.file("videojob.provider.spare.vendor = acme")
                .env("ACME_KEY", "k1")
                .read();

        assertThat(settings.provider("acme").apiKey()).contains("k1");
        assertThat(settings.provider("spare").apiKey())
                .as("the first account's key would make it the same account twice")
                .isEmpty();
    }

    @Test
    void aKeyThatIsSetBeatsTheUsualVariable() {
        Given given = Given.file("videojob.provider.acme.api-key = ${OTHER}").env("ACME_KEY", "usual");

        assertThat(given.read().provider("acme").apiKey()).isEmpty();
        assertThat(given.env("OTHER", "other").read().provider("acme").apiKey()).contains("other");
        assertThat(given.env("VIDEOJOB_PROVIDER_ACME_API_KEY", "override")
                        .read()
                        .provider("acme")
                        .apiKey())
                .contains("override");
    }

    @Test
    void referencesAreResolvedWithTheirDefaults() {
        Given given = Given.file(
                "videojob.provider.acme.base-url = https://${HOST:api.example.com}${PORT::8443}/${PATH_PART:}",
                "videojob.provider.acme.max-in-flight = ${SLOTS:7}");

        assertThat(given.read().provider("acme").baseUrl()).contains(URI.create("https://api.example.com:8443/"));
        assertThat(given.read().provider("acme").maxInFlight()).hasValue(7);
        assertThat(given.env("HOST", "other.example.com")
                        .env("SLOTS", "")
                        .env("PATH_PART", "v$1")
                        .read()
                        .provider("acme")
                        .baseUrl())
                .contains(URI.create("https://other.example.com:8443/v$1"));
        assertThat(given.read().provider("acme").maxInFlight()).hasValue(7);
    }

    @Test
    void aReferenceThatIsWrittenWrongIsRefusedWhenItIsUsed() {
        for (String wrong : List.of("${", "${A", "${A:${B}}", "${1}", "${}")) {
            Settings settings = Given.file("videojob.provider.acme.base-url = " + wrong)
                    .env("ACME_KEY", "k")
                    .read();

            assertThatThrownBy(() -> settings.inUse(List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("videojob.provider.acme.base-url");
        }
    }

    @Test
    void anUnsetVariableOfAProviderThatIsNotUsedIsNoError() {
        Settings settings = Given.file(
                        "videojob.provider.acme.api-key = ${ACME_KEY}",
                        "videojob.provider.acme.base-url = ${ACME_URL}",
                        "videojob.provider.acme.max-in-flight = ${ACME_SLOTS}",
                        "videojob.provider.acme.auth = ${ACME_AUTH}",
                        "videojob.provider.globex.api-key = k")
                .read();

        assertThat(settings.inUse(List.of())).containsExactly("globex");
    }

    @Test
    void anUnsetVariableOfAProviderThatIsUsedNamesKeyAndVariable() {
        for (String setting : List.of("base-url", "max-in-flight", "retry.base-delay", "auth", "vendor")) {
            Settings settings = Given.file("videojob.provider.acme." + setting + " = ${MISSING}")
                    .env("ACME_KEY", "k")
                    .read();

            assertThatThrownBy(() -> settings.inUse(List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("videojob.provider.acme." + setting)
                    .hasMessageContaining("MISSING");
        }
    }

    @Test
    void aFactoryIsGivenKeyAddressTimeoutsAndExtras() {
        ProviderSettings acme = Given.file(
                        "videojob.timeout.connect = 3s",
                        "videojob.timeout.call = 30s",
                        "videojob.provider.acme.base-url = http://localhost:9",
                        "videojob.provider.acme.auth = bearer")
                .env("ACME_KEY", "k1")
                .read()
                .settingsOf("acme");

        assertThat(acme.name()).isEqualTo("acme");
        assertThat(acme.apiKey()).isEqualTo("k1");
        assertThat(acme.baseUrl()).contains(URI.create("http://localhost:9"));
        assertThat(acme.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(acme.callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(acme.extra()).isEqualTo(Map.of("auth", "bearer"));
        assertThatThrownBy(() -> Given.file().read().settingsOf("acme")).hasMessageContaining("ACME_KEY");
    }
}
