package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.acme.example, https://api.acme.example/, false",
        "https://api.acme.example/x/y, https://api.acme.example/x/y/, false",
        "https://api.acme.example/x/, https://api.acme.example/x/, false",
        "http://localhost:8080, http://localhost:8080/, true",
        "http://127.0.0.1:8080/x, http://127.0.0.1:8080/x/, true",
        "http://127.1.2.3, http://127.1.2.3/, true",
        "http://[::1]:8080, http://[::1]:8080/, true",
        "https://localhost, https://localhost/, true",
    })
    void takesHttpsAndHttpToThisMachine(URI given, URI kept, boolean loopback) {
        try (VendorHttp http = VendorHttp.builder("acme", given).build()) {
            assertThat(http.baseUrl()).isEqualTo(kept);
            assertThat(http.isLoopback()).isEqualTo(loopback);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.acme.example",
                "http://localhost.acme.example",
                "http://127.acme.example",
                "http://10.0.0.1",
                "http://192.168.0.1:8080",
                "http://0.0.0.0",
                "ftp://api.acme.example",
                "acme.example",
                "file:///etc/passwd",
                "https://api.acme.example?key=1",
                "https://api.acme.example/#x",
                ""
            })
    void refusesTheRestAndNamesTheVendorAndTheWayOut(String url) {
        assertThatThrownBy(() -> VendorHttp.builder("acme", URI.create(url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL of acme")
                .hasMessageContaining("; ");
    }

    @Test
    void refusesAPasswordAndDoesNotPrintIt() {
        assertThatThrownBy(() -> VendorHttp.builder("acme", URI.create("https://me:pass@api.acme.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("pass@")
                .hasMessageContaining("api.acme.example");
        assertThatThrownBy(() -> VendorHttp.builder("acme", URI.create("ftp://me:pass@api.acme.example?a=secret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("pass@")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "P30D"})
    void refusesTimeoutsThatAreNone(Duration timeout) {
        VendorHttp.Builder builder = VendorHttp.builder("acme", URI.create("https://api.acme.example"));

        assertThatThrownBy(() -> builder.callTimeout(timeout))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("call timeout of acme");
        assertThatThrownBy(() -> builder.connectTimeout(timeout)).isInstanceOf(ConfigurationException.class);
    }
}
