package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.videojob.ConfigurationException;
import io.videojob.VideoJobs;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static VideoProviderFactory factory() {
        return ServiceLoader.load(VideoProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(f -> f.vendor().equals("aimlapi"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFactoryIsFoundAndMakesTheProvider() {
        assertThat(factory().apiKeyVariable()).isEqualTo("AIMLAPI_KEY");
        ProviderSettings settings = ProviderSettings.of("spare", "key-4711")
                .withBaseUrl(URI.create("http://localhost:1/x"))
                .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));

        try (VideoProvider provider = (VideoProvider) factory().create(settings)) {
            assertThat(provider.vendor()).isEqualTo("aimlapi");
            assertThat(provider.name()).isEqualTo("spare");
            assertThat(provider.traits().isLoopback()).isTrue();
            assertThat(provider.toString()).contains("spare").doesNotContain("key-4711");
        }
    }

    @Test
    void theDefaultsAreTheVendors() {
        try (AimlApi aimlapi = AimlApi.builder().apiKey("key-4711").build()) {
            assertThat(aimlapi.name()).isEqualTo("aimlapi");
            assertThat(aimlapi.toString()).contains("https://api.aimlapi.com/");
            assertThat(aimlapi.traits().isLoopback()).isFalse();
            assertThat(aimlapi.traits().webhooks()).isFalse();
            assertThat(aimlapi.traits().profiles().slugs())
                    .contains(
                            "klingai/video-o1-image-to-video",
                            "klingai/video-o1-reference-to-video",
                            "klingai/video-o1-video-to-video-edit",
                            "klingai/video-o1-video-to-video-reference",
                            "klingai/image-o1");
        }
    }

    @Test
    void nobodyCanCancelHere() {
        try (AimlApi aimlapi = AimlApi.builder().apiKey("key-4711").build()) {
            assertThat(aimlapi.cancel("7").kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
        }
    }

    @Test
    void aMissingKeyIsNamed() {
        assumeTrue(System.getenv("AIMLAPI_KEY") == null);

        assertThatThrownBy(AimlApi::fromEnv)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AIMLAPI_KEY");
        assertThatThrownBy(() -> AimlApi.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AIMLAPI_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "key\n4711"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertThatThrownBy(() -> AimlApi.builder().apiKey(key).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "Spare", "a b"})
    void aNameThatCannotBeWrittenInRoutesIsRefused(String name) {
        try (AimlApi provider = AimlApi.builder().apiKey("key-4711").name(name).build()) {
            assertThatThrownBy(() -> VideoJobs.builder().provider(provider))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("aimlapi")
                    .hasMessageContaining("\"" + name + "\"");
        }
    }

    @Test
    void httpToAnotherMachineIsRefused() {
        assertThatThrownBy(() -> AimlApi.builder()
                        .apiKey("key-4711")
                        .baseUrl(URI.create("http://api.aimlapi.com"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("aimlapi")
                .hasMessageContaining("https");
    }
}
