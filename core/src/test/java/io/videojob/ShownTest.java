package io.videojob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media and results may be printed anywhere: what may be secret about their links is not. */
class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/b/c.mp4, https://a.example/b/c.mp4",
        "https://a.example/b?sig=secret, https://a.example/b?…",
        "https://me:secret@a.example/b?sig=secret#secret, https://a.example/b?…",
        "https://me:secret@a.example, https://a.example",
        "https://a.example/@user/b, https://a.example/@user/b",
        "https://a.example/b#secret, https://a.example/b",
    })
    void aLinkIsShownWithoutWhatItIsSignedWith(String link, String shown) {
        assertThat(Media.url(link)).hasToString(shown);
        assertThat(Output.of(link)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'data:video/mp4;base64,secret', 'data:video/mp4;base64,…'",
        "'DATA:video/mp4;base64,secret', 'DATA:video/mp4;base64,…'",
        "'data:secret', 'data:,…'",
        "nonsense?secret, nonsense?…",
    })
    void soIsWhateverAVendorGivesForAResult(String text, String shown) {
        assertThat(Output.of(text)).hasToString(shown);
    }

    @Test
    void bytesAreShownByTheirKindAndLength() {
        assertThat(Media.bytes("image/png", new byte[] {1, 2, 3}))
                .hasToString("data:image/png;base64,… (26 characters)");
    }

    @Test
    void whatIsNoLinkIsRefusedWithoutItsSecrets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Media.url("ftp://me:secret@a.example/b?sig=secret"))
                .withMessageContaining("\"ftp://a.example/b?…\"")
                .withMessageNotContaining("secret");
    }
}
