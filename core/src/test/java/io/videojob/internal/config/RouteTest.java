package io.videojob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which providers are in use, and in which order. */
class RouteTest {

    @Test
    void withoutARouteEveryProviderWhoseKeyIsThereIsOn() {
        assertThat(Given.file("videojob.provider.spare.vendor = globex", "videojob.provider.spare.api-key = k3")
                        .env("GLOBEX_API_KEY", "k2")
                        .env("ACME_KEY", "k1")
                        .read()
                        .inUse(List.of()))
                .containsExactly("acme", "globex", "spare");
        assertThat(Given.file().env("GLOBEX_API_KEY", "k2").read().inUse(List.of()))
                .containsExactly("globex");
    }

    @Test
    void theRouteIsTheOrderAndTheChoice() {
        assertThat(Given.file("videojob.route = globex")
                        .env("GLOBEX_API_KEY", "k2")
                        .env("ACME_KEY", "k1")
                        .read()
                        .inUse(List.of()))
                .containsExactly("globex");
        assertThat(Given.file("videojob.route = homemade, acme")
                        .env("ACME_KEY", "k1")
                        .read()
                        .inUse(List.of("homemade")))
                .containsExactly("homemade", "acme");
    }

    @Test
    void whatTheProgramBroughtComesFirstAndNeedsNoKey() {
        assertThat(Given.file().env("ACME_KEY", "k1").read().inUse(List.of("homemade", "globex")))
                .containsExactly("homemade", "globex", "acme");
    }

    @Test
    void aRouteToAProviderWithoutAKeySaysWhichVariableToSet() {
        assertThatThrownBy(() -> Given.file("videojob.route = acme").read().inUse(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("videojob.route names acme")
                .hasMessageContaining("ACME_KEY")
                .hasMessageContaining("videojob.provider.acme.api-key");
        assertThatThrownBy(() -> Given.file("videojob.route = acme", "videojob.provider.acme.api-key = ${MY_KEY}")
                        .read()
                        .inUse(List.of()))
                .hasMessageContaining("MY_KEY");
        assertThatThrownBy(() -> Given.file("videojob.route = spare", "videojob.provider.spare.vendor = acme")
                        .env("ACME_KEY", "k1")
                        .read()
                        .inUse(List.of()))
                .hasMessageContaining("videojob.provider.spare.api-key")
                .hasMessageContaining("VIDEOJOB_PROVIDER_SPARE_API_KEY");
    }

    @Test
    void aRouteToAProviderThatDoesNotExistNamesTheNearest() {
        assertThatThrownBy(() -> Given.file("videojob.route = globx").read().inUse(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("videojob.route names \"globx\"")
                .hasMessageContaining("nearest is \"globex\"")
                .hasMessageContaining("videojob.provider.globx.vendor");
    }

    @Test
    void aConfiguredVendorWithoutAnAdapterIsAnErrorOnceItsKeyIsThere() {
        assertThatThrownBy(() ->
                        Given.file("videojob.provider.globx.api-key = k").read().inUse(List.of()))
                .hasMessageContaining("no adapter for the vendor \"globx\"")
                .hasMessageContaining("nearest is \"globex\"");
    }

    @Test
    void withoutAnyKeyTheVariablesAreListed() {
        assertThatThrownBy(() -> Given.file().read().inUse(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ACME_KEY for acme, GLOBEX_API_KEY for globex");
        assertThatThrownBy(() -> Given.file().readWithoutVendors().inUse(List.of()))
                .hasMessageContaining("class path");
    }
}
