package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ConfigurationException;
import io.videojob.Provider;
import io.videojob.spi.ProviderSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountBuilderTest {
    /** What became of the settings, in a name. */
    private record Made(String name, String vendor) implements Provider {}

    private static AccountBuilder<Made> builder() {
        return new AccountBuilder<Made>(
                        "acme",
                        "ACME_KEY",
                        URI.create("https://acme.example"),
                        account -> new Made(
                                account.name() + " " + account.isSet("mood", "good") + " "
                                        + account.http().build().baseUrl(),
                                account.vendor()))
                .version("v3")
                .choice("mood", "good", "bad");
    }

    @Test
    void theFirstValueOfAChoiceIsItsDefault() {
        assertThat(builder().build().name()).isEqualTo("acme true https://acme.example/");
        assertThat(builder().set("mood", "bad").build().name()).isEqualTo("acme false https://acme.example/");
    }

    @Test
    void settingsChooseByTheSameNames() {
        HttpProviderFactory factory = new HttpProviderFactory(AccountBuilderTest::builder) {};

        assertThat(factory.extraSettings()).containsExactly("mood");
        assertThat(factory.create(ProviderSettings.of("spare", "k").withExtra(Map.of("mood", "bad"))))
                .isEqualTo(new Made("spare false https://acme.example/", "acme"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example/acme/v3, https://proxy.example/acme/",
        "https://proxy.example/v3/, https://proxy.example/",
        "https://proxy.example/v33, https://proxy.example/v33/",
        "https://v3, https://v3/",
        "https://proxy.example/v3/acme, https://proxy.example/v3/acme/",
    })
    void aBaseUrlMayEndInTheVersionAsTheVendorWritesIt(URI given, String used) {
        assertThat(builder().baseUrl(given).build().name()).endsWith(" " + used);
    }

    @ParameterizedTest
    @CsvSource({
        "mood, Good, 'videojob.provider.spare.mood is \"Good\"; it is good or bad'",
        "food, good, 'acme has no setting \"food\", but mood'",
    })
    void aWrongChoiceIsNamedWithTheWayOut(String setting, String value, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder().name("spare").set(setting, value))
                .withMessageContaining(message);
    }
}
