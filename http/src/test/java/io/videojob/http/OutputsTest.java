package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Output;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
    private static final List<String> KEYS = List.of("url", "video", "videos");

    private static List<String> links(String json) {
        return Outputs.of(Json.read(json), KEYS).stream().map(Output::uri).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"https://a\" | https://a",
                "[\"https://a\",\"https://b\"] | https://a https://b",
                "{\"url\":\"https://a\"} | https://a",
                "[{\"url\":\"https://a\"},\"https://b\"] | https://a https://b",
                "{\"video\":{\"url\":\"https://a\"}} | https://a",
                "{\"videos\":[{\"video\":\"https://a\"},{\"url\":\"https://b\"}]} | https://a https://b",
                "{\"url\":null,\"video\":\"https://b\"} | https://b",
                "{\"url\":\" \",\"video\":\"https://b\"} | https://b",
                "{\"video\":\"https://b\",\"url\":\"https://a\"} | https://a",
                "[\"https://a\",\"https://a\"] | https://a"
            })
    void findsLinksInEveryShape(String json, String links) {
        assertThat(links(json)).containsExactly(links.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "7", "true", "\"\"", "[]", "{}", "{\"thumbnail\":\"https://a\"}", "[null,{\"url\":7}]"})
    void otherThingsAreNoOutputs(String json) {
        assertThat(links(json)).isEmpty();
    }

    @Test
    void keepsTheContentTypeBesideALink() {
        assertThat(Outputs.of(Json.read("{\"url\":\"https://a\",\"content_type\":\"video/mp4\"}"), KEYS))
                .singleElement()
                .satisfies(o -> assertThat(o.contentType()).contains("video/mp4"));
    }

    @Test
    void bytesBecomeDataUris() {
        assertThat(Outputs.ofLinksOrBytes(Json.read("[\"https://a\",\"iVBO\"]"), KEYS, "image/png"))
                .extracting(Output::uri)
                .containsExactly("https://a", "data:image/png;base64,iVBO");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"videos\":[\"https://b\"],\"video\":{\"url\":\"HTTPS://a\"}} | HTTPS://a https://b",
                "{\"video\":\"{\\\"url\\\":\\\"https://a\\\"}\"} | https://a",
                "[\"https://a\",\"a fine video\",\"data:video/mp4;base64,AAAA\"] | https://a data:video/mp4;base64,AAAA"
            })
    void ofTextsTakesEveryLinkAndNothingElse(String json, String links) {
        assertThat(Outputs.linksOf(Json.read(json), KEYS))
                .extracting(Output::uri)
                .containsExactly(links.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"a fine video\"",
                "\"{not JSON\"",
                "\"https://a and more\"",
                "{\"other\":\"https://a\"}"
            })
    void whatIsNoLinkIsPassedOver(String json) {
        assertThat(Outputs.linksOf(Json.read(json), KEYS)).isEmpty();
    }
}
