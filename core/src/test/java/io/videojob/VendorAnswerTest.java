package io.videojob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorAnswerTest {

    /** Vendors say back what was sent: what a link is signed with, and the bytes of a picture, are not told on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can't load https://a.example/b.mp4?X-Signature=abc&d=e now | can't load https://a.example/b.mp4?… now",
                "{\"url\":\"https://a.example/b.mp4?sig=abc\",\"n\":1} | {\"url\":\"https://a.example/b.mp4?…\",\"n\":1}",
                "https:\\/\\/a.example\\/b?sig=abc | https:\\/\\/a.example\\/b?…",
                "HTTP://A.example?sig=abc and https://c.example/?x | HTTP://A.example?… and https://c.example/?…",
                "not an image: data:image/png;base64,aGVsbG8= (bad) | not an image: data:image/png;base64,… (bad)",
                "what? see https://a.example/help, or ask | what? see https://a.example/help, or ask"
            })
    void signedLinksAndInlineBytesAreStruckOutOfTheVendorsWords(String said, String told) {
        VendorAnswer answer = VendorAnswer.of(400, said).withDetails(said).withCode(said);

        assertThat(answer.message()).contains(told);
        assertThat(answer.details()).contains(told);
        assertThat(answer.code()).contains(told);
    }

    @Test
    void aPictureThatWouldBeCutInTheMiddleIsStruckOutFirst() {
        String said = "x".repeat(1990) + " data:image/png;base64," + "A".repeat(100_000) + " is no picture";

        assertThat(VendorAnswer.ofMessage(said).message().orElseThrow()).doesNotContain("AAAA");
    }
}
