package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.Billing;
import io.videojob.ConfigurationException;
import io.videojob.VendorRef;
import io.videojob.VideoJobs;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting that is wrong is told by its name, its value and the way out, before anything is sent. */
class BadSettingsTest {
    private static final String EACHLABS = "videojob.provider.eachlabs.";

    @RegisterExtension
    final World world = new World();

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                wrong("an unknown setting", "videojob.polling.interval = 1s", "videojob.poll.interval"),
                wrong("an unknown setting of a provider", EACHLABS + "base-uri = https://a.example", "base-url"),
                wrong(
                        "a setting of one vendor at another",
                        EACHLABS + "webhook-legacy-secert = on",
                        "webhook-legacy-secret"),
                wrong("a route to nobody", "videojob.route = eachlab", "videojob.route", "\"eachlabs\""),
                wrong("a route that says a name twice", "videojob.route = eachlabs, eachlabs", "each once"),
                wrong("no address", EACHLABS + "base-url = not an address", "https://api.example.com"),
                wrong("an address of another kind", EACHLABS + "base-url = ftp://a.example", "https://api.example.com"),
                wrong("a password in an address", EACHLABS + "base-url = https://me:pw@a.example", "without user name"),
                wrong("http to another machine", EACHLABS + "base-url = http://api.eachlabs.ai", "https", "localhost"),
                wrong("a webhook by http", "videojob.webhook.public-url = http://a.example", "https", "localhost"),
                wrong("no secret", "videojob.webhook.public-url = https://a.example", "videojob.webhook.secret"),
                wrong("no key", EACHLABS + "api-key =", EACHLABS + "api-key", "EACHLABS_API_KEY", "set it"),
                wrong("a key that isn't in the environment", EACHLABS + "api-key = ${MY_KEY}", "MY_KEY", "set it"),
                wrong("a key with a blank", EACHLABS + "api-key = two words", "copied whole"),
                wrong("no slots", EACHLABS + "max-in-flight = 0", "from 1 to"),
                wrong("a negative rate", EACHLABS + "creates-per-minute = -1", "from 1 to"),
                wrong("no attempts", "videojob.retry.max-attempts = 0", "from 1 to"),
                wrong("no duration", "videojob.poll.interval = soon", "500ms, 30s, 10m, 2h or 30d"),
                wrong("a duration without a unit", "videojob.timeout.call = 60", "500ms, 30s, 10m, 2h or 30d"),
                wrong("a duration that is too long", "videojob.timeout.call = 2h", "to 1h"),
                wrong("a word that isn't one of those", "videojob.failover = maybe", "off, on, even-if-billed"),
                wrong("another such word", "videojob.uncertain = guess", "ask, retry, failover"),
                wrong("no amount", "videojob.budget.per-job = a lot", "US dollars"),
                wrong("a journal of another kind", "videojob.journal.url = jobs.db", "jdbc:sqlite:jobs.db"),
                wrong("a journal nobody opens", "videojob.journal.url = jdbc:nosuch:x", "jdbc:sqlite:FILE"));
    }

    private static Arguments wrong(String what, String line, String... wayOut) {
        return Arguments.argumentSet(what, line, wayOut);
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void aWrongSettingIsToldByItsNameAndTheWayOut(String line, String... wayOut) {
        Properties settings = world.settings("eachlabs", line);
        String key = line.substring(0, line.indexOf('=')).strip();

        ConfigurationException told = catchThrowableOfType(ConfigurationException.class, () -> world.open(settings));

        assertThat(told).hasMessageContaining(key).hasMessageContainingAll(wayOut);
        assertThat(told).hasMessageNotContaining("me:pw");
        assertThat(told.billing()).isEqualTo(Billing.NOT_BILLED);
    }

    @Test
    void aReferenceToAProviderThatIsNotThereIsToldWithThoseThatAre() {
        VideoJobs jobs = world.open(Vendor.EACHLABS);

        assertThat(catchThrowableOfType(
                        ConfigurationException.class, () -> jobs.attach(VendorRef.of("aimlapi", "123:x"))))
                .hasMessageContainingAll("\"aimlapi\"", "[eachlabs]");
    }
}
