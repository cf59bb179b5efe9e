package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void nothingSetGivesTheDocumentedDefaults() {
        Settings settings = Settings.defaults();

        assertThat(settings.route()).isEmpty();
        assertThat(settings.providers()).isEmpty();
        assertThat(settings.uncertain()).isEqualTo(Uncertain.ASK);
        assertThat(settings.failover()).isEqualTo(Failover.ON);
        assertThat(settings.pollInterval()).isEmpty();
        assertThat(settings.pollMinInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.pollMaxInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.unreachableAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.journal().retention()).isEmpty();
        assertThat(settings.journal().url()).isEmpty();
        assertThat(settings.budgetPerJob()).isEmpty();
        assertThat(settings.budgetPerDay()).isEmpty();
        assertThat(settings.unpriced()).isSameAs(Unpriced.REFUSE);
        assertThat(settings.webhookPublicUrl()).isEmpty();
        assertThat(settings.webhookSecret()).isEmpty();
        assertThat(settings.deliveryAllowPrivate()).isFalse();
    }

    @Test
    void everySettingIsReadWithBlanksAroundIt() {
        Settings settings = Given.file(
                        "videojob.route =  globex , acme ,",
                        "videojob.uncertain = failover ",
                        "videojob.failover = even-if-billed",
                        "videojob.poll.interval = 5s",
                        "videojob.poll.min-interval = 500ms",
                        "videojob.poll.max-interval = 2m",
                        "videojob.timeout.connect = 3 s",
                        "videojob.timeout.call = 90s",
                        "videojob.unreachable-after = 2h",
                        "videojob.journal.retention = 30d",
                        "videojob.journal.url = jdbc:sqlite:jobs.db",
                        "videojob.budget.per-job = 5.00",
                        "videojob.budget.per-day = 100",
                        "videojob.budget.unpriced = 2.50",
                        "videojob.webhook.public-url = https://hooks.example.com/videojob",
                        "videojob.webhook.secret = s3cret",
                        "videojob.delivery.allow-private = on")
                .read();

        assertThat(settings.route()).containsExactly("globex", "acme");
        assertThat(settings.uncertain()).isEqualTo(Uncertain.FAILOVER);
        assertThat(settings.failover()).isEqualTo(Failover.EVEN_IF_BILLED);
        assertThat(settings.pollInterval()).contains(Duration.ofSeconds(5));
        assertThat(settings.pollMinInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.pollMaxInterval()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.unreachableAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.journal().retention()).contains(Duration.ofDays(30));
        assertThat(settings.journal().url()).contains("jdbc:sqlite:jobs.db");
        assertThat(settings.budgetPerJob()).contains(new BigDecimal("5.00"));
        assertThat(settings.budgetPerDay()).contains(new BigDecimal("100"));
        assertThat(settings.unpriced().amount()).contains(new BigDecimal("2.50"));
        assertThat(settings.webhookPublicUrl()).contains(URI.create("https://hooks.example.com/videojob"));
        assertThat(settings.webhookSecret()).contains("s3cret");
        assertThat(settings.deliveryAllowPrivate()).isTrue();
    }

    @Test
    void anEmptyValueIsNotSet() {
        Settings settings = Given.file("videojob.poll.interval =", "videojob.uncertain =", "videojob.budget.per-job = ")
                .read();

        assertThat(settings.pollInterval()).isEmpty();
        assertThat(settings.uncertain()).isEqualTo(Uncertain.ASK);
        assertThat(settings.budgetPerJob()).isEmpty();
    }

    @Test
    void ofAKeyGivenTwiceTheLastCounts() {
        assertThat(Given.file("videojob.uncertain = ask", "videojob.uncertain = retry")
                        .read()
                        .uncertain())
                .isEqualTo(Uncertain.RETRY);
    }

    @Test
    void anEnvironmentVariableBeatsTheFileAndSetsWhatTheFileLacks() {
        Settings settings = Given.file("videojob.timeout.call = 90s")
                .env("VIDEOJOB_TIMEOUT_CALL", " 45s ")
                .env("VIDEOJOB_UNREACHABLE_AFTER", "1h")
                .env("VIDEOJOB_POLL_MIN_INTERVAL", "3s")
                .env("VIDEOJOB_ROUTE", "acme")
                .read();

        assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(settings.unreachableAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.pollMinInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.route()).containsExactly("acme");
    }

    @Test
    void anEmptyEnvironmentVariableOverridesNothing() {
        assertThat(Given.file("videojob.timeout.call = 90s")
                        .env("VIDEOJOB_TIMEOUT_CALL", "")
                        .read()
                        .callTimeout())
                .isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "videojob.rout, videojob.route",
        "videjob.failover, videojob.failover",
        "videojob.poll.min-intervall, videojob.poll.min-interval",
        "videojob.retry.attempts, videojob.retry.max-attempts",
        "videojob.provider.acme.apikey, videojob.provider.acme.api-key",
        "videojob.provider.spare.base_url, videojob.provider.spare.base-url",
        "videojob.provider.acme.autth, videojob.provider.acme.auth",
        "videojob.providers.acme.base-url, videojob.provider.acme.base-url",
        "videojob.provider.ACME.api-key, videojob.provider.acme.api-key",
        "Videojob.Uncertain, videojob.uncertain",
        "videojob.provider.globex.region.home, videojob.provider.acme.region.home",
    })
    void aKeyThatIsNotKeptIsRefusedWithTheNearestOne(String wrong, String nearest) {
        assertThatThrownBy(() -> Given.file(wrong + " = topsecret").read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + wrong + "\"")
                .hasMessageContaining("nearest is " + nearest)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void aSettingOfAnAdapterThatIsNotHereIsExplained() {
        assertThatThrownBy(() -> Given.file("videojob.provider.acme.auth = x").readWithoutVendors())
                .hasMessageContaining("no adapter for the vendor \"acme\" is here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "videojob.timeout.call | 30 | 500ms, 30s, 10m, 2h or 30d, from 1ms to 1h",
                "videojob.timeout.call | 2h | to 1h",
                "videojob.journal.retention | 12h | 30d, from 1d to 3650d",
                "videojob.journal.retention | 4000d | from 1d to 3650d",
                "videojob.timeout.call | 0s | from 1ms",
                "videojob.timeout.call | -1s | from 1ms",
                "videojob.timeout.connect | 1.5s | a duration",
                "videojob.unreachable-after | soon | a duration",
                "videojob.unreachable-after | 99999999999s | a duration",
                "videojob.retry.max-attempts | 0 | a whole number from 1 to 100",
                "videojob.retry.max-attempts | 101 | a whole number from 1 to 100",
                "videojob.retry.max-attempts | five | a whole number from 1 to 100",
                "videojob.provider.acme.max-in-flight | 99999999999 | a whole number",
                "videojob.provider.acme.creates-per-minute | -3 | a whole number",
                "videojob.uncertain | maybe | ask, retry, failover",
                "videojob.failover | true | off, on, even-if-billed",
                "videojob.budget.per-job | 5,00 | an amount in US dollars",
                "videojob.budget.per-day | -5 | without a sign",
                "videojob.budget.per-day | 1e3 | an amount",
                "videojob.provider.acme.budget.per-day | -5 | without a sign",
                "videojob.budget.unpriced | ask | refuse, allow, or an amount",
                "videojob.delivery.allow-private | yes | on, off, true or false",
                "videojob.provider.acme.base-url | api.example.com | an address like https://api.example.com",
                "videojob.provider.acme.base-url | https://api.example.com:99999 | an address like",
                "videojob.provider.acme.base-url | ftp://api.example.com | an address like",
                "videojob.provider.acme.base-url | http://api.example.com | https",
                "videojob.provider.acme.base-url | http://192.168.1.5:8080 | http is for localhost only",
                "videojob.webhook.public-url | http://hooks.example.com | http is for localhost only",
                "videojob.route | acme, acme | each once",
                "videojob.route | Acme | a name is of a-z",
            })
    void aBadValueIsRefusedWithKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> Given.file(key + " = " + value).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key + " = \"" + value + "\"")
                .hasMessageContaining(allowed);
    }

    @Test
    void aBadValueFromTheEnvironmentNamesTheVariableToo() {
        assertThatThrownBy(
                        () -> Given.file().env("VIDEOJOB_FAILOVER", "perhaps").read())
                .hasMessageContaining("videojob.failover")
                .hasMessageContaining("VIDEOJOB_FAILOVER")
                .hasMessageContaining("perhaps");
    }

    @Test
    void httpIsForThisMachineOnly() {
        for (String host : List.of("localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST")) {
            Settings settings = Given.file(
                            "videojob.provider.acme.base-url = http://" + host,
                            "videojob.webhook.public-url = http://" + host + "/hooks")
                    .read();
            assertThat(settings.provider("acme").baseUrl()).contains(URI.create("http://" + host));
        }
        for (String host : List.of("localhost.example.com", "127.0.0.1.example.com", "128.0.0.1", "[::2]")) {
            assertThatThrownBy(() -> Given.file("videojob.webhook.public-url = http://" + host)
                            .read())
                    .hasMessageContaining("http to another machine");
        }
    }

    @Test
    void theShortestPollIntervalIsNotLongerThanTheLongest() {
        assertThatThrownBy(() -> Given.file("videojob.poll.min-interval = 2m").read())
                .hasMessageContaining("videojob.poll.min-interval = 2m")
                .hasMessageContaining("videojob.poll.max-interval = 1m");
    }

    @Test
    void aWebhookSecretThatIsNotThereMattersOnlyWithAPublicAddress() {
        String secret = "videojob.webhook.secret = ${HOOK_SECRET}";

        assertThat(Given.file(secret).read().webhookSecret()).isEmpty();
        assertThatThrownBy(() -> Given.file(secret, "videojob.webhook.public-url = https://hooks.example.com")
                        .read())
                .hasMessageContaining("videojob.webhook.secret")
                .hasMessageContaining("HOOK_SECRET");
    }
}
